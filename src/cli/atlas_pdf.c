/* atlas_pdf.c - pages in landscape A4, set around the figures. */
#include "cli/atlas_pdf.h"

#include "backend/pdf_document.h"
#include "cli/atlas_equation.h"
#include "layout/sheet.h"

#include <math.h>
#include <string.h>

#define PAGE_WIDTH_PT 841.89
#define PAGE_HEIGHT_PT 595.28
#define MARGIN_PT 40.0
#define CONTENT_WIDTH_PT (PAGE_WIDTH_PT - 2 * MARGIN_PT)
#define FOOT_PT (PAGE_HEIGHT_PT - 22.0) /* of the foot line's text */
#define GAP_PT 20.0

#define FIGURES_TOP_PT                                                                 \
    (PAGE_HEIGHT_PT - MARGIN_PT - ATLAS_FIGURE_HEIGHT_PT - ATLAS_SLOPES_HEIGHT_PT)
#define FACTS_LEFT_PT (MARGIN_PT + ATLAS_FIGURE_WIDTH_PT + GAP_PT)
#define FACTS_WIDTH_PT (PAGE_WIDTH_PT - MARGIN_PT - FACTS_LEFT_PT)
#define FACT_NAME_WIDTH_PT 88.0
#define FORMULAS_TOP_PT (MARGIN_PT + 36.0)

/* Of a fact in print; web pages have all. */
enum { FACT_LINES = 6, FACT_CHARACTERS = 180 };

/* The index: families at the left, their thumbnails beside. */
#define FAMILY_WIDTH_PT 92.0
enum { CARD_COLUMNS = 8 };
#define CARD_WIDTH_PT ((CONTENT_WIDTH_PT - FAMILY_WIDTH_PT) / CARD_COLUMNS)
#define CARD_HEIGHT_PT 60.0
#define CARD_SCALE 0.77
#define INDEX_TOP_PT 94.0

static const Color text_color = {0x1f / 255.0, 0x24 / 255.0, 0x30 / 255.0, 1};
static const Color muted_color = {0x5b / 255.0, 0x62 / 255.0, 0x70 / 255.0, 1};
static const Color rule_color = {0xe1 / 255.0, 0xe4 / 255.0, 0xe9 / 255.0, 1};
static const Color no_color = {1, 1, 1, 0};

struct AtlasPdf {
    const GPtrArray *entries;
    TextContext *text;
    PdfDocument *document;
    unsigned next;  /* the entry whose page is next */
    unsigned pages; /* begun so far */
    int family;     /* its entry of the outline */
};

static SheetStyle style(double size_pt, double pitch_pt, Color color)
{
    return (SheetStyle){.size_pt = size_pt, .pitch_pt = pitch_pt, .color = color};
}

static Sheet sheet_new(const AtlasPdf *pdf)
{
    return (Sheet){
        .drawing = drawing_new(PAGE_WIDTH_PT, PAGE_HEIGHT_PT, 100, no_color, "page",
                               NULL, NULL),
        .text = pdf->text,
    };
}

/* Adds plain text; returns its height. */
static double add_plain(const Sheet *sheet, const char *text, const SheetStyle *look,
                        Point corner, double width_pt)
{
    g_autofree char *markup = g_markup_escape_text(text, -1);

    return sheet_add_text(sheet, markup, look, corner, width_pt, 0);
}

static void add_right(const Sheet *sheet, const char *text, const SheetStyle *look,
                      double right, double top)
{
    g_autofree char *markup = g_markup_escape_text(text, -1);
    double width = sheet_text_width(sheet, markup, look);

    sheet_add_text(sheet, markup, look, (Point){right - width, top}, width + 1, 0);
}

/* The foot line; on every page but the first it leads to the index. */
static void add_foot(const AtlasPdf *pdf)
{
    g_autofree char *number = g_strdup_printf("%u", pdf->pages);
    SheetStyle look = style(7.5, 10, muted_color);
    Sheet sheet = sheet_new(pdf);

    add_plain(&sheet, "Atlas of activation functions", &look,
              (Point){MARGIN_PT, FOOT_PT - 8}, CONTENT_WIDTH_PT);
    add_right(&sheet, number, &look, PAGE_WIDTH_PT - MARGIN_PT, FOOT_PT - 8);
    if (pdf->pages > 1)
        pdf_document_begin_link(pdf->document, (Rect){MARGIN_PT, FOOT_PT - 8, 140, 12},
                                "index");
    pdf_document_paint(pdf->document, sheet.drawing, (Point){0, 0}, 1);
    if (pdf->pages > 1)
        pdf_document_end_link(pdf->document);
    drawing_free(sheet.drawing);
}

static Sheet begin_page(AtlasPdf *pdf)
{
    g_autofree char *number = g_strdup_printf("%u", ++pdf->pages);

    pdf_document_begin_page(pdf->document, PAGE_WIDTH_PT, PAGE_HEIGHT_PT, number);
    return sheet_new(pdf);
}

/* Paints the words over the figures and gives them back. */
static void end_page(AtlasPdf *pdf, Sheet *sheet)
{
    pdf_document_paint(pdf->document, sheet->drawing, (Point){0, 0}, 1);
    drawing_free(sheet->drawing);
    add_foot(pdf);
}

/* ---- the index ---- */

/* The thumbnail and its name; all of the card leads to the page. */
static void add_card(const AtlasPdf *pdf, const AtlasEntry *entry, Point corner)
{
    const Definition *definition = &entry->activation->definition;
    SheetStyle look = style(6.8, 9, text_color);
    g_autofree char *markup = g_markup_escape_text(definition->label, -1);
    double room = CARD_WIDTH_PT - 4;
    double left =
        corner.x + (CARD_WIDTH_PT - CARD_SCALE * ATLAS_THUMBNAIL_WIDTH_PT) / 2;
    double below = corner.y + CARD_SCALE * ATLAS_THUMBNAIL_HEIGHT_PT + 1;
    Sheet caption = sheet_new(pdf);
    double width;

    pdf_document_paint(pdf->document, entry->thumbnail, (Point){left, corner.y},
                       CARD_SCALE);
    while (look.size_pt > 5 && sheet_text_width(&caption, markup, &look) > room)
        look.size_pt -= 0.3;
    width = fmin(sheet_text_width(&caption, markup, &look), room);
    sheet_add_text(&caption, markup, &look,
                   (Point){corner.x + (CARD_WIDTH_PT - width) / 2, below}, width + 0.5,
                   0);
    pdf_document_begin_link(
        pdf->document, (Rect){corner.x, corner.y, CARD_WIDTH_PT, CARD_HEIGHT_PT - 4},
        definition->key);
    pdf_document_paint(pdf->document, caption.drawing, (Point){0, 0}, 1);
    pdf_document_end_link(pdf->document);
    drawing_free(caption.drawing);
}

/* How many of the family that begins at index there are. */
static unsigned family_size(const GPtrArray *entries, unsigned index)
{
    unsigned count = 1;

    while (index + count < entries->len && !atlas_begins_family(entries, index + count))
        count++;
    return count;
}

static double add_index_head(const AtlasPdf *pdf, const Sheet *sheet)
{
    SheetStyle head = style(20, 26, text_color);
    SheetStyle plain = style(9, 12, muted_color);
    g_autofree char *text =
        g_strdup_printf("%u functions, each (blue) over its derivative (orange). Click "
                        "one for its page.",
                        pdf->entries->len);

    head.bold = true;
    add_plain(sheet, "Atlas of activation functions", &head,
              (Point){MARGIN_PT, MARGIN_PT}, CONTENT_WIDTH_PT);
    add_plain(sheet, text, &plain, (Point){MARGIN_PT, MARGIN_PT + 30},
              CONTENT_WIDTH_PT);
    return INDEX_TOP_PT;
}

static void add_family(AtlasPdf *pdf, const Sheet *sheet, unsigned first,
                       unsigned count, double top)
{
    const AtlasEntry *entry = g_ptr_array_index(pdf->entries, first);
    g_autofree char *title = atlas_family_title(entry->activation->family);
    SheetStyle name = style(9.5, 13, text_color);

    name.bold = true;
    sheet_add_rule(sheet, (Point){MARGIN_PT, top - 4}, CONTENT_WIDTH_PT, 0.6,
                   rule_color);
    add_plain(sheet, title, &name, (Point){MARGIN_PT, top + 4}, FAMILY_WIDTH_PT - 6);
    for (unsigned i = 0; i < count; i++) {
        Point corner = {MARGIN_PT + FAMILY_WIDTH_PT + i % CARD_COLUMNS * CARD_WIDTH_PT,
                        top + i / CARD_COLUMNS * CARD_HEIGHT_PT};

        add_card(pdf, g_ptr_array_index(pdf->entries, first + i), corner);
    }
}

static void add_index(AtlasPdf *pdf)
{
    Sheet sheet = begin_page(pdf);
    double top;

    pdf_document_add_place(pdf->document, "index", (Point){0, 0});
    top = add_index_head(pdf, &sheet);
    for (unsigned i = 0; i < pdf->entries->len;) {
        unsigned count = family_size(pdf->entries, i);
        unsigned rows = (count + CARD_COLUMNS - 1) / CARD_COLUMNS;

        if (top + rows * CARD_HEIGHT_PT > PAGE_HEIGHT_PT - MARGIN_PT) {
            end_page(pdf, &sheet);
            sheet = begin_page(pdf);
            top = MARGIN_PT;
        }
        add_family(pdf, &sheet, i, count, top);
        top += rows * CARD_HEIGHT_PT + 4;
        i += count;
    }
    end_page(pdf, &sheet);
}

/* ---- a record's page ---- */

/* Above the figures, and above the facts only if need be. Returns where facts may
 * begin. */
static double add_formulas(const Sheet *sheet, const Definition *definition)
{
    const AtlasEquationPlace place = {
        .corner = {MARGIN_PT, FORMULAS_TOP_PT},
        .narrow_pt = ATLAS_FIGURE_WIDTH_PT,
        .wide_pt = CONTENT_WIDTH_PT,
        .height_pt = FIGURES_TOP_PT - FORMULAS_TOP_PT,
        .gap_pt = GAP_PT,
        .color = text_color,
    };

    return atlas_equation_add(sheet, definition, &place) ? FORMULAS_TOP_PT
                                                         : FIGURES_TOP_PT;
}

/* The text, without what is beyond the usual length of a fact; the caller's. */
static char *shorten(char *text)
{
    const char *end;
    char *shorter;

    if (g_utf8_strlen(text, -1) <= FACT_CHARACTERS)
        return text;
    end = g_utf8_offset_to_pointer(text, FACT_CHARACTERS);
    while (end > text && *end != ' ')
        end--;
    shorter = g_strdup_printf("%.*s …", (int)(end - text), text);
    g_free(text);
    return shorter;
}

/* One fact; returns its lower edge. */
static double add_fact(const Sheet *sheet, const AtlasRow *row, double top,
                       double scale)
{
    SheetStyle name = style(7.4 * scale, 10.2 * scale, muted_color);
    SheetStyle value = style(7.4 * scale, 10.2 * scale, text_color);
    double named = top + add_plain(sheet, row->name, &name, (Point){FACTS_LEFT_PT, top},
                                   FACT_NAME_WIDTH_PT - 4);
    double below = top;

    for (unsigned i = 0; i < MIN(row->lines->len, FACT_LINES); i++) {
        bool rest = i + 1 == FACT_LINES && row->lines->len > FACT_LINES;
        g_autofree char *text =
            rest ? g_strdup("…")
                 : shorten(atlas_line_text(&g_array_index(row->lines, AtlasLine, i)));
        g_autofree char *markup = g_markup_escape_text(text, -1);

        below += sheet_add_text(sheet, markup, &value,
                                (Point){FACTS_LEFT_PT + FACT_NAME_WIDTH_PT, below},
                                FACTS_WIDTH_PT - FACT_NAME_WIDTH_PT, 8);
    }
    return fmax(below, named);
}

/* The table of facts, its type so many times its usual size; returns its height. */
static double add_facts(const Sheet *sheet, const AtlasEntry *entry, double from,
                        double scale)
{
    SheetStyle note = style(6.6 * scale, 9 * scale, muted_color);
    double top = from;

    for (unsigned i = 0; i < entry->rows->len; i++) {
        if (i > 0)
            sheet_add_rule(sheet, (Point){FACTS_LEFT_PT, top - 1.2 * scale},
                           FACTS_WIDTH_PT, 0.4, rule_color);
        top = add_fact(sheet, &g_array_index(entry->rows, AtlasRow, i), top, scale) +
              2.4 * scale;
    }
    top += add_plain(sheet, ATLAS_FACTS_NOTE, &note, (Point){FACTS_LEFT_PT, top},
                     FACTS_WIDTH_PT);
    return top - from;
}

/* In a size at which the page has room for all. */
static void add_fitting_facts(const AtlasPdf *pdf, const Sheet *sheet,
                              const AtlasEntry *entry, double top)
{
    double room = PAGE_HEIGHT_PT - MARGIN_PT - top;
    double scale = 1;

    for (int attempt = 0; attempt < 5; attempt++) {
        Sheet trial = sheet_new(pdf);
        double height = add_facts(&trial, entry, top, scale);

        drawing_free(trial.drawing);
        if (height <= room)
            break;
        scale *= fmax(0.85, sqrt(room / height));
    }
    add_facts(sheet, entry, top, scale);
}

static void add_head(const Sheet *sheet, const Activation *activation)
{
    SheetStyle head = style(18, 24, text_color);
    SheetStyle plain = style(9, 12, muted_color);
    g_autofree char *family = atlas_family_title(activation->family);

    head.bold = true;
    add_plain(sheet, activation->definition.label, &head,
              (Point){MARGIN_PT, MARGIN_PT - 8}, CONTENT_WIDTH_PT - 140);
    add_right(sheet, family, &plain, PAGE_WIDTH_PT - MARGIN_PT, MARGIN_PT);
    add_plain(sheet, activation->help, &plain, (Point){MARGIN_PT, MARGIN_PT + 17},
              CONTENT_WIDTH_PT);
}

/* Below its family's entry of the outline, which the family's first makes. */
static void add_to_outline(AtlasPdf *pdf, const Activation *activation)
{
    const char *key = activation->definition.key;
    g_autofree char *title = atlas_family_title(activation->family);

    if (atlas_begins_family(pdf->entries, pdf->next))
        pdf->family = pdf_document_add_outline(pdf->document, 0, title, key, true);
    pdf_document_add_outline(pdf->document, pdf->family, activation->definition.label,
                             key, true);
}

void atlas_pdf_add_page(AtlasPdf *pdf, const Drawing *function, const Drawing *slopes)
{
    const AtlasEntry *entry = g_ptr_array_index(pdf->entries, pdf->next);
    const Activation *activation = entry->activation;
    Sheet sheet = begin_page(pdf);
    double facts_top;

    pdf_document_add_place(pdf->document, activation->definition.key, (Point){0, 0});
    add_to_outline(pdf, activation);
    pdf_document_paint(pdf->document, function, (Point){MARGIN_PT, FIGURES_TOP_PT}, 1);
    pdf_document_paint(pdf->document, slopes,
                       (Point){MARGIN_PT, FIGURES_TOP_PT + ATLAS_FIGURE_HEIGHT_PT}, 1);
    add_head(&sheet, activation);
    facts_top = add_formulas(&sheet, &activation->definition);
    add_fitting_facts(pdf, &sheet, entry, facts_top);
    end_page(pdf, &sheet);
    pdf->next++;
}

AtlasPdf *atlas_pdf_new(GByteArray *out, const GPtrArray *entries, TextContext *text)
{
    static const PdfMetadata metadata = {
        .title = "Atlas of activation functions",
        .subject = "Activation functions, their derivatives and computed facts",
        .keywords = "activation functions, neural networks",
    };
    AtlasPdf *pdf = g_new0(AtlasPdf, 1);

    pdf->entries = entries;
    pdf->text = text;
    pdf->document =
        pdf_document_new(out, PAGE_WIDTH_PT, PAGE_HEIGHT_PT, &metadata, true);
    pdf_document_add_outline(pdf->document, 0, "Index", "index", true);
    add_index(pdf);
    return pdf;
}

void atlas_pdf_free(AtlasPdf *pdf)
{
    if (pdf == NULL)
        return;
    pdf_document_free(pdf->document);
    g_free(pdf);
}

bool atlas_pdf_finish(AtlasPdf *pdf, GError **error)
{
    return pdf_document_finish(pdf->document, "atlas", error);
}

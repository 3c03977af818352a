/* test-backend.c - the formats that show a Drawing: their bytes read back. */
#include "config.h"

#include "activation/activation.h"
#include "backend/backend.h"
#include "backend/svg_digest.h"
#include "base/error.h"
#include "layout/layout.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <png.h>
#include <string.h>

static const Color white = {1, 1, 1, 1};
static const Color black = {0, 0, 0, 1};
static const Color red = {1, 0, 0, 1};
static const Color half_blue = {0, 0, 1, 0.5};

static GByteArray *write_with(const char *format, const Drawing *drawing,
                              const BackendOptions *options)
{
    const Backend *backend = backend_find(format);
    g_autoptr(GError) error = NULL;
    GByteArray *bytes = g_byte_array_new();

    g_assert_nonnull(backend);
    g_assert_true(backend->write_drawing(drawing, options, bytes, NULL, &error));
    g_assert_no_error(error);
    return bytes;
}

/* A page of 100 x 50 pt with whatever the callers add; dpi 72, so points are pixels. */
static Drawing *page(Color background)
{
    return drawing_new(100, 50, 72, background, "page", "Grün & <b>", "ReLU′ \"said\"");
}

static void add_rectangle(Drawing *drawing, Rect rect, Color fill)
{
    const Point points[] = {{rect.x, rect.y},
                            {rect.x + rect.width, rect.y},
                            {rect.x + rect.width, rect.y + rect.height},
                            {rect.x, rect.y + rect.height}};
    const int runs[] = {4};

    drawing_add_path(drawing, &(DrawingPath){.points = points,
                                             .runs = runs,
                                             .run_count = 1,
                                             .closed = true,
                                             .filled = true,
                                             .fill = fill});
}

static void add_segment(Drawing *drawing, Point from, Point to, double width_pt)
{
    const Point points[] = {from, to};
    const int runs[] = {2};

    drawing_add_path(drawing,
                     &(DrawingPath){.points = points,
                                    .runs = runs,
                                    .run_count = 1,
                                    .stroke = {.color = black, .width_pt = width_pt}});
}

/* One of each item, for the formats that are compared with themselves. */
static Drawing *sample(TextContext *context)
{
    Drawing *drawing = page(white);

    drawing_begin_group(drawing, "panel-1", NULL);
    drawing_begin_clip(drawing, (Rect){10, 10, 80, 30});
    drawing_begin_group(drawing, "curve-1", "ReLU & more");
    add_segment(drawing, (Point){0, 0}, (Point){100, 50}, 2);
    drawing_end_group(drawing);
    drawing_end_clip(drawing);
    drawing_add_circle(drawing, &(DrawingCircle){.center = {50, 25},
                                                 .radius_pt = 5,
                                                 .filled = true,
                                                 .fill = half_blue});
    drawing_add_text(drawing,
                     text_line_new(context, "x<sup>2</sup> &amp; α, 中文", 10, false),
                     (Point){10, 20}, 0, black);
    drawing_add_text(drawing, text_line_new(context, "Turned", 10, true),
                     (Point){95, 45}, 90, red);
    drawing_end_group(drawing);
    return drawing;
}

/* What libpng reads back. */
typedef struct {
    png_uint_32 width, height;
    int file_type;  /* the file's colours */
    int color_type; /* of the rows: RGB or RGBA */
    png_uint_32 per_metre;
    int intent;
    GHashTable *texts;
    GPtrArray *rows;
} Picture;

typedef struct {
    const GByteArray *bytes;
    gsize at;
} Reader;

static void read_bytes(png_structp png, png_bytep out, size_t length)
{
    Reader *reader = png_get_io_ptr(png);

    g_assert_cmpuint(reader->at + length, <=, reader->bytes->len);
    memcpy(out, reader->bytes->data + reader->at, length);
    reader->at += length;
}

static void read_chunks(Picture *picture, png_structp png, png_infop info)
{
    png_uint_32 y_per_metre = 0;
    int unit = 0;
    png_textp texts = NULL;
    const int count = png_get_text(png, info, &texts, NULL);

    picture->width = png_get_image_width(png, info);
    picture->height = png_get_image_height(png, info);
    png_get_pHYs(png, info, &picture->per_metre, &y_per_metre, &unit);
    g_assert_cmpuint(picture->per_metre, ==, y_per_metre);
    g_assert_cmpint(unit, ==, PNG_RESOLUTION_METER);
    g_assert_cmpuint(png_get_sRGB(png, info, &picture->intent), ==, PNG_INFO_sRGB);
    g_assert_cmpuint(png_get_valid(png, info, PNG_INFO_tIME), ==, 0);
    for (int i = 0; i < count; i++)
        g_hash_table_insert(picture->texts, g_strdup(texts[i].key),
                            g_strdup(texts[i].text));
}

static Picture *picture_read(const GByteArray *bytes)
{
    Picture *picture = g_new0(Picture, 1);
    Reader reader = {.bytes = bytes};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);

    picture->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    picture->rows = g_ptr_array_new_with_free_func(g_free);
    png_set_read_fn(png, &reader, read_bytes);
    png_read_info(png, info);
    picture->file_type = png_get_color_type(png, info);
    png_set_expand(png);
    png_read_update_info(png, info);
    picture->color_type = png_get_color_type(png, info);
    for (png_uint_32 y = 0; y < png_get_image_height(png, info); y++) {
        png_bytep row = g_malloc(png_get_rowbytes(png, info));
        png_read_row(png, row, NULL);
        g_ptr_array_add(picture->rows, row);
    }
    png_read_end(png, info);
    read_chunks(picture, png, info);
    g_assert_cmpuint(reader.at, ==, bytes->len);
    png_destroy_read_struct(&png, &info, NULL);
    return picture;
}

static void picture_free(Picture *picture)
{
    g_hash_table_unref(picture->texts);
    g_ptr_array_unref(picture->rows);
    g_free(picture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Picture, picture_free)

static const png_byte *pixel(const Picture *picture, unsigned x, unsigned y)
{
    const unsigned channels = picture->color_type == PNG_COLOR_TYPE_RGB ? 3 : 4;

    return (const png_byte *)g_ptr_array_index(picture->rows, y) + (gsize)channels * x;
}

static void assert_pixel(const Picture *picture, unsigned x, unsigned y, int r, int g,
                         int b)
{
    const png_byte *at = pixel(picture, x, y);

    g_assert_cmpint(at[0], ==, r);
    g_assert_cmpint(at[1], ==, g);
    g_assert_cmpint(at[2], ==, b);
}

/* How dark a rectangle is: 1 for all black. */
static double ink(const Picture *picture, unsigned x0, unsigned y0, unsigned x1,
                  unsigned y1)
{
    double sum = 0;

    for (unsigned y = y0; y < y1; y++)
        for (unsigned x = x0; x < x1; x++)
            sum += 1 - pixel(picture, x, y)[1] / 255.0;
    return sum / ((x1 - x0) * (double)(y1 - y0));
}

static Picture *draw_png(const Drawing *drawing)
{
    g_autoptr(GByteArray) bytes = write_with("png", drawing, &backend_options_default);

    return picture_read(bytes);
}

static void test_png_header(void)
{
    g_autoptr(Drawing) drawing = page(white);
    BackendOptions options = backend_options_default;
    options.dpi = 100;
    options.scale = 2;
    g_autoptr(GByteArray) bytes = write_with("png", drawing, &options);
    g_autoptr(Picture) picture = picture_read(bytes);

    g_assert_cmpuint(picture->width, ==, 278); /* 100 pt at 200 dots an inch */
    g_assert_cmpuint(picture->height, ==, 139);
    g_assert_cmpuint(picture->per_metre, ==, 7874);
    g_assert_cmpint(picture->file_type, ==, PNG_COLOR_TYPE_PALETTE);
    g_assert_cmpstr(g_hash_table_lookup(picture->texts, "Title"), ==, "Grün & <b>");
    g_assert_cmpstr(g_hash_table_lookup(picture->texts, "Description"), ==,
                    "ReLU′ \"said\"");
    g_assert_cmpstr(g_hash_table_lookup(picture->texts, "Source"), ==, "page");
    g_assert_cmpstr(g_hash_table_lookup(picture->texts, "Software"), ==,
                    PACKAGE_NAME " " PACKAGE_VERSION);
    assert_pixel(picture, 0, 0, 255, 255, 255);
    assert_pixel(picture, 277, 138, 255, 255, 255);
}

/* The picture of a figure. */
static Picture *draw_figure(const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Figure) figure =
        figure_parse(text, strlen(text), "f.yaml", &activation_scope, NULL, &error);
    g_assert_no_error(error);
    g_autoptr(Scene) scene = scene_new(figure, NULL, &error);
    g_assert_no_error(error);
    g_autoptr(TextContext) context = text_context_new(NULL, NULL);
    g_autoptr(Drawing) drawing = layout_scene(scene, context, NULL);
    return draw_png(drawing);
}

/* How many pixels of a row are black, and the middle of them; from is the first. */
static int count_black(const Picture *picture, unsigned y, unsigned from,
                       double *middle)
{
    double sum = 0;
    int count = 0;

    for (unsigned x = from; x < picture->width; x++) {
        const png_byte *at = pixel(picture, x, y);
        if (at[0] > 60 || at[1] > 60 || at[2] > 60)
            continue;
        sum += x;
        count++;
    }
    *middle = count > 0 ? sum / count : -1;
    return count;
}

/* One point of a quarter of a million that stands out is on the picture, as wide as the
 * line; the rest is the area that it covers. */
static void test_png_spike(void)
{
    enum { COUNT = 250000, AT = 62500 };
    g_autofree double *values = g_new(double, COUNT);
    g_autofree char *folder = g_dir_make_tmp("actplot-spike-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "noise.f64", NULL);
    g_autofree char *text =
        g_strdup_printf("size: [600 px, 400 px]\nlegend: none\n"
                        "y: {range: [0, 4], label: \"\", ticks: [], grid: false}\n"
                        "x: {range: [0, 250000], label: \"\", ticks: [], grid: false}\n"
                        "curves: [{data: %s, color: black, width: 2 px}]",
                        path);
    double middle;

    for (int i = 0; i < COUNT; i++)
        values[i] = g_random_double_range(0.5, 1);
    values[AT] = 3.9;
    g_assert_true(
        g_file_set_contents(path, (const char *)values, COUNT * sizeof *values, NULL));
    g_autoptr(Picture) picture = draw_figure(text);
    for (unsigned y = 40; y < 250; y += 10) {
        g_assert_cmpint(count_black(picture, y, 60, &middle), >=, 1);
        g_assert_cmpint(count_black(picture, y, 60, &middle), <=, 4);
        g_assert_cmpfloat_with_epsilon(middle, 0.25 * picture->width, 20);
    }
    /* y = 0.75 */
    unsigned noise = picture->height - picture->height * 3 / 16;
    g_assert_cmpint(count_black(picture, noise, 60, &middle), >,
                    (int)picture->width * 3 / 4);
    g_remove(path);
    g_rmdir(folder);
}

static void test_png_clear_background(void)
{
    g_autoptr(Drawing) drawing = page((Color){1, 1, 1, 0});
    add_rectangle(drawing, (Rect){10, 10, 20, 20}, half_blue);
    g_autoptr(Picture) picture = draw_png(drawing);

    g_assert_cmpint(picture->color_type, ==, PNG_COLOR_TYPE_RGB_ALPHA);
    g_assert_cmpint(pixel(picture, 5, 5)[3], ==, 0);
    g_assert_cmpint(pixel(picture, 15, 15)[3], ==, 128);
    assert_pixel(picture, 15, 15, 0, 0, 255);
}

/* The colour of pixel (x, y) of a picture with more colours than a palette has. */
static Color many_colors(int x, int y)
{
    return (Color){x / 255.0, y / 255.0, 128 / 255.0, 1};
}

/* 256 colours are a palette, one more is not; either way they are the same. */
static void test_png_palette(void)
{
    for (int count = 254; count <= 256; count++) {
        g_autoptr(Drawing) drawing = page(white);
        for (int i = 0; i < count; i++)
            add_rectangle(drawing, (Rect){i % 50, i / 50, 1, 1},
                          many_colors(i % 50, i / 50));
        g_autoptr(Picture) picture = draw_png(drawing);

        g_assert_cmpint(picture->file_type, ==,
                        count < 256 ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB);
        for (int i = 0; i < count; i++) {
            Color color = many_colors(i % 50, i / 50);
            assert_pixel(picture, (unsigned)i % 50, (unsigned)i / 50,
                         (int)(color.red * 255 + 0.5), (int)(color.green * 255 + 0.5),
                         128);
        }
        assert_pixel(picture, 99, 49, 255, 255, 255);
    }
}

/* Two columns and rows of grey levels, the last one clear. */
static void add_image(Drawing *drawing, Rect box, bool smooth)
{
    DrawingImage image = {.box = box, .columns = 2, .rows = 2, .smooth = smooth};
    uint8_t *pixels = g_malloc(4);

    for (unsigned i = 0; i < 255; i++)
        image.colors[i] = 0xff000000 | i * 0x010101;
    pixels[0] = 0;
    pixels[1] = 200;
    pixels[2] = 100;
    pixels[3] = smooth ? 50 : IMAGE_CLEAR;
    image.pixels = pixels;
    drawing_take_image(drawing, &image);
}

static void test_png_cells(void)
{
    g_autoptr(Drawing) drawing = page(red);
    drawing_begin_clip(drawing, (Rect){0, 0, 45, 50});
    add_image(drawing, (Rect){10, 10, 40, 20}, false);
    drawing_end_clip(drawing);
    g_autoptr(Picture) picture = draw_png(drawing);

    assert_pixel(picture, 9, 10, 255, 0, 0);
    assert_pixel(picture, 10, 10, 0, 0, 0);
    assert_pixel(picture, 29, 19, 0, 0, 0);
    assert_pixel(picture, 30, 19, 200, 200, 200);
    assert_pixel(picture, 29, 20, 100, 100, 100);
    assert_pixel(picture, 30, 20, 255, 0, 0); /* clear */
    assert_pixel(picture, 44, 10, 200, 200, 200);
    assert_pixel(picture, 45, 10, 255, 0, 0); /* cut off */
}

/* Levels are mixed between the middles of the image's pixels. */
static void test_png_smooth(void)
{
    g_autoptr(Drawing) drawing = page(red);
    add_image(drawing, (Rect){0, 0, 40, 40}, true);
    g_autoptr(Picture) picture = draw_png(drawing);

    assert_pixel(picture, 0, 0, 0, 0, 0);
    assert_pixel(picture, 39, 0, 200, 200, 200);
    assert_pixel(picture, 0, 39, 100, 100, 100);
    assert_pixel(picture, 39, 39, 50, 50, 50);
    for (unsigned x = 1; x < 40; x++)
        g_assert_cmpint(pixel(picture, x, 0)[0], >=, pixel(picture, x - 1, 0)[0]);
    g_assert_cmpint(abs(pixel(picture, 20, 0)[0] - 105), <=, 1);
    g_assert_cmpint(abs(pixel(picture, 20, 20)[0] - 88), <=, 2);
}

static void test_png_circle(void)
{
    g_autoptr(Drawing) drawing = page(white);
    drawing_add_circle(drawing,
                       &(DrawingCircle){.center = {50, 25},
                                        .radius_pt = 10,
                                        .filled = true,
                                        .fill = red,
                                        .stroke = {.color = black, .width_pt = 4}});
    g_autoptr(Picture) picture = draw_png(drawing);

    assert_pixel(picture, 50, 25, 255, 0, 0);
    assert_pixel(picture, 60, 25, 0, 0, 0); /* on the ring */
    assert_pixel(picture, 50, 14, 0, 0, 0);
    assert_pixel(picture, 63, 25, 255, 255, 255);
    assert_pixel(picture, 57, 32, 0, 0, 0); /* round, not square */
    assert_pixel(picture, 61, 36, 255, 255, 255);
}

/* Rules fall on whole pixels wherever they were asked for; curves do not move. */
static void test_png_hairline(void)
{
    g_autoptr(Drawing) drawing = page(white);
    add_segment(drawing, (Point){10, 20.2}, (Point){90, 20.2}, 1);
    add_segment(drawing, (Point){10, 29.9}, (Point){90, 29.9}, 2);
    drawing_begin_group(drawing, "curves", NULL);
    drawing_begin_group(drawing, "curve-1", NULL);
    const Point curve[] = {{10, 40}, {90, 40}};
    const int runs[] = {2};
    drawing_add_path(
        drawing,
        &(DrawingPath){.points = curve,
                       .runs = runs,
                       .run_count = 1,
                       .stroke = {.color = black, .width_pt = 1, .cap = CAP_BUTT}});
    drawing_end_group(drawing);
    drawing_end_group(drawing);
    add_segment(drawing, (Point){10, 9.6}, (Point){90, 9.6}, 1);
    g_autoptr(Picture) picture = draw_png(drawing);

    assert_pixel(picture, 50, 9, 0, 0, 0);
    assert_pixel(picture, 50, 19, 255, 255, 255);
    assert_pixel(picture, 50, 20, 0, 0, 0);
    assert_pixel(picture, 50, 21, 255, 255, 255);
    assert_pixel(picture, 50, 28, 255, 255, 255);
    assert_pixel(picture, 50, 29, 0, 0, 0);
    assert_pixel(picture, 50, 30, 0, 0, 0);
    assert_pixel(picture, 50, 31, 255, 255, 255);
    g_assert_cmpint(pixel(picture, 50, 39)[0], >, 100);
    g_assert_cmpint(pixel(picture, 50, 39)[0], <, 155);
    g_assert_cmpint(pixel(picture, 50, 40)[0], >, 100);
    g_assert_cmpint(pixel(picture, 50, 40)[0], <, 155);
}

static void test_png_clip(void)
{
    g_autoptr(Drawing) drawing = page(white);
    drawing_begin_clip(drawing, (Rect){20, 10, 30, 20});
    add_rectangle(drawing, (Rect){0, 0, 100, 50}, black);
    drawing_end_clip(drawing);
    add_rectangle(drawing, (Rect){90, 40, 5, 5}, red);
    g_autoptr(Picture) picture = draw_png(drawing);

    assert_pixel(picture, 19, 10, 255, 255, 255);
    assert_pixel(picture, 20, 10, 0, 0, 0);
    assert_pixel(picture, 49, 29, 0, 0, 0);
    assert_pixel(picture, 50, 29, 255, 255, 255);
    assert_pixel(picture, 92, 42, 255, 0, 0);
}

/* A turned text stands above its origin and left of it, where its height is. */
static void test_png_text(void)
{
    g_autoptr(TextContext) context = text_context_new("DejaVu Sans", NULL);
    g_autoptr(Drawing) drawing = page(white);
    drawing_add_text(drawing, text_line_new(context, "HHHH", 10, false),
                     (Point){10, 20}, 0, black);
    drawing_add_text(drawing, text_line_new(context, "HHHH", 10, false),
                     (Point){80, 45}, 90, black);
    g_autoptr(Picture) picture = draw_png(drawing);

    g_assert_cmpfloat(ink(picture, 10, 12, 40, 20), >, 0.2);
    g_assert_cmpfloat(ink(picture, 10, 21, 40, 30), ==, 0);
    g_assert_cmpfloat(ink(picture, 0, 0, 10, 50), ==, 0);
    g_assert_cmpfloat(ink(picture, 72, 15, 80, 45), >, 0.2);
    g_assert_cmpfloat(ink(picture, 81, 0, 100, 50), ==, 0);
    g_assert_cmpfloat(ink(picture, 72, 46, 80, 50), ==, 0);
}

static void test_png_too_large(void)
{
    g_autoptr(Drawing) drawing = page(white);
    static const double scales[] = {400, 1e6, 1e300};
    const Backend *png = backend_find("png");

    for (unsigned i = 0; i < G_N_ELEMENTS(scales); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GByteArray) bytes = g_byte_array_new();
        BackendOptions options = backend_options_default;
        options.scale = scales[i];
        g_assert_false(png->write_drawing(drawing, &options, bytes, NULL, &error));
        g_assert_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT);
        g_assert_nonnull(strstr(error->message, "too large for png"));
    }
}

static void test_png_compression(void)
{
    g_autoptr(Drawing) drawing = page(white);
    BackendOptions options = backend_options_default;
    g_autoptr(GByteArray) tight = write_with("png", drawing, &options);
    options.compression = 0;
    g_autoptr(GByteArray) loose = write_with("png", drawing, &options);

    g_assert_cmpuint(loose->len, >, 100 * 50);
    g_assert_cmpuint(tight->len, <, 1000);
}

static void assert_same(const GByteArray *a, const GByteArray *b)
{
    g_assert_cmpuint(a->len, ==, b->len);
    g_assert_true(memcmp(a->data, b->data, a->len) == 0);
}

/* The same bytes twice, in another time zone and with another locale's commas. */
static void test_same_bytes(gconstpointer format)
{
    static const char *const zones[] = {"UTC", "Asia/Tokyo", "America/St_Johns"};
    g_autoptr(GByteArray) first = NULL;

    for (unsigned i = 0; i < G_N_ELEMENTS(zones); i++) {
        g_setenv("TZ", zones[i], TRUE);
        g_autoptr(TextContext) context = text_context_new("DejaVu Sans", NULL);
        g_autoptr(Drawing) drawing = sample(context);
        g_autoptr(GByteArray) bytes =
            write_with(format, drawing, &backend_options_default);
        if (!first)
            first = g_steal_pointer(&bytes);
        else
            assert_same(bytes, first);
    }
    g_unsetenv("TZ");
}

/* Elements and the text within, as a parser reads them. */
typedef struct {
    GString *text;     /* of <text>, a line each */
    GString *elements; /* names, with the attributes that a test asks about */
    GHashTable *ids;
    int depth_of_text;
    int texts_without_length;
} Svg;

static void read_start(GMarkupParseContext *context, const char *name,
                       const char **keys, const char **values, gpointer data,
                       GError **error)
{
    Svg *svg = data;
    bool has_length = false;

    (void)context;
    (void)error;
    g_string_append_printf(svg->elements, "%s", name);
    for (int i = 0; keys[i]; i++) {
        has_length |= strcmp(keys[i], "textLength") == 0;
        if (strcmp(keys[i], "id") == 0) {
            g_assert_true(g_str_has_prefix(values[i], "page-"));
            g_assert_true(g_hash_table_add(svg->ids, g_strdup(values[i])));
        }
        if (strcmp(keys[i], "id") == 0 || strcmp(keys[i], "clip-path") == 0 ||
            strcmp(keys[i], "d") == 0 || strcmp(keys[i], "transform") == 0 ||
            strcmp(keys[i], "fill-opacity") == 0)
            g_string_append_printf(svg->elements, " %s=%s", keys[i], values[i]);
    }
    g_string_append_c(svg->elements, '\n');
    svg->depth_of_text += strcmp(name, "text") == 0;
    svg->texts_without_length += strcmp(name, "tspan") == 0 && !has_length;
}

static void read_end(GMarkupParseContext *context, const char *name, gpointer data,
                     GError **error)
{
    Svg *svg = data;

    (void)context;
    (void)error;
    if (strcmp(name, "text") == 0) {
        svg->depth_of_text--;
        g_string_append_c(svg->text, '\n');
    }
}

static void read_text(GMarkupParseContext *context, const char *text, gsize length,
                      gpointer data, GError **error)
{
    Svg *svg = data;

    (void)context;
    (void)error;
    if (svg->depth_of_text > 0)
        g_string_append_len(svg->text, text, (gssize)length);
}

/* Parses the file; whatever is not well-formed fails the test. */
static Svg *svg_read(const GByteArray *bytes)
{
    static const GMarkupParser parser = {
        .start_element = read_start, .end_element = read_end, .text = read_text};
    Svg *svg = g_new0(Svg, 1);
    g_autoptr(GError) error = NULL;

    svg->text = g_string_new(NULL);
    svg->elements = g_string_new(NULL);
    svg->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GMarkupParseContext) context =
        g_markup_parse_context_new(&parser, 0, svg, NULL);
    g_assert_true(g_markup_parse_context_parse(context, (const char *)bytes->data,
                                               (gssize)bytes->len, &error));
    g_assert_true(g_markup_parse_context_end_parse(context, &error));
    g_assert_no_error(error);
    return svg;
}

static void svg_free(Svg *svg)
{
    g_string_free(svg->text, TRUE);
    g_string_free(svg->elements, TRUE);
    g_hash_table_unref(svg->ids);
    g_free(svg);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Svg, svg_free)

static Svg *draw_svg(const Drawing *drawing, const BackendOptions *options)
{
    g_autoptr(GByteArray) bytes = write_with("svg", drawing, options);

    return svg_read(bytes);
}

/* The picture's own part of its ids stands where text has a question mark. */
static char *with_digest(const Drawing *drawing, const char *text)
{
    char digest[SVG_DIGEST_SIZE];
    svg_digest(drawing, digest);
    g_auto(GStrv) parts = g_strsplit(text, "?", -1);
    return g_strjoinv(digest, parts);
}

static void test_svg_sample(void)
{
    g_autoptr(TextContext) context = text_context_new("DejaVu Sans", NULL);
    g_autoptr(Drawing) drawing = sample(context);
    g_autoptr(Svg) svg = draw_svg(drawing, &backend_options_default);

    g_assert_cmpstr(svg->text->str, ==, "x2 & α, 中文\nTurned\n");
    g_assert_cmpint(svg->texts_without_length, ==, 0);
    g_autofree char *wanted = with_digest(drawing, "g id=page-?-panel-1\n"
                                                   "clipPath id=page-?-clip-1\n"
                                                   "rect\n"
                                                   "g clip-path=url(#page-?-clip-1)\n"
                                                   "g id=page-?-panel-1-curve-1\n"
                                                   "title\n"
                                                   "path d=M0 0l100 50\n"
                                                   "circle fill-opacity=0.5\n");
    g_assert_nonnull(strstr(svg->elements->str, wanted));
    g_assert_nonnull(
        strstr(svg->elements->str, "text transform=translate(95 45) rotate(-90)\n"));
}

/* The same name twice and names that no id may have still give different ids. */
static void test_svg_ids(void)
{
    static const char *const names[] = {"curve a", "curve-a", "curve a", "é", "\"<"};
    g_autoptr(Drawing) drawing = page(white);
    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++) {
        drawing_begin_group(drawing, names[i], NULL);
        drawing_end_group(drawing);
    }
    g_autoptr(Svg) svg = draw_svg(drawing, &backend_options_default);

    g_assert_cmpuint(g_hash_table_size(svg->ids), ==, 2 + G_N_ELEMENTS(names));
    g_autofree char *third = with_digest(drawing, "page-?-curve-a-3");
    g_assert_true(g_hash_table_contains(svg->ids, third));
}

/* Two pictures of one name have no id in common, were it only for a colour. */
static void test_svg_digest(void)
{
    char digests[3][SVG_DIGEST_SIZE];
    for (int i = 0; i < 3; i++) {
        g_autoptr(Drawing) drawing = page(white);
        drawing_add_circle(drawing, &(DrawingCircle){.center = {10, i == 1 ? 20 : 10},
                                                     .radius_pt = 2,
                                                     .filled = true,
                                                     .fill = i == 2 ? white : black});
        svg_digest(drawing, digests[i]);
        g_autoptr(Drawing) again = page(white);
        char other[SVG_DIGEST_SIZE];
        svg_digest(again, other);
        g_assert_cmpstr(digests[i], !=, other);
    }
    g_assert_cmpstr(digests[0], !=, digests[1]);
    g_assert_cmpstr(digests[0], !=, digests[2]);
}

static void test_svg_outlines(void)
{
    g_autoptr(TextContext) context = text_context_new("DejaVu Sans", NULL);
    g_autoptr(Drawing) drawing = page(white);
    drawing_add_text(drawing, text_line_new(context, "II <b>I</b>", 10, false),
                     (Point){10, 20}, 0, black);
    BackendOptions options = backend_options_default;
    options.outlines = true;
    g_autoptr(Svg) svg = draw_svg(drawing, &options);
    g_auto(GStrv) contours = g_strsplit(svg->elements->str, "M", -1);

    g_assert_cmpstr(svg->text->str, ==, "");
    g_assert_nonnull(strstr(svg->elements->str, "path transform=translate(10 20) d=M"));
    g_assert_cmpuint(g_strv_length(contours), ==, 1 + 3); /* a bar each */
}

/* Outlines reach as far as the text is wide, in points, whatever runs it has. */
static void test_svg_outlines_extent(void)
{
    g_autoptr(TextContext) context = text_context_new("DejaVu Sans", NULL);
    g_autoptr(Drawing) drawing = page(white);
    TextLine *line = text_line_new(context,
                                   "II、<b>I</b> I 与 II<sup>2</sup>I"
                                   " one run of more than ten times its size: IIIIIIII",
                                   10, false);
    const double right = line->ink.x + line->ink.width;
    drawing_add_text(drawing, line, (Point){0, 0}, 0, black);
    BackendOptions options = backend_options_default;
    options.outlines = true;
    g_autoptr(Svg) svg = draw_svg(drawing, &options);
    g_auto(GStrv) contours = g_strsplit(strstr(svg->elements->str, "d=M"), "M", -1);
    double farthest = 0;

    for (int i = 1; contours[i]; i++)
        farthest = MAX(farthest, g_ascii_strtod(contours[i], NULL));
    g_assert_cmpfloat_with_epsilon(farthest, right, 1.5); /* a bar begins at its left */
}

/* What XML cannot hold is dropped, wherever a text may come from. */
static void test_svg_hostile_text(void)
{
    g_autoptr(TextContext) context = text_context_new("DejaVu Sans", NULL);
    g_autoptr(Drawing) drawing = drawing_new(
        100, 50, 72, white, "page", "a\x01<&>\"'\xff", "]]>\n\x1b\xef\xbf\xbf");
    drawing_begin_group(drawing, "g\x02", "t\x03<");
    drawing_add_text(drawing,
                     text_line_new(context, "&lt;a&gt; &amp;amp; 'b'", 9, false),
                     (Point){0, 0}, 0, black);
    drawing_end_group(drawing);
    g_autoptr(GByteArray) bytes = write_with("svg", drawing, &backend_options_default);
    g_autoptr(Svg) svg = svg_read(bytes);

    for (guint i = 0; i < bytes->len; i++)
        g_assert_true(bytes->data[i] >= 0x20 || bytes->data[i] == '\n');
    g_assert_cmpstr(svg->text->str, ==, "<a> &amp; 'b'\n");
}

/* Relative numbers lead back to the same place after any way round. */
static void test_svg_path_rounding(void)
{
    g_autoptr(Drawing) drawing = page(white);
    const Point points[] = {{1.0 / 3, 0}, {2.0 / 3, 1.005}, {1.0 / 3, 2.0 / 3},
                            {1e9, -1e-9}, {-0.001, 0.004},  {7, 0},
                            {7, 4},       {1.0 / 3, 0}};
    const int runs[] = {G_N_ELEMENTS(points)};
    drawing_add_path(
        drawing,
        &(DrawingPath){.points = points,
                       .runs = runs,
                       .run_count = 1,
                       .closed = true,
                       .stroke = {.color = black, .width_pt = 1, .cap = CAP_ROUND}});
    g_autoptr(Svg) svg = draw_svg(drawing, &backend_options_default);

    g_assert_nonnull(strstr(svg->elements->str,
                            "path d=M.33 0l.34 1-.34-.33 999999999.67-.67h-1000000000 7"
                            "v4l-6.67-4z\n"));
}

static bool contains(const GByteArray *bytes, const char *text)
{
    return memmem(bytes->data, bytes->len, text, strlen(text)) != NULL;
}

static void test_pdf(void)
{
    g_autoptr(TextContext) context = text_context_new("DejaVu Sans", NULL);
    g_autoptr(Drawing) drawing = sample(context);
    g_unsetenv("SOURCE_DATE_EPOCH");
    g_autoptr(GByteArray) undated =
        write_with("pdf", drawing, &backend_options_default);
    g_setenv("SOURCE_DATE_EPOCH", "1700000000", TRUE);
    g_autoptr(GByteArray) dated = write_with("pdf", drawing, &backend_options_default);
    g_unsetenv("SOURCE_DATE_EPOCH");

    g_assert_true(undated->len > 5 && memcmp(undated->data, "%PDF-", 5) == 0);
    g_assert_true(contains(undated, "/CreationDate (19700101000000Z)"));
    g_assert_true(contains(dated, "/CreationDate (20231114221320Z)"));
    g_assert_true(contains(undated, "/MediaBox [ 0 0 100 50 ]"));
}

/* Figures drawn beside each other, each thread with texts of its own, are the ones
 * that are drawn alone. */
static void *draw_all(void *data)
{
    static const char *const formats[] = {"png", "svg", "pdf"};
    GPtrArray *files =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_byte_array_unref);

    for (int i = 0; i < 6; i++) {
        g_autoptr(TextContext) context = text_context_new("DejaVu Sans", NULL);
        g_autoptr(Drawing) drawing = sample(context);
        g_ptr_array_add(files,
                        write_with(formats[i % 3], drawing, &backend_options_default));
    }
    (void)data;
    return files;
}

static void test_threads(void)
{
    enum { THREADS = 4 };
    g_autoptr(GPtrArray) alone = draw_all(NULL);
    GThread *threads[THREADS];

    for (int i = 0; i < THREADS; i++)
        threads[i] = g_thread_new("draw", draw_all, NULL);
    for (int i = 0; i < THREADS; i++) {
        g_autoptr(GPtrArray) files = g_thread_join(threads[i]);
        for (guint k = 0; k < alone->len; k++)
            assert_same(g_ptr_array_index(files, k), g_ptr_array_index(alone, k));
    }
}

static void test_table(void)
{
    for (const Backend *const *at = backends; *at; at++) {
        g_assert_true(backend_find((*at)->name) == *at);
        g_assert_cmpstr((*at)->help, !=, "");
        g_assert_cmpstr((*at)->shows, !=, "");
        g_assert_cmpint(
            !(*at)->write_drawing + !(*at)->write_scene + !(*at)->write_page, ==, 2);
    }
    g_assert_null(backend_find("gif"));
    g_assert_null(backend_find(""));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/backend/table", test_table);
    g_test_add_func("/backend/png/header", test_png_header);
    g_test_add_func("/backend/png/spike", test_png_spike);
    g_test_add_func("/backend/png/clear-background", test_png_clear_background);
    g_test_add_func("/backend/png/palette", test_png_palette);
    g_test_add_func("/backend/png/cells", test_png_cells);
    g_test_add_func("/backend/png/smooth", test_png_smooth);
    g_test_add_func("/backend/png/circle", test_png_circle);
    g_test_add_func("/backend/png/hairline", test_png_hairline);
    g_test_add_func("/backend/png/clip", test_png_clip);
    g_test_add_func("/backend/png/text", test_png_text);
    g_test_add_func("/backend/png/too-large", test_png_too_large);
    g_test_add_func("/backend/png/compression", test_png_compression);
    g_test_add_data_func("/backend/png/same-bytes", "png", test_same_bytes);
    g_test_add_func("/backend/svg/sample", test_svg_sample);
    g_test_add_func("/backend/svg/ids", test_svg_ids);
    g_test_add_func("/backend/svg/digest", test_svg_digest);
    g_test_add_func("/backend/svg/outlines", test_svg_outlines);
    g_test_add_func("/backend/svg/outlines-extent", test_svg_outlines_extent);
    g_test_add_func("/backend/svg/hostile-text", test_svg_hostile_text);
    g_test_add_func("/backend/svg/path-rounding", test_svg_path_rounding);
    g_test_add_data_func("/backend/svg/same-bytes", "svg", test_same_bytes);
    g_test_add_func("/backend/pdf/page", test_pdf);
    g_test_add_data_func("/backend/pdf/same-bytes", "pdf", test_same_bytes);
    g_test_add_data_func("/backend/dump/same-bytes", "dump", test_same_bytes);
    g_test_add_func("/backend/threads", test_threads);
    const int status = g_test_run();
    text_shutdown();
    return status;
}

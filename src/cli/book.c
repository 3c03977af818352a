/* book.c - several figures as one PDF, a page each. */
#include "cli/book.h"

#include "backend/pdf_document.h"
#include "base/error.h"
#include "cli/arguments.h"
#include "cli/figure_options.h"
#include "cli/output.h"
#include "cli/picture.h"

#include <string.h>

typedef struct {
    GByteArray *out;
    PdfDocument *document; /* NULL before the first page */
    int page_count;
    char *name; /* of the file */
} Book;

/* Viewers refuse larger pages. */
static bool check_page(const Drawing *drawing, GError **error)
{
    if (drawing_width(drawing) <= PDF_SIDE_MAX_PT &&
        drawing_height(drawing) <= PDF_SIDE_MAX_PT)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "'%s' is too large for pdf (at most %d pt a side)",
                drawing_name(drawing), PDF_SIDE_MAX_PT);
    return false;
}

static bool add_page(Book *book, const Drawing *drawing, GError **error)
{
    double width = drawing_width(drawing), height = drawing_height(drawing);
    const char *title = drawing_title(drawing);
    g_autofree char *place = g_strdup_printf("figure-%d", ++book->page_count);
    const PdfMetadata metadata = {.title = book->name,
                                  .keywords = "activation functions"};

    if (!check_page(drawing, error))
        return false;
    if (book->document == NULL)
        book->document = pdf_document_new(book->out, width, height, &metadata, false);
    pdf_document_begin_page(book->document, width, height, NULL);
    pdf_document_paint(book->document, drawing, (Point){0, 0}, 1);
    pdf_document_add_place(book->document, place, (Point){0, 0});
    pdf_document_add_outline(book->document, 0,
                             *title != '\0' ? title : drawing_name(drawing), place,
                             false);
    return true;
}

static void draw(Book *book, FigureJob *job, TextContext *text)
{
    const FigureReading reading = figure_options_reading(job->warnings, job->files);
    g_autoptr(Figure) figure = figure_load_with(job->path, &reading, &job->error);
    g_autoptr(Picture) picture = NULL;

    if (figure != NULL)
        picture = picture_new(figure, text, job->warnings, &job->error);
    if (picture != NULL)
        add_page(book, picture_drawing(picture), &job->error);
}

static bool finish(Book *book, const char *path, GError **error)
{
    return pdf_document_finish(book->document, book->name, error) &&
           output_write(path, book->out->data, book->out->len, error);
}

int book_render(char **paths, int count, const FigureTask *task, const Command *command,
                bool quiet)
{
    g_autofree FigureJob *jobs = g_new0(FigureJob, (size_t)count);
    g_autofree char *name = g_path_get_basename(task->output);
    g_autoptr(TextContext) text = text_context_new(NULL, NULL);
    g_autoptr(GByteArray) out = g_byte_array_new();
    g_autoptr(GError) error = NULL;
    Book book = {.out = out, .name = name};
    int status;

    for (int i = 0; i < count; i++) {
        figure_job_init(&jobs[i], paths[i]);
        draw(&book, &jobs[i], text);
    }
    status = figure_jobs_report(jobs, count, command, quiet, NULL);
    if (status == ACTPLOT_DONE && !finish(&book, task->output, &error))
        status = arguments_fail(command, error);
    pdf_document_free(book.document);
    for (int i = 0; i < count; i++)
        figure_job_release(&jobs[i]);
    return status;
}

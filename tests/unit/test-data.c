/* test-data.c - files of data, and large ones reduced to what a page shows. */
#include "activation/activation.h"
#include "base/error.h"
#include "base/number.h"
#include "made.h"
#include "scene/columns.h"
#include "scene/data_file.h"
#include "scene/histogram.h"
#include "scene/scene.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static char *folder;

static void enter_folder(void)
{
    folder = g_dir_make_tmp("actplot-data-XXXXXX", NULL);
    g_assert_nonnull(folder);
    g_assert_cmpint(g_chdir(folder), ==, 0);
}

static void leave_folder(void)
{
    GDir *dir = g_dir_open(".", 0, NULL);
    const char *name;

    while ((name = g_dir_read_name(dir)))
        g_remove(name);
    g_dir_close(dir);
    g_assert_cmpint(g_chdir("/"), ==, 0);
    g_rmdir(folder);
    g_free(folder);
}

static void write_bytes(const char *name, const void *bytes, gsize length)
{
    g_assert_true(g_file_set_contents(name, bytes, (gssize)length, NULL));
}

static void write_text(const char *name, const char *text)
{
    write_bytes(name, text, strlen(text));
}

/* All rows of all columns: numbers behind blanks, rows behind `;`. The caller's. */
static char *read_all(DataFile *file, const DataWish *given)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    DataWish wish = given ? *given : (DataWish){.group = -1};
    double block[DATA_READ_MAX][3];
    double *columns[DATA_READ_MAX];
    gssize rows;

    if (!given)
        for (int i = 0; i < data_file_columns(file) && i < DATA_READ_MAX; i++)
            wish.columns[wish.count++] = i;
    for (int i = 0; i < DATA_READ_MAX; i++)
        columns[i] = block[i];
    if (!data_file_begin(file, &wish, &error)) {
        g_string_free(out, TRUE);
        return g_strdup(error->message);
    }
    while ((rows = data_file_read(file, columns, 3, &error)) > 0)
        for (gssize row = 0; row < rows; row++) {
            for (int i = 0; i < wish.count; i++) {
                char buffer[NUMBER_SIZE];
                g_string_append_printf(out, "%s%s", i > 0 ? " " : "",
                                       number_format(columns[i][row], buffer));
            }
            g_string_append_c(out, ';');
        }
    if (rows < 0)
        g_string_append(out, error->message);
    return g_string_free(out, FALSE);
}

/* Names behind commas, then `|`, then the rows. */
static void check(const char *name, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(DataFile) file = data_file_open(name, 0, &error);
    GString *out = g_string_new(NULL);

    if (!file) {
        g_string_assign(out, error->message);
    } else {
        g_autofree char *rows = read_all(file, NULL);
        for (guint i = 0; i < file->names->len; i++)
            g_string_append_printf(out, "%s%s", i > 0 ? "," : "",
                                   (char *)g_ptr_array_index(file->names, i));
        g_string_append_printf(out, "|%s", rows);
    }
    g_assert_cmpstr(out->str, ==, expected);
    g_string_free(out, TRUE);
}

static void test_csv(void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"x,y\n1,2\n3,4\n", "x,y|1 2;3 4;"},
        {"x,y\r\n1,2\r\n3,4", "x,y|1 2;3 4;"},
        {"\xef\xbb\xbfx;y\n1;2\n", "x,y|1 2;"},
        {"1\t2\n3\t4\n5\t6\n7\t8\n", ",|1 2;3 4;5 6;7 8;"},
        {"  1   2\n 3 4  \n", ",|1 2;3 4;"},
        {"# epoch loss\n1 2\n", "epoch,loss|1 2;"},
        {"# a comment of more words\n1,2\n\n# more\n3,4\n", ",|1 2;3 4;"},
        {"training loss\n1\n2\n", "training loss|1;2;"},
        {"1\n2\n3\n", "|1;2;3;"},
        {"a,\"b, c\",\"d\"\"e\"\n\"1\",2,3\n", "a,b, c,d\"e|1 2 3;"},
        {"a,b,c\n1,\"2\n\",3\n", "a,b,c|1 2 3;"},
        {"a,b\n,1\nNA,2\nnan,null\n-,-inf\n", "a,b|nan 1;nan 2;nan nan;nan -inf;"},
        {"a,b\n1,2,\n3,4,\n", "a,b|1 2;3 4;"},
        {"a,b\n 1 , 2 \n", "a,b|1 2;"},
        {"a;b\n1e-3;.5\n", "a,b|0.001 0.5;"},
        {"", "t.csv: there are no data"},
        {"# nothing\n\n", "t.csv: there are no data"},
        {"a,b\n1,2\n3\n",
         "a,b|t.csv:3:2: the row ends after 1 of 2 columns\n  3\n   ^"},
        {"a,b\n1,2\n3,4,5\n",
         "a,b|t.csv:3:5: the row has more than 2 columns\n  3,4,5\n      ^"},
        {"a,b\n1,2\n\n3,slow\n", "a,b|t.csv:4:3: 'slow' is not a number in column "
                                 "'b'\n  3,slow\n    ^~~~"},
        {"a;b\n1,5;2\n", "a,b|t.csv:2:1: '1,5' is not a number in column 'a' (numbers "
                         "have a decimal point here)\n  1,5;2\n  ^~~"},
        {"a,b\n1,\"2\n3,4\n",
         "a,b|t.csv:2:1: a quote is not closed in this row\n  1,\"2\n  ^"},
        {"\xff\xfe"
         "a",
         "t.csv: it is UTF-16: save it as UTF-8"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        write_text("t.csv", cases[i].text);
        check("t.csv", cases[i].expected);
    }
    write_bytes("t.csv", "1,2\0,3\n", 7);
    check("t.csv", "t.csv: it is not text (binary data is read from .npy, .f64 and "
                   ".bin)");
    check("none.csv", "cannot open 'none.csv': No such file or directory");
    check(".", "cannot read '.': it is not a regular file");
}

/* A fault that was not there is told from the place where it is: lines of rows that
 * quotes made longer count. */
static void test_csv_lines(void)
{
    write_text("t.csv", "a,b,c\n1,\"x\ny\n\",2\n3,z,bad\n");
    g_autoptr(DataFile) file = data_file_open("t.csv", 0, NULL);
    const DataWish wish = {.columns = {0, 2}, .count = 2, .group = -1};
    g_autofree char *rows = read_all(file, &wish);
    g_assert_cmpstr(rows, ==,
                    "t.csv:5:5: 'bad' is not a number in column 'c'\n  3,z,bad\n "
                    "     ^~~");
}

static void test_where(void)
{
    write_text("t.csv", "run,piece,x,y\na,1,1,2\nb,1,oops,4\na,1,3,4\n\"a\",2,5,6\n"
                        "a,2,7,8\n");
    g_autoptr(DataFile) file = data_file_open("t.csv", 0, NULL);
    const DataWish wish = {
        .columns = {2, 3, 2},
        .count = 3,
        .group = 1,
        .where_columns = {0},
        .where_texts = {"a"},
        .where_count = 1,
    };
    g_autofree char *rows = read_all(file, &wish);
    g_assert_cmpstr(rows, ==, "1 2 1;3 4 3;nan nan nan;5 6 5;7 8 7;");
    g_assert_cmpint(data_file_find(file, "y"), ==, 3);
    g_assert_cmpint(data_file_find(file, "2"), ==, 1);
    g_assert_cmpint(data_file_find(file, "5"), ==, -1);
    g_autofree char *message = data_file_missing(file, "piec");
    g_assert_cmpstr(message, ==,
                    "'piec' is not a column of t.csv (did you mean 'piece'?)");
}

/* Many times the block's size, rows of all lengths: each is read, none twice. */
static void test_csv_blocks(void)
{
    enum { ROWS = 200000 };
    GRand *random = g_rand_new_with_seed(4);
    GString *text = g_string_new("n,text,value\n");
    double sum = 0, numbers = 0, expected = 0;
    g_autofree double *n = g_new(double, 1000), *value = g_new(double, 1000);
    double *const columns[] = {n, value};
    const DataWish wish = {.columns = {0, 2}, .count = 2, .group = -1};

    for (int i = 0; i < ROWS; i++) {
        double number = g_rand_double(random) - 0.5;
        char buffer[NUMBER_SIZE];
        g_string_append_printf(text, "%d,\"%.*s\"\"\n\",%s\n", i,
                               (int)(g_rand_int(random) % 9), "abc,def,x",
                               number_format(number, buffer));
        expected += number;
    }
    write_text("big.csv", text->str);
    g_autoptr(DataFile) file = data_file_open("big.csv", 0, NULL);
    for (int round = 0; round < 2; round++) {
        gssize rows;
        sum = numbers = 0;
        g_assert_true(data_file_begin(file, &wish, NULL));
        while ((rows = data_file_read(file, columns, 1000, NULL)) > 0)
            for (gssize i = 0; i < rows; i++) {
                g_assert_cmpfloat(n[i], ==, numbers);
                numbers++;
                sum += value[i];
            }
        g_assert_cmpint((int)rows, ==, 0);
        g_assert_cmpfloat(numbers, ==, ROWS);
        g_assert_cmpfloat(sum, ==, expected);
    }
    g_string_free(text, TRUE);
    g_rand_free(random);
}

static void write_npy(const char *name, const char *header, const void *data,
                      gsize length)
{
    GByteArray *out = g_byte_array_new();
    guint16 size = (guint16)strlen(header);
    const guint8 start[] = {0x93,
                            'N',
                            'U',
                            'M',
                            'P',
                            'Y',
                            1,
                            0,
                            (guint8)(size & 0xff),
                            (guint8)(size >> 8)};

    g_byte_array_append(out, start, sizeof start);
    g_byte_array_append(out, (const guint8 *)header, size);
    g_byte_array_append(out, data, (guint)length);
    write_bytes(name, out->data, out->len);
    g_byte_array_unref(out);
}

static void test_npy(void)
{
    static const double doubles[] = {1, 2, 3, 4, 5, 6};
    static const float floats[] = {0.5f, -1, 2};
    static const gint16 shorts[] = {-1, 300};

    write_npy("t.npy", "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }\n",
              doubles, sizeof doubles);
    check("t.npy", ",|1 2;3 4;5 6;");
    write_npy("t.npy", "{'descr': '<f8', 'fortran_order': True, 'shape': (3, 2), }\n",
              doubles, sizeof doubles);
    check("t.npy", ",|1 4;2 5;3 6;");
    write_npy("t.npy", "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }\n",
              floats, sizeof floats);
    check("t.npy", "|0.5;-1;2;");
    write_npy("t.npy", "{'descr': '<i2', 'fortran_order': False, 'shape': (2,), }",
              shorts, sizeof shorts);
    check("t.npy", "|-1;300;");
    write_npy("t.npy", "{'descr': '>f8', 'fortran_order': False, 'shape': (6,), }\n",
              doubles, sizeof doubles);
    check("t.npy",
          "t.npy: numbers of type '>f8', 'fortran_order': False, 'shape':  are "
          "not read (save them as little-endian float64, float32 or integers)");
    write_npy("t.npy", "{'descr': '<f8', 'fortran_order': False, 'shape': (1,2,3), }\n",
              doubles, sizeof doubles);
    check("t.npy",
          "t.npy: an array of one or two dimensions is needed, not (1,2,3), }");
    write_npy("t.npy", "{'descr': '<f8', 'fortran_order': False, 'shape': (7,), }\n",
              doubles, sizeof doubles);
    check("t.npy", "t.npy: it is shorter than its header says");
    write_text("t.npy", "x,y\n1,2\n");
    check("t.npy", "t.npy: it is no .npy file of NumPy");
}

static void test_raw(void)
{
    static const double doubles[] = {1, 2, 3, 4, 5, 6};
    g_autoptr(GError) error = NULL;

    write_bytes("t.f64", doubles, sizeof doubles);
    check("t.f64", "|1;2;3;4;5;6;");
    g_autoptr(DataFile) file = data_file_open("t.f64", 3, &error);
    g_assert_no_error(error);
    g_autofree char *rows = read_all(file, NULL);
    g_assert_cmpstr(rows, ==, "1 2 3;4 5 6;");
    g_assert_null(data_file_open("t.f64", 4, &error));
    g_assert_cmpstr(error->message, ==,
                    "t.f64: its 48 bytes are no whole rows of 4 doubles");
}

static void test_json(void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"[{\"x\": 1, \"y\": 2.5}, {\"x\": 2}, {\"y\": null, \"x\": 3}]",
         "x,y|1 2.5;2 nan;3 nan;"},
        {"{\"x\": [1, 2], \"y\": [3, 4]}", "x,y|1 3;2 4;"},
        {"[1, 2, 3]", "1|1;2;3;"},
        {"[[1, 2], [3, 4]]", "1,2|1 2;3 4;"},
        {"[]", "t.json: there are no data (an array of objects, or an object of "
               "arrays)"},
        {"[{}]", "t.json: there are no data (an array of objects, or an object of "
                 "arrays)"},
        {"[{\"x\": \"slow\"}]", "x|t.json: 'slow' in row 1 of 'x' is not a number"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        write_text("t.json", cases[i].text);
        check("t.json", cases[i].expected);
    }
    write_text("t.json", "[1,\n 2,, 3]");
    g_autoptr(GError) error = NULL;
    g_assert_null(data_file_open("t.json", 0, &error));
    g_assert_true(g_str_has_prefix(error->message, "t.json:2:"));
}

/* The least and largest of each column of noise are kept, and a spike of one point. */
static void test_columns(void)
{
    enum { COUNT = 300000, WIDE = 500 };
    GRand *random = g_rand_new_with_seed(5);
    g_autofree double *x = g_new(double, COUNT), *y = g_new(double, COUNT);
    const Scale scale = {.kind = SCALE_LINEAR, .low = 100, .high = 900};
    double low[WIDE], high[WIDE];
    Columns columns;
    bool spike = false;

    for (int i = 0; i < WIDE; i++) {
        low[i] = INFINITY;
        high[i] = -INFINITY;
    }
    for (int i = 0; i < COUNT; i++) {
        x[i] = 1000.0 * i / COUNT;
        y[i] = i == 123456 ? 7 : g_rand_double(random);
        int at = (int)floor((x[i] - 100) / 800 * WIDE);
        if (x[i] < 100 || x[i] >= 900)
            continue;
        low[at] = fmin(low[at], y[i]);
        high[at] = fmax(high[at], y[i]);
    }
    columns_init(&columns, &scale, WIDE);
    for (int i = 0; i < COUNT; i += 999)
        columns_add(&columns, x + i, y + i, (size_t)MIN(999, COUNT - i));
    g_assert_false(columns.falls);
    GArray *points = columns_finish(&columns);
    g_assert_cmpuint(points->len, <=, 4 * WIDE + 2);
    for (guint i = 0; i < points->len; i++) {
        Point point = g_array_index(points, Point, i);
        int at = (int)floor((point.x - 100) / 800 * WIDE);
        g_assert_true(i == 0 || point.x >= g_array_index(points, Point, i - 1).x);
        spike = spike || point.y == 7;
        if (point.x < 100 || point.x >= 900)
            continue;
        if (point.y == low[at])
            low[at] = NAN;
        if (point.y == high[at])
            high[at] = NAN;
    }
    g_assert_true(spike);
    for (int i = 0; i < WIDE; i++)
        g_assert_true(isnan(low[i]) && isnan(high[i]));
    g_array_unref(points);
    g_rand_free(random);
}

/* Rows' numbers as x come to the same as x that is given. */
static void test_columns_of_rows(void)
{
    enum { COUNT = 50000 };
    const Scale scales[] = {{.kind = SCALE_LINEAR, .low = 1, .high = COUNT},
                            {.kind = SCALE_LINEAR, .low = 777.5, .high = 30000},
                            {.kind = SCALE_LOG, .low = 2, .high = COUNT / 2}};
    g_autofree double *x = g_new(double, COUNT), *y = g_new(double, COUNT);

    for (int i = 0; i < COUNT; i++) {
        x[i] = i + 1;
        y[i] = i % 7 == 3 || (i > 20000 && i < 21000) ? NAN : sin(i * 0.7) * i;
    }
    for (size_t s = 0; s < G_N_ELEMENTS(scales); s++) {
        Columns given, rows;
        columns_init(&given, &scales[s], 300);
        columns_init(&rows, &scales[s], 300);
        for (int i = 0; i < COUNT; i += 1000) {
            columns_add(&given, x + i, y + i, 1000);
            columns_add(&rows, NULL, y + i, 1000);
        }
        g_autoptr(GArray) one = columns_finish(&given);
        g_autoptr(GArray) other = columns_finish(&rows);
        int gaps = 0;
        g_assert_cmpuint(one->len, ==, other->len);
        for (guint i = 0; i < one->len; i++) {
            Point a = g_array_index(one, Point, i), b = g_array_index(other, Point, i);
            g_assert_cmpfloat(a.x, ==, b.x);
            g_assert_true(a.y == b.y || (isnan(a.y) && isnan(b.y)));
            gaps += isnan(a.y);
        }
        g_assert_cmpint(gaps, >=, 1);
    }
}

/* What numpy.histogram_bin_edges(v, 'auto') of NumPy 1.24 makes of these. */
static void test_bins(void)
{
    double ramp[100], squares[1000], same[5] = {2, 2, 2, 2, 2};

    for (int i = 0; i < 100; i++)
        ramp[i] = i * 0.1;
    for (int i = 0; i < 1000; i++)
        squares[i] = i * i * 1e-3;
    g_assert_cmpint(histogram_auto_bins(ramp, 100), ==, 8);
    g_assert_cmpint(histogram_auto_bins(squares, 1000), ==, 11);
    g_assert_cmpint(histogram_auto_bins(same, 5), ==, 1);
    g_assert_cmpint(histogram_auto_bins(ramp, 1), ==, 1);
}

static const ScenePanel *first_panel(const Made *made)
{
    return g_ptr_array_index(made->scene->panels, 0);
}

static const SceneSeries *series_of(const Made *made, guint index)
{
    return g_ptr_array_index(first_panel(made)->series, index);
}

static void expect_fault(const char *text, const char *expected)
{
    g_autoptr(GError) error = NULL;
    Figure *figure =
        figure_parse(text, strlen(text), "f.yaml", &activation_scope, NULL, &error);

    g_assert_no_error(error);
    g_assert_null(scene_new(figure, NULL, &error));
    g_assert_cmpstr(error->message, ==, expected);
    figure_free(figure);
}

static void test_curve(void)
{
    write_text("t.csv", "epoch,loss,low,high,sd\n1,4,3,5,1\n2,3,2,4,1\n3,NA,1,3,1\n"
                        "4,2,1,3,1\n5,1,0,2,1\n7,9,9,9,0\n");
    Made made = made_new("curves:\n"
                         "  - {data: t.csv, band: [low, high]}\n"
                         "  - {data: t.csv, y: sd, band: sd}\n"
                         "  - {data: t.csv, style: points, marker: plus, size: 3 pt}\n"
                         "  - {data: t.csv, style: steps, label: staircase}\n"
                         "  - {points: [[3, 3]]}\n");
    const SceneSeries *line = series_of(&made, 0);
    const SceneBand *band = g_ptr_array_index(line->bands, 0);
    const ScenePiece *steps = g_ptr_array_index(series_of(&made, 3)->pieces, 0);

    g_assert_cmpstr(first_panel(&made)->x.label.plain, ==, "epoch");
    g_assert_cmpstr(line->label.plain, ==, "loss");
    g_assert_cmpuint(line->pieces->len, ==, 2);
    g_assert_cmpuint(line->bands->len, ==, 1);
    g_assert_cmpuint(band->low->len, ==, 6);
    g_assert_cmpfloat(g_array_index(band->high, Point, 1).y, ==, 4);
    band = g_ptr_array_index(series_of(&made, 1)->bands, 0);
    g_assert_cmpfloat(g_array_index(band->low, Point, 0).y, ==, 0);
    g_assert_cmpfloat(g_array_index(band->high, Point, 0).y, ==, 2);
    g_assert_cmpuint(series_of(&made, 2)->pieces->len, ==, 0);
    g_assert_cmpuint(series_of(&made, 2)->markers->len, ==, 5);
    g_assert_cmpint(series_of(&made, 2)->marker, ==, MARKER_PLUS);
    g_assert_cmpuint(steps->points->len, ==, 4);
    g_assert_cmpfloat(g_array_index(steps->points, Point, 1).x, ==, 2);
    g_assert_cmpfloat(g_array_index(steps->points, Point, 1).y, ==, 4);
    g_assert_cmpuint(series_of(&made, 4)->markers->len, ==, 1);
    made_release(&made);

    expect_fault("curves: [{data: none.csv}]",
                 "f.yaml:1:17: cannot open 'none.csv': No such file or directory\n"
                 "  curves: [{data: none.csv}]\n"
                 "                  ^~~~~~~~");
    expect_fault("curves: [{data: t.csv, y: los}]",
                 "f.yaml:1:27: 'los' is not a column of t.csv (did you mean 'loss'?)\n"
                 "  curves: [{data: t.csv, y: los}]\n"
                 "                            ^~~");
    write_text("t.csv", "epoch,loss\n1,fast\n");
    expect_fault("curves: [{data: t.csv}]",
                 "t.csv:2:3: 'fast' is not a number in column 'loss'\n"
                 "  1,fast\n"
                 "    ^~~~");
}

/* A band is cut at the frame along its bounds. */
static void test_band(void)
{
    write_text("t.csv", "x,y,low,high\n0,0,-4,4\n4,0,-4,0\n");
    Made made = made_new("y: {range: [-2, 2]}\nx: {range: [0, 4]}\n"
                         "curves: [{data: t.csv, y: y, band: [low, high]}]");
    const SceneBand *band = g_ptr_array_index(series_of(&made, 0)->bands, 0);

    g_assert_cmpuint(band->low->len, ==, 3);
    Point corner = g_array_index(band->high, Point, 1);
    g_assert_cmpfloat_with_epsilon(corner.x, 2, 1e-12);
    g_assert_cmpfloat_with_epsilon(corner.y, 2, 1e-12);
    g_assert_cmpfloat(g_array_index(band->low, Point, 1).y, ==, -2);
    g_assert_cmpfloat(g_array_index(band->high, Point, 2).y, ==, 0);
    made_release(&made);
}

static void test_bars(void)
{
    write_text("t.csv", "name,cost\ngelu,3\nrelu,1\n");
    Made made = made_new("curves:\n"
                         "  - {bars: {relu: 2, \"x y\": -1}, label: a}\n"
                         "  - {data: t.csv}\n");
    const ScenePanel *panel = first_panel(&made);
    const GArray *ticks = panel->x.ticks;
    const SceneBar *bar = &g_array_index(series_of(&made, 1)->bars, SceneBar, 1);

    g_assert_cmpuint(ticks->len, ==, 3);
    g_assert_cmpstr(g_array_index(ticks, SceneTick, 0).label, ==, "ReLU");
    g_assert_cmpstr(g_array_index(ticks, SceneTick, 1).label, ==, "x y");
    g_assert_cmpstr(g_array_index(ticks, SceneTick, 2).label, ==, "GELU");
    /* relu's second bar stands right of the first. */
    g_assert_cmpfloat_with_epsilon(bar->left, 1, 1e-12);
    g_assert_cmpfloat_with_epsilon(bar->right, 1.4, 1e-12);
    g_assert_cmpfloat(bar->low, ==, 0);
    g_assert_cmpfloat(bar->high, ==, 1);
    made_release(&made);

    made = made_new("curves: [{bars: {a: 2, b: 3}, horizontal: true}]");
    panel = first_panel(&made);
    bar = &g_array_index(series_of(&made, 0)->bars, SceneBar, 1);
    g_assert_cmpfloat(panel->x.scale.low, ==, 0);
    g_assert_cmpfloat(panel->y.scale.low, >, panel->y.scale.high);
    g_assert_cmpfloat(bar->left, ==, 0);
    g_assert_cmpfloat(bar->right, ==, 3);
    g_assert_cmpuint(panel->y.ticks->len, ==, 2);
    made_release(&made);
}

/* Bars whose names have no room lie, unless the figure says how it shall be. */
static void test_turn(void)
{
    const char *const names = "{bars: {leaky_relu: 1, hard_sigmoid: 2, hard_swish: 3, "
                              "softplus: 1, log_sigmoid: 2, hard_tanh: 1, tanh: 2, "
                              "softsign: 1, mish: 1, sigmoid: 2%s}%s}";
    static const struct {
        const char *more, *keys, *rest;
        bool lies;
    } cases[] = {
        {"", "", "", true},
        {"", ", horizontal: false", "", false},
        {"", "", "\ny: {label: ns}", false},
        {"", "", "\nsize: [20 in, 5 in]", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *bars = g_strconcat("curves: [", names, "]", NULL);
        char **parts = g_strsplit(bars, "%s", 3);
        g_autofree char *text =
            g_strconcat(parts[0], cases[i].more, parts[1], cases[i].keys, parts[2],
                        cases[i].rest, NULL);
        Made made = made_new(text);
        g_assert_true(first_panel(&made)->y.named == cases[i].lies);
        g_assert_true(first_panel(&made)->x.named != cases[i].lies);
        made_release(&made);
        g_strfreev(parts);
    }
}

static void test_histogram(void)
{
    write_text("t.csv", "z\n0\n0.5\n1\n1\n2\n-3\nNA\n4\n");
    Made made = made_new("histogram: {data: t.csv, bins: [0, 1, 2, 4]}");
    const GArray *bars = series_of(&made, 0)->bars;
    static const double heights[] = {2, 2, 2}; /* the last bin holds its upper edge */

    g_assert_cmpuint(bars->len, ==, 3);
    for (guint i = 0; i < 3; i++)
        g_assert_cmpfloat(g_array_index(bars, SceneBar, i).high, ==, heights[i]);
    g_assert_cmpfloat(first_panel(&made)->y.scale.low, ==, 0);
    g_assert_cmpstr(first_panel(&made)->x.label.plain, ==, "z");
    g_assert_cmpstr(first_panel(&made)->y.label.plain, ==, "count");
    made_release(&made);

    made = made_new("histogram: {data: t.csv, of: 2*x, density: true, bins: 4}");
    bars = series_of(&made, 0)->bars;
    double area = 0;
    for (guint i = 0; i < bars->len; i++) {
        const SceneBar *bar = &g_array_index(bars, SceneBar, i);
        area += (bar->right - bar->left) * bar->high;
    }
    g_assert_cmpfloat_with_epsilon(area, 1, 1e-12);
    made_release(&made);

    write_text("t.csv", "z\nNA\n");
    made = made_new("histogram: {data: t.csv}");
    g_assert_cmpfloat(first_panel(&made)->y.scale.low, ==, 0);
    g_assert_cmpfloat(first_panel(&made)->y.scale.high, >, 0);
    made_release(&made);

    /* A value on an edge is in the bin above it, whatever i/49*49 is rounded to. */
    GString *text = g_string_new("z\n");
    for (int i = 0; i <= 49; i++) {
        char buffer[NUMBER_SIZE];
        g_string_append_printf(text, "%s\n", number_format(i / 49.0, buffer));
    }
    write_text("t.csv", text->str);
    g_string_free(text, TRUE);
    made = made_new("histogram: {data: t.csv, bins: 49}");
    bars = series_of(&made, 0)->bars;
    g_assert_cmpuint(bars->len, ==, 49);
    for (guint i = 0; i < 49; i++)
        g_assert_cmpfloat(g_array_index(bars, SceneBar, i).high, ==, i == 48 ? 2 : 1);
    made_release(&made);
}

/* A formula at its samples. */
static void test_samples(void)
{
    Made made = made_new("x: {range: [0, 4]}\ny: {range: [0, 4]}\n"
                         "curves: [{plot: 2*x, samples: 5, style: points},"
                         " {plot: x, samples: 3, style: line-points, marker: square}]");
    const GArray *markers = series_of(&made, 0)->markers;

    g_assert_cmpuint(markers->len, ==, 3); /* the others are above the frame */
    g_assert_cmpfloat(g_array_index(markers, Point, 1).y, ==, 2);
    g_assert_cmpuint(series_of(&made, 0)->pieces->len, ==, 0);
    g_assert_cmpuint(series_of(&made, 1)->markers->len, ==, 3);
    g_assert_cmpuint(series_of(&made, 1)->pieces->len, ==, 1);
    made_release(&made);
}

/* On a log scale the least number above 0 of a large file begins the axis. */
static void test_large_log(void)
{
    enum { COUNT = 60000 };
    g_autofree double *pairs = g_new(double, 2 * COUNT);

    for (int i = 0; i < COUNT; i++) {
        pairs[2 * i] = (i - 10) * 0.001;
        pairs[2 * i + 1] = i % 100;
    }
    write_bytes("t.f64", pairs, 2 * COUNT * sizeof *pairs);
    Made made = made_new("x: {scale: log}\ncurves: [{data: t.f64, columns: 2}]");
    g_assert_cmpfloat(first_panel(&made)->x.scale.low, <=, 0.001);
    g_assert_cmpfloat(first_panel(&made)->x.scale.low, >, 0.0005);
    g_assert_cmpuint(series_of(&made, 0)->pieces->len, ==, 1);
    made_release(&made);
}

/* A large file comes to the page as few points, with its one spike. */
static void test_large(void)
{
    enum { COUNT = 400000 };
    g_autofree double *values = g_new(double, COUNT);
    GRand *random = g_rand_new_with_seed(6);
    bool spike = false;

    for (int i = 0; i < COUNT; i++)
        values[i] = g_rand_double(random);
    values[271828] = 5;
    write_bytes("t.f64", values, COUNT * sizeof *values);
    Made made = made_new("curves: [{data: t.f64}]");
    g_assert_cmpuint(series_of(&made, 0)->pieces->len, ==, 1);
    const ScenePiece *piece = g_ptr_array_index(series_of(&made, 0)->pieces, 0);
    g_assert_cmpuint(piece->points->len, <, 20000);
    for (guint i = 0; i < piece->points->len; i++) {
        Point point = g_array_index(piece->points, Point, i);
        spike = spike || (point.x == 271829 && point.y == 5);
    }
    g_assert_true(spike);
    g_assert_cmpfloat(first_panel(&made)->y.scale.high, >=, 5);
    made_release(&made);

    made = made_new("curves: [{data: t.f64, style: points, size: 1 pt}]");
    const GArray *markers = series_of(&made, 0)->markers;
    spike = false;
    for (guint i = 0; i < markers->len; i++)
        spike = spike || g_array_index(markers, Point, i).y == 5;
    g_assert_true(spike);
    g_assert_cmpuint(markers->len, <, COUNT);
    made_release(&made);
    g_rand_free(random);
}

int main(int argc, char *argv[])
{
    int status;

    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/data/csv", test_csv);
    g_test_add_func("/data/csv-lines", test_csv_lines);
    g_test_add_func("/data/csv-blocks", test_csv_blocks);
    g_test_add_func("/data/where", test_where);
    g_test_add_func("/data/npy", test_npy);
    g_test_add_func("/data/raw", test_raw);
    g_test_add_func("/data/json", test_json);
    g_test_add_func("/data/columns", test_columns);
    g_test_add_func("/data/columns-of-rows", test_columns_of_rows);
    g_test_add_func("/data/bins", test_bins);
    g_test_add_func("/data/curve", test_curve);
    g_test_add_func("/data/band", test_band);
    g_test_add_func("/data/bars", test_bars);
    g_test_add_func("/data/turn", test_turn);
    g_test_add_func("/data/histogram", test_histogram);
    g_test_add_func("/data/large", test_large);
    g_test_add_func("/data/large-log", test_large_log);
    g_test_add_func("/data/samples", test_samples);
    enter_folder();
    status = g_test_run();
    leave_folder();
    return status;
}

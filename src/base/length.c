/* length.c - lengths with their units. */
#include "base/length.h"

#include "base/error.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

/* The unit's size in points; 0 for no such unit. */
static double unit_points(const char *unit, double dpi)
{
    const struct {
        const char *name;
        double points;
    } units[] = {
        {"in", POINTS_PER_INCH},        {"cm", POINTS_PER_INCH / 2.54},
        {"mm", POINTS_PER_INCH / 25.4}, {"pt", 1},
        {"px", POINTS_PER_INCH / dpi},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        if (strcmp(unit, units[i].name) == 0)
            return units[i].points;
    }
    return 0;
}

bool length_parse(const char *text, double dpi, double *points, GError **error)
{
    g_autofree char *number = g_strstrip(g_strdup(text));
    size_t end = strlen(number);
    double value = 0;

    while (end > 0 && g_ascii_isalpha(number[end - 1]))
        end--;
    g_autofree char *unit = g_ascii_strdown(number + end, -1);
    number[end] = '\0';
    if (!number_parse(number, &value) || !isfinite(value)) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "'%s' is not a length (write it as '10 in' or '8.5 cm')", text);
        return false;
    }
    if (unit[0] == '\0') {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "the length '%s' needs a unit: in, cm, mm, pt or px", text);
        return false;
    }
    const double size = unit_points(unit, dpi);
    if (size == 0) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "unknown unit '%s' in '%s' (known are in, cm, mm, pt and px)", unit,
                    text);
        return false;
    }
    *points = value * size;
    return true;
}

/* color-science.c - how colours look. */
#include "color-science.h"

#include <glib.h>
#include <math.h>

static double degrees(double radians)
{
    return radians * 180 / G_PI;
}

static double radians(double degrees)
{
    return degrees * G_PI / 180;
}

static double decode(double component)
{
    return component <= 0.04045 ? component / 12.92
                                : pow((component + 0.055) / 1.055, 2.4);
}

static double encode(double component)
{
    component = CLAMP(component, 0.0, 1.0);
    return component <= 0.0031308 ? component * 12.92
                                  : 1.055 * pow(component, 1 / 2.4) - 0.055;
}

static double lab_root(double share)
{
    return share > 216.0 / 24389 ? cbrt(share) : (share * 24389 / 27 + 16) / 116;
}

Lab lab_of(Color color)
{
    double r = decode(color.red), g = decode(color.green), b = decode(color.blue);
    double x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047;
    double y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b;
    double z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883;
    double fx = lab_root(x), fy = lab_root(y), fz = lab_root(z);
    return (Lab){116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

static double hue(double a, double b)
{
    double angle = a == 0 && b == 0 ? 0 : degrees(atan2(b, a));
    return angle < 0 ? angle + 360 : angle;
}

/* The names are the paper's. */
double ciede2000(Lab one, Lab two)
{
    double mean = (hypot(one.a, one.b) + hypot(two.a, two.b)) / 2;
    double g = 0.5 * (1 - sqrt(pow(mean, 7) / (pow(mean, 7) + pow(25, 7))));
    double a1 = one.a * (1 + g), a2 = two.a * (1 + g);
    double c1 = hypot(a1, one.b), c2 = hypot(a2, two.b);
    double h1 = hue(a1, one.b), h2 = hue(a2, two.b);
    double dh = h2 - h1, sum = h1 + h2, h = sum / 2;
    if (c1 * c2 == 0) {
        dh = 0;
        h = sum;
    } else {
        if (fabs(h1 - h2) > 180)
            h += sum < 360 ? 180 : -180;
        dh -= dh > 180 ? 360 : dh < -180 ? -360 : 0;
    }
    double dl = two.l - one.l, dc = c2 - c1;
    double dhh = 2 * sqrt(c1 * c2) * sin(radians(dh / 2));
    double l = (one.l + two.l) / 2, c = (c1 + c2) / 2;
    double t = 1 - 0.17 * cos(radians(h - 30)) + 0.24 * cos(radians(2 * h)) +
               0.32 * cos(radians(3 * h + 6)) - 0.2 * cos(radians(4 * h - 63));
    double theta = 30 * exp(-pow((h - 275) / 25, 2));
    double rc = 2 * sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7)));
    double sl = 1 + 0.015 * pow(l - 50, 2) / sqrt(20 + pow(l - 50, 2));
    double sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t;
    double rt = -sin(radians(2 * theta)) * rc;
    return sqrt(pow(dl / sl, 2) + pow(dc / sc, 2) + pow(dhh / sh, 2) +
                rt * (dc / sc) * (dhh / sh));
}

Color color_seen(Color color, Vision vision)
{
    static const double matrices[VISION_COUNT][3][3] = {
        [VISION_NORMAL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        [VISION_PROTANOPIA] = {{0.152286, 1.052583, -0.204868},
                               {0.114503, 0.786281, 0.099216},
                               {-0.003882, -0.048116, 1.051998}},
        [VISION_DEUTERANOPIA] = {{0.367322, 0.860646, -0.227968},
                                 {0.280085, 0.672501, 0.047413},
                                 {-0.011820, 0.042940, 0.968881}},
        [VISION_TRITANOPIA] = {{1.255528, -0.076749, -0.178779},
                               {-0.078411, 0.930809, 0.147602},
                               {0.004733, 0.691367, 0.303900}},
    };
    const double in[] = {decode(color.red), decode(color.green), decode(color.blue)};
    double out[3];
    for (int i = 0; i < 3; i++) {
        const double *row = matrices[vision][i];
        out[i] = encode(row[0] * in[0] + row[1] * in[1] + row[2] * in[2]);
    }
    return (Color){out[0], out[1], out[2], color.alpha};
}

/* kernel_pair.c - kernels of two operations, or three, in one pass. */
#include "formula/kernel_point.h"

#define PAIR(outer, inner)                                                             \
    KERNEL_POINT outer##_left_##inner##_at(double u, double v, double w)               \
    {                                                                                  \
        return outer##_at(inner##_at(u, v), w);                                        \
    }                                                                                  \
    KERNEL_POINT outer##_right_##inner##_at(double u, double v, double w)              \
    {                                                                                  \
        return outer##_at(u, inner##_at(v, w));                                        \
    }                                                                                  \
    KERNEL_3(outer##_left_##inner)                                                     \
    KERNEL_3(outer##_right_##inner)

PAIR(add, add)
PAIR(add, subtract)
PAIR(add, multiply)
PAIR(add, divide)
PAIR(subtract, add)
PAIR(subtract, subtract)
PAIR(subtract, multiply)
PAIR(subtract, divide)
PAIR(multiply, add)
PAIR(multiply, subtract)
PAIR(multiply, multiply)
PAIR(multiply, divide)
PAIR(divide, add)
PAIR(divide, subtract)
PAIR(divide, multiply)
PAIR(divide, divide)
PAIR(min, max)
PAIR(max, min)

KERNEL_POINT parabola_at(double u, double v, double w, double z)
{
    return u * (v + w) / z;
}

KERNEL_4(parabola)

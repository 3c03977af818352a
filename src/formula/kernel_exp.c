/* kernel_exp.c - what the exponential's loops must not see through. */
#include "formula/kernel_exp.h"

const double kernel_exp_most = 708;

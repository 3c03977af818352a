/* random.c - uniform and normal numbers from Philox. */
#include "network/random.h"

#include <Random123/philox.h>

#include <math.h>

/* Two numbers of 64 bits; a place's is one of those of the block index / 2. */
typedef struct {
    uint64_t half[2];
} Block;

static Block block_at(uint64_t seed, uint64_t stream, uint64_t block)
{
    const philox4x32_key_t key = {{(uint32_t)seed, (uint32_t)(seed >> 32)}};
    const philox4x32_ctr_t counter = {{(uint32_t)block, (uint32_t)(block >> 32),
                                       (uint32_t)stream, (uint32_t)(stream >> 32)}};
    const philox4x32_ctr_t bits = philox4x32(counter, key);

    return (Block){
        {(uint64_t)bits.v[1] << 32 | bits.v[0], (uint64_t)bits.v[3] << 32 | bits.v[2]}};
}

static double uniform_of(uint64_t bits)
{
    return (double)(bits >> 12 << 1 | 1) * 0x1p-53;
}

double random_uniform(uint64_t seed, uint64_t stream, uint64_t index)
{
    return uniform_of(block_at(seed, stream, index / 2).half[index % 2]);
}

double random_normal(uint64_t seed, uint64_t stream, uint64_t index)
{
    return random_quantile(random_uniform(seed, stream, index));
}

void random_fill_normal(double *numbers, size_t count, double deviation, uint64_t seed,
                        uint64_t stream)
{
    for (size_t i = 0; i < count; i += 2) {
        const Block block = block_at(seed, stream, i / 2);
        for (size_t k = 0; k < 2 && i + k < count; k++)
            numbers[i + k] = deviation * random_quantile(uniform_of(block.half[k]));
    }
}

void random_shuffle(unsigned *order, unsigned count, uint64_t seed, uint64_t stream)
{
    for (unsigned i = 0; i < count; i++) {
        const double uniform = random_uniform(seed, stream, i);
        const unsigned place = (unsigned)(uniform * (i + 1));
        order[i] = order[place];
        order[place] = i;
    }
}

/* --- The quantile --- */

/* A polynomial's value, its coefficients from the constant on. */
static double polynomial(const double *coefficients, int count, double x)
{
    double value = coefficients[count - 1];

    for (int i = count - 1; i-- > 0;)
        value = value * x + coefficients[i];
    return value;
}

/* The natural logarithm of 0 < x < 1. The C library's rounds differently on processors
 * with and without FMA, and what is trained magnifies that. */
static double logarithm(double x)
{
    int exponent;
    double part = frexp(x, &exponent), ratio, square, sum = 0;

    if (part < 0.70710678118654752) {
        part *= 2;
        exponent--;
    }
    ratio = (part - 1) / (part + 1);
    square = ratio * ratio;
    for (int k = 23; k >= 3; k -= 2)
        sum = square * (sum + 1.0 / k);
    return exponent * 0.69314718055994531 + 2 * ratio * (1 + sum);
}

/* Rational functions about the middle, in the flanks and far out: numerators and
 * denominators of algorithm AS 241 (wichura1988). */
static const double middle[2][8] = {
    {3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
     1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
     3.3430575583588128105e+4, 2.5090809287301226727e+3},
    {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
     2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
     5.2264952788528545610e+3}};
static const double flank[2][8] = {
    {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
     3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
     2.27238449892691845833e-2, 7.74545014278341407640e-4},
    {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
     1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
     1.05075007164441684324e-9}};
static const double far_out[2][8] = {
    {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
     2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
     2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1,
     1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
     1.42151175831644588870e-7, 2.04426310338993978564e-15}};

static double rational(const double parts[2][8], double x)
{
    return polynomial(parts[0], 8, x) / polynomial(parts[1], 8, x);
}

double random_quantile(double probability)
{
    const double from_middle = probability - 0.5;
    double tail, root, size;

    if (fabs(from_middle) <= 0.425)
        return from_middle * rational(middle, 0.180625 - from_middle * from_middle);
    tail = from_middle < 0 ? probability : 1 - probability;
    root = sqrt(-logarithm(tail));
    size = root <= 5 ? rational(flank, root - 1.6) : rational(far_out, root - 5);
    return from_middle < 0 ? -size : size;
}

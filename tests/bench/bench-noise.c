/* bench-noise.c - a noisy line for the bench: a sine with noise, as data.
 *
 * Use: bench-noise COUNT FILE writes so many doubles; a FILE that ends in `.csv` gets
 * the rows' numbers too, as text of 16 digits under the header `x,y`. The same noise on
 * every run (steele2014).
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 65536 };

static double next_uniform(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;

    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (double)((z ^ z >> 31) >> 11) * 0x1p-53;
}

/* Four uniform numbers make noise that is normal enough. */
static double next_value(long row, uint64_t *state)
{
    double noise = -2;

    for (int i = 0; i < 4; i++)
        noise += next_uniform(state);
    return sin((double)row * 1e-6) + 0.5 * noise;
}

int main(int argc, char *argv[])
{
    static double block[BLOCK];
    long count = argc == 3 ? strtol(argv[1], NULL, 10) : 0, used = 0;
    FILE *file = count > 0 ? fopen(argv[2], "wb") : NULL;
    uint64_t state = 1;
    int is_text;

    if (!file) {
        fprintf(stderr, "use: bench-noise COUNT FILE\n");
        return 2;
    }
    is_text = strlen(argv[2]) > 4 && strcmp(argv[2] + strlen(argv[2]) - 4, ".csv") == 0;
    if (is_text)
        fputs("x,y\n", file);
    for (long row = 1; row <= count; row++) {
        double value = next_value(row, &state);
        if (is_text) {
            fprintf(file, "%ld,%.16g\n", row, value);
            continue;
        }
        block[used++] = value;
        if (used == BLOCK || row == count) {
            fwrite(block, sizeof *block, (size_t)used, file);
            used = 0;
        }
    }
    return fclose(file) == 0 ? 0 : 1;
}

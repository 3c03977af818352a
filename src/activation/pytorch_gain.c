/* pytorch_gain.c - torch.nn.init.calculate_gain() as a table. */
#include "activation/pytorch_gain.h"

#include <glib.h>
#include <math.h>
#include <string.h>

static double one(double parameter)
{
    (void)parameter;
    return 1;
}

static double of_tanh(double parameter)
{
    (void)parameter;
    return 5.0 / 3;
}

static double of_relu(double parameter)
{
    (void)parameter;
    return sqrt(2);
}

static double of_leaky_relu(double slope)
{
    return sqrt(2 / (1 + slope * slope));
}

static double of_selu(double parameter)
{
    (void)parameter;
    return 3.0 / 4;
}

static const struct {
    const char *key;
    double (*gain)(double parameter);
} gains[] = {
    {"identity", one}, {"sigmoid", one},  {"tanh", of_tanh},
    {"relu", of_relu}, {"selu", of_selu}, {"leaky_relu", of_leaky_relu},
};

bool pytorch_gain(const char *key, double parameter, double *gain)
{
    for (size_t i = 0; i < G_N_ELEMENTS(gains); i++) {
        if (strcmp(gains[i].key, key) == 0) {
            *gain = gains[i].gain(parameter);
            return true;
        }
    }
    return false;
}

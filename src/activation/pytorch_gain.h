/* pytorch_gain.h - the gains that PyTorch recommends for the weights before a layer. */
#ifndef ACTPLOT_ACTIVATION_PYTORCH_GAIN_H
#define ACTPLOT_ACTIVATION_PYTORCH_GAIN_H

#include <stdbool.h>

/* torch.nn.init.calculate_gain() for the record of that key; parameter is the first
 * one of the record (leaky_relu's slope). False: PyTorch has none. [pytorch] */
bool pytorch_gain(const char *key, double parameter, double *gain);

#endif

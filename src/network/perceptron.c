/* perceptron.c - the passes forward and backward, and how weights begin. */
#include "network/perceptron.h"

#include "network/product.h"
#include "network/random.h"

#include <math.h>
#include <string.h>

static size_t widest(const size_t *widths, size_t depth)
{
    size_t most = 0;

    for (size_t i = 0; i <= depth; i++)
        most = MAX(most, widths[i]);
    return most;
}

Perceptron *perceptron_new(const size_t *widths, size_t depth, size_t batch,
                           const Tape *activation)
{
    Perceptron *net = g_new0(Perceptron, 1);
    size_t room = widest(widths, depth) * batch;

    net->depth = depth;
    net->batch = batch;
    net->layers = g_new0(Layer, depth);
    net->da = g_new0(double, room);
    net->turned = g_new0(double, room);
    for (size_t l = 0; l < depth; l++) {
        Layer *layer = &net->layers[l];
        size_t links = widths[l] * widths[l + 1], cells = widths[l + 1] * batch;
        layer->inputs = widths[l];
        layer->units = widths[l + 1];
        layer->activation = activation;
        layer->weights = g_new0(double, links);
        layer->weight_gradient = g_new0(double, links);
        layer->biases = g_new0(double, layer->units);
        layer->bias_gradient = g_new0(double, layer->units);
        layer->z = g_new0(double, cells);
        layer->a = g_new0(double, cells);
        layer->slope = g_new0(double, cells);
        layer->tilt = g_new0(double, cells);
        layer->dz = g_new0(double, cells);
    }
    return net;
}

void perceptron_free(Perceptron *net)
{
    if (!net)
        return;
    for (size_t l = 0; l < net->depth; l++) {
        Layer *layer = &net->layers[l];
        g_free(layer->weights);
        g_free(layer->weight_gradient);
        g_free(layer->biases);
        g_free(layer->bias_gradient);
        g_free(layer->z);
        g_free(layer->a);
        g_free(layer->slope);
        g_free(layer->tilt);
        g_free(layer->dz);
    }
    g_free(net->layers);
    g_free(net->da);
    g_free(net->turned);
    g_free(net);
}

double perceptron_bytes(const size_t *widths, size_t depth, size_t batch)
{
    double numbers = 2 * (double)widest(widths, depth) * (double)batch;

    for (size_t l = 0; l < depth; l++)
        numbers += 2 * ((double)widths[l] + 1) * (double)widths[l + 1] +
                   5 * (double)widths[l + 1] * (double)batch;
    return numbers * sizeof(double);
}

/* --- How weights begin --- */

static double dot(const double *a, const double *b, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += a[i] * b[i];
    return sum;
}

/* Makes the rows of normal numbers orthonormal, one after the other, each twice as
 * rounding would leave a rest; rows <= columns. */
static void make_orthonormal(double *matrix, size_t rows, size_t columns)
{
    for (size_t i = 0; i < rows; i++) {
        double *row = matrix + i * columns, length;
        for (size_t k = 0; k < 2 * i; k++) {
            const double *other = matrix + k % i * columns;
            double share = dot(row, other, columns);
            for (size_t j = 0; j < columns; j++)
                row[j] -= share * other[j];
        }
        length = sqrt(dot(row, row, columns));
        for (size_t j = 0; j < columns; j++)
            row[j] /= length;
    }
}

static void fill_orthogonal(Layer *layer, double factor, uint64_t seed, uint64_t stream)
{
    size_t rows = MIN(layer->units, layer->inputs),
           links = layer->units * layer->inputs;
    size_t columns = MAX(layer->units, layer->inputs);
    g_autofree double *matrix = g_new(double, links);

    random_fill_normal(matrix, links, 1, seed, stream);
    make_orthonormal(matrix, rows, columns);
    if (layer->units <= layer->inputs)
        memcpy(layer->weights, matrix, links * sizeof *matrix);
    else
        product_transpose(layer->weights, matrix, rows, columns);
    for (size_t i = 0; i < links; i++)
        layer->weights[i] *= factor;
}

static double deviation(InitialKind kind, const Layer *layer)
{
    double inputs = (double)layer->inputs, units = (double)layer->units;

    switch (kind) {
    case INITIAL_HE:
        return sqrt(2 / inputs);
    case INITIAL_XAVIER:
        return sqrt(2 / (inputs + units));
    case INITIAL_LECUN:
        return sqrt(1 / inputs);
    case INITIAL_ORTHOGONAL:
        break;
    }
    g_assert_not_reached();
}

void perceptron_initialise(Perceptron *net, const Initial *initial, uint64_t seed)
{
    for (size_t l = 0; l < net->depth; l++) {
        Layer *layer = &net->layers[l];
        uint64_t stream = 2 * (uint64_t)l;
        if (initial->kind == INITIAL_ORTHOGONAL)
            fill_orthogonal(layer, initial->sigma_w, seed, stream);
        else
            random_fill_normal(layer->weights, layer->units * layer->inputs,
                               initial->sigma_w * deviation(initial->kind, layer), seed,
                               stream);
        random_fill_normal(layer->biases, layer->units, initial->sigma_b, seed,
                           stream + 1);
    }
}

/* --- Passes --- */

static void activate(Layer *layer, size_t cells)
{
    double *const results[] = {layer->a, layer->slope, layer->tilt};

    if (layer->activation) {
        tape_evaluate_row(layer->activation, layer->z, cells, layer->parameter,
                          results);
        return;
    }
    for (size_t i = 0; i < cells; i++) {
        layer->a[i] = layer->z[i];
        layer->slope[i] = 1;
    }
}

void perceptron_forward(Perceptron *net, const double *input, size_t count)
{
    const double *a = input;

    g_assert(count <= net->batch);
    net->input = input;
    net->count = count;
    for (size_t l = 0; l < net->depth; l++) {
        Layer *layer = &net->layers[l];
        Matrix weights = {layer->weights, layer->inputs, 1};
        product(layer->z, weights, a, layer->biases, layer->units, layer->inputs,
                count);
        activate(layer, layer->units * count);
        a = layer->a;
    }
}

void perceptron_backward(Perceptron *net, const double *da)
{
    for (size_t l = net->depth; l-- > 0;) {
        Layer *layer = &net->layers[l];
        size_t cells = layer->units * net->count;
        for (size_t i = 0; i < cells; i++)
            layer->dz[i] = da[i] * layer->slope[i];
        if (layer->activation && tape_roots(layer->activation) > 2)
            layer->parameter_gradient = dot(da, layer->tilt, cells);
        if (l > 0) {
            Matrix turned = {layer->weights, 1, layer->inputs};
            product(net->da, turned, layer->dz, NULL, layer->inputs, layer->units,
                    net->count);
            da = net->da;
        }
    }
}

static double sum(const double *numbers, size_t count)
{
    double total = 0;

    for (size_t i = 0; i < count; i++)
        total += numbers[i];
    return total;
}

void perceptron_gradients(Perceptron *net)
{
    for (size_t l = 0; l < net->depth; l++) {
        Layer *layer = &net->layers[l];
        const double *a = l > 0 ? net->layers[l - 1].a : net->input;
        Matrix dz = {layer->dz, net->count, 1};
        product_transpose(net->turned, a, layer->inputs, net->count);
        product(layer->weight_gradient, dz, net->turned, NULL, layer->units, net->count,
                layer->inputs);
        for (size_t i = 0; i < layer->units; i++)
            layer->bias_gradient[i] = sum(layer->dz + i * net->count, net->count);
    }
}

const double *perceptron_output(const Perceptron *net)
{
    return net->layers[net->depth - 1].a;
}

# plots: the gallery, which is also a set of golden tests.
EXTRA_DIST += \
    plots/own/functions.yaml plots/own/poster-theme.yaml \
    plots/cost-bars.yaml plots/output-distribution.yaml plots/training.yaml \
    plots/data/cost.csv plots/data/poster.sh plots/data/normal.npy plots/data/normal.py \
    plots/data/training.csv plots/data/training.py \
    plots/article-zh.yaml \
    plots/kinks.yaml \
    plots/landmarks.yaml \
    plots/languages.yaml \
    plots/colour-blind.yaml \
    plots/dark-slides.yaml \
    plots/palettes.yaml \
    plots/dead-units.yaml \
    plots/gradient-norm.yaml \
    plots/learned-slope.yaml \
    plots/gradient-product.yaml \
    plots/prelu-alpha-gradient.yaml \
    plots/prelu-slopes.yaml \
    plots/relu-family-derivatives.yaml \
    plots/relu-family.yaml \
    plots/sweep.yaml \
    plots/tails.yaml \
    plots/saturation.yaml \
    plots/saturation-regions.yaml \
    plots/typeset.yaml \
    plots/swish-field.yaml \
    plots/swish-slope.yaml \
    plots/variance-map.yaml \
    plots/value-and-slope.yaml \
    plots/conventions.yaml \
    plots/depth-theory.yaml \
    plots/derivative-zoo.yaml \
    plots/gelu-tanh.yaml \
    plots/glu.yaml \
    plots/hard-soft.yaml \
    plots/iteration.yaml \
    plots/poster.yaml \
    plots/second-derivatives.yaml \
    plots/swish-beta.yaml \
    plots/variants.yaml

#!/bin/sh
# poster.sh - what plots/poster.yaml was made by: sh data/poster.sh ACTPLOT >poster.yaml
#
# One panel for each function of the catalogue, all on the same axes, coloured by family.
set -eu
cat <<'EOF'
# The whole catalogue on one page (data/poster.sh): the same axes for all, so that shapes
# can be compared.
title: Eighty-four activations
subtitle: each in its family's colour, its slope in grey; parameters at their defaults
description: >-
  84 small panels, one for each function of the catalogue, all from -4 to 4 across and
  from -2 to 4 upwards, each with its derivative in grey.
size: [60 cm, 44 cm]
columns: 12
share: both
overlap: over
theme: own/poster-theme.yaml
legend: none
x: {label: "", range: [-4, 4], ticks: [-4, 0, 4]}
y: {label: "", range: [-2, 4], ticks: [-2, 0, 2, 4]}
panels:
EOF
"$1" list activations --format csv | awk -F, '
    function curve(what, colour, width) {
        return "{plot: " what ", color: \"" colour "\", width: " width "}"
    }
    BEGIN {
        colour["rectified"] = colour["piecewise"] = "#1763db"
        colour["exponential"] = colour["smooth"] = "#e85c04"
        colour["sigmoidal"] = colour["squashing"] = "#0c9773"
        colour["gated"] = colour["composite"] = "#b2237f"
        colour["shrinking"] = "#7d500c"
        colour["periodic"] = colour["radial"] = "#2f95ed"
    }
    NR > 1 && $3 in colour {
        printf "  - title: %s\n    curves: [%s, %s]\n", $2,
            curve($1 "\x27", "#9aa0a6", "1.2 pt"), curve($1, colour[$3], "2 pt")
    }'

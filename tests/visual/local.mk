# visual: the same figures by actplot and by other programs, beside each other. Wants
# python3-matplotlib, r-cran-ggplot2, gnuplot, pgfplots, imagemagick, and what check-vega
# fetches; what is missing is left out.
EXTRA_DIST += tests/visual/sheet.sh tests/visual/read.awk tests/visual/figures.txt \
    tests/visual/peer_matplotlib.py tests/visual/peer_ggplot2.R \
    tests/visual/peer_gnuplot.sh tests/visual/peer_pgfplots.sh tests/visual/peer_vega.mjs \
    tests/visual/NOTES.md \
    tests/visual/figures/rectifiers.yaml tests/visual/figures/squashing.yaml \
    tests/visual/figures/slopes.yaml tests/visual/figures/family.yaml \
    tests/visual/figures/error.yaml tests/visual/figures/panels.yaml \
    tests/visual/figures/many.yaml tests/visual/figures/points.yaml

visual-sheet: actplot
	ACTPLOT_ASSETS='$(abs_top_srcdir)/assets' \
	    $(SHELL) $(srcdir)/tests/visual/sheet.sh ./actplot $(srcdir) tests/visual/sheet
.PHONY: visual-sheet

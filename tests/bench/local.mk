# bench: the program beside its peers; `make bench` installs nothing.
EXTRA_PROGRAMS += tests/bench/bench-run
tests_bench_bench_run_SOURCES = tests/bench/bench-run.c
CLEANFILES += tests/bench/bench-run$(EXEEXT)

EXTRA_PROGRAMS += tests/bench/bench-eval
tests_bench_bench_eval_SOURCES = tests/bench/bench-eval.c
tests_bench_bench_eval_LDADD = $(activation_libs)
CLEANFILES += tests/bench/bench-eval$(EXEEXT)

EXTRA_PROGRAMS += tests/bench/bench-noise
tests_bench_bench_noise_SOURCES = tests/bench/bench-noise.c
tests_bench_bench_noise_LDADD = -lm
CLEANFILES += tests/bench/bench-noise$(EXEEXT)

EXTRA_DIST += tests/bench/peers.sh tests/bench/peer_matplotlib_field.py
EXTRA_DIST += tests/bench/bench-data.sh tests/bench/peer_matplotlib_data.py
EXTRA_DIST += doc/bench.md tests/bench/bench.sh tests/bench/bench-eval.sh tests/bench/bench-eval.awk \
    tests/bench/peer_gnuplot.sh tests/bench/readme.awk \
    tests/bench/peer_matplotlib.py tests/bench/peer_numpy.py tests/bench/peer_torch.py

bench_shell = srcdir='$(abs_top_srcdir)' builddir='$(abs_top_builddir)' \
    ACTPLOT='$(abs_top_builddir)/actplot' ACTPLOT_ASSETS='$(abs_top_srcdir)/assets' \
    $(SHELL)
bench_run = $(bench_shell) '$(srcdir)/tests/bench/bench.sh'
bench_programs = actplot$(EXEEXT) tests/bench/bench-run$(EXEEXT) \
    tests/bench/bench-eval$(EXEEXT) tests/bench/bench-noise$(EXEEXT)

bench: $(bench_programs)
	@$(bench_run)

# The same, kept in the documents: all in doc/bench.md, the figures in README.md.
bench-doc: $(bench_programs)
	@{ echo '# Speed'; echo; echo 'Printed by `make bench-doc`.'; echo; $(bench_run); } \
	    | tee bench.md.new
	@mv bench.md.new '$(srcdir)/doc/bench.md'
	@awk -f '$(srcdir)/tests/bench/readme.awk' '$(srcdir)/doc/bench.md' \
	    '$(srcdir)/README.md' >README.md.new && mv README.md.new '$(srcdir)/README.md'

# Evaluation alone, beside PyTorch and NumPy.
bench-eval: $(bench_programs)
	@$(bench_shell) '$(srcdir)/tests/bench/bench-eval.sh'

# Large files alone, beside matplotlib.
bench-data: $(bench_programs)
	@$(bench_shell) '$(srcdir)/tests/bench/bench-data.sh'
.PHONY: bench bench-doc bench-eval bench-data

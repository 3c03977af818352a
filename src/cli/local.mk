# cli: the commands, one file each, and the program.
noinst_LIBRARIES += libcli.a
libcli_a_SOURCES = \
    src/cli/arguments.c src/cli/arguments.h \
    src/cli/atlas.c \
    src/cli/atlas_entry.c src/cli/atlas_entry.h \
    src/cli/atlas_equation.c src/cli/atlas_equation.h \
    src/cli/atlas_facts.c src/cli/atlas_facts.h \
    src/cli/atlas_figure.c src/cli/atlas_figure.h \
    src/cli/atlas_html.c src/cli/atlas_html.h \
    src/cli/atlas_pdf.c src/cli/atlas_pdf.h \
    src/cli/atlas_range.c src/cli/atlas_range.h \
    src/cli/book.c src/cli/book.h \
    src/cli/catalogue_filter.c src/cli/catalogue_filter.h \
    src/cli/check.c \
    src/cli/command.h src/cli/commands.c \
    src/cli/compare.c \
    src/cli/completion.c \
    src/cli/compose.c src/cli/compose.h \
    src/cli/compose_fault.c \
    src/cli/compose_settle.c \
    src/cli/compose_value.c src/cli/compose_value.h \
    src/cli/dependencies.c src/cli/dependencies.h \
    src/cli/drawing_options.c src/cli/drawing_options.h \
    src/cli/eval.c \
    src/cli/eval_stream.c src/cli/eval_stream.h \
    src/cli/export.c \
    src/cli/fact_record.c src/cli/fact_record.h \
    src/cli/fact_rows.c src/cli/fact_rows.h \
    src/cli/fact_text.c src/cli/fact_text.h \
    src/cli/fact_tree.c src/cli/fact_tree.h \
    src/cli/fault_lines.c src/cli/fault_lines.h \
    src/cli/figure_job.c src/cli/figure_job.h \
    src/cli/figure_options.c src/cli/figure_options.h \
    src/cli/find.c \
    src/cli/functions.c src/cli/functions.h \
    src/cli/help.c src/cli/help.h \
    src/cli/info.c \
    src/cli/list.c \
    src/cli/notice.c src/cli/notice.h \
    src/cli/output.c src/cli/output.h \
    src/cli/picture.c src/cli/picture.h \
    src/cli/plot.c \
    src/cli/render.c \
    src/cli/same.c \
    src/cli/schema.c src/cli/schema.h \
    src/cli/schema_values.c src/cli/schema_values.h \
    src/cli/subject.c src/cli/subject.h \
    src/cli/switches.c \
    src/cli/table.c src/cli/table.h \
    src/cli/terminal.c src/cli/terminal.h \
    src/cli/tree.c src/cli/tree.h \
    src/cli/update.c src/cli/update.h \
    src/cli/value.c src/cli/value.h \
    src/cli/verify.c \
    src/cli/watch.c
libcli_a_CPPFLAGS = $(AM_CPPFLAGS) $(PANGO_CFLAGS) $(CAIRO_CFLAGS)

bin_PROGRAMS += actplot
actplot_SOURCES = src/cli/main.c
actplot_CPPFLAGS = $(AM_CPPFLAGS) $(PANGO_CFLAGS) $(CAIRO_CFLAGS)
actplot_LDADD = $(cli_libs)

# The catalogue as a book: web pages and a PDF.
atlasdir = $(pkgdatadir)/atlas
dist_atlas_DATA = assets/atlas/atlas.css
atlas: actplot$(EXEEXT)
	./actplot$(EXEEXT) atlas --to atlas
.PHONY: atlas
clean-local: clean-atlas
clean-atlas:
	-rm -rf atlas
.PHONY: clean-atlas

# What shells complete, printed by the program.
completions = completions/actplot completions/_actplot completions/actplot.fish
bashcompletiondir = $(datadir)/bash-completion/completions
nodist_bashcompletion_DATA = completions/actplot
zshcompletiondir = $(datadir)/zsh/site-functions
nodist_zshcompletion_DATA = completions/_actplot
fishcompletiondir = $(datadir)/fish/vendor_completions.d
nodist_fishcompletion_DATA = completions/actplot.fish
CLEANFILES += $(completions)
completions/actplot: actplot$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) completions && ./actplot$(EXEEXT) completion bash >$@
completions/_actplot: actplot$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) completions && ./actplot$(EXEEXT) completion zsh >$@
completions/actplot.fish: actplot$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) completions && ./actplot$(EXEEXT) completion fish >$@

dist_pkgdata_DATA += assets/catalogue.schema.json assets/figure.schema.json \
    assets/theme.schema.json

# What figure and theme files may hold, for editors; anew after a change of their keys.
schemas: actplot$(EXEEXT)
	./actplot$(EXEEXT) export --schema=figure -o '$(srcdir)/assets/figure.schema.json'
	./actplot$(EXEEXT) export --schema=theme -o '$(srcdir)/assets/theme.schema.json'
.PHONY: schemas

check_PROGRAMS += tests/unit/test-atlas
tests_unit_test_atlas_SOURCES = tests/unit/test-atlas.c
tests_unit_test_atlas_LDADD = $(cli_libs)

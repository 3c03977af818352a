# cli: the program; one file a command.
bin_PROGRAMS += actplot
actplot_SOURCES = \
    src/cli/arguments.c src/cli/arguments.h \
    src/cli/command.h src/cli/commands.c \
    src/cli/help.c src/cli/help.h \
    src/cli/list.c \
    src/cli/main.c \
    src/cli/output.c src/cli/output.h \
    src/cli/table.c src/cli/table.h
actplot_CPPFLAGS = $(AM_CPPFLAGS) $(PANGO_CFLAGS) $(CAIRO_CFLAGS)
actplot_LDADD = libactivation.a $(base_libs) $(PANGO_LIBS) $(CAIRO_LIBS)

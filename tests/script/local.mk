# tests/script: formulas as scripts; script-maker prints them, node and gnuplot run them.
EXTRA_PROGRAMS += tests/script/script-maker
tests_script_script_maker_SOURCES = tests/script/script-maker.c
tests_script_script_maker_LDADD = $(activation_libs)
CLEANFILES += tests/script/script-maker$(EXEEXT)
check_DATA += tests/script/script-maker$(EXEEXT)
dist_check_SCRIPTS += tests/script/scripts.sh
EXTRA_DIST += tests/script/compare.js

# doc: manual pages, printed from the program's own tables while building.
noinst_PROGRAMS += doc/manual
doc_manual_SOURCES = doc/manual.c
doc_manual_LDADD = $(cli_libs)

manual_pages = doc/actplot.1 doc/actplot-figure.5 doc/actplot-formula.7
dist_man_MANS += $(manual_pages)
manual_templates = doc/actplot.1.in doc/actplot-figure.5.in doc/actplot-formula.7.in
EXTRA_DIST += $(manual_templates)
CLEANFILES += $(manual_pages)

$(manual_pages): doc/manual$(EXEEXT) $(manual_templates)
	$(AM_V_GEN)$(MKDIR_P) doc && ACTPLOT_ASSETS='$(abs_top_srcdir)/assets' \
	    doc/manual$(EXEEXT) '$(srcdir)/$@.in' >$@.new && mv $@.new $@

# README's pictures, drawn anew by its own commands: `make readme-images`.
readme_images = doc/images/gates.png doc/images/prelu.png doc/images/relu-family.png \
    doc/images/same.png doc/images/tanh.png doc/images/variants.png \
    doc/images/gelu-tanh.png doc/images/iteration.png doc/images/kinks.png \
    doc/images/poster.png doc/images/swish-slope.png doc/images/training.png \
    doc/images/vanishing.png
EXTRA_DIST += doc/make-images $(readme_images)
readme-images: actplot$(EXEEXT)
	cd '$(srcdir)' && $(SHELL) doc/make-images '$(abs_builddir)/actplot' README.md doc/images
.PHONY: readme-images

# A page of all figures of plots/, with their sources and every format: `make gallery`.
EXTRA_DIST += doc/make-gallery doc/gallery.txt
gallery: actplot$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) doc && ACTPLOT_ASSETS='$(abs_top_srcdir)/assets' \
	    $(SHELL) '$(srcdir)/doc/make-gallery' ./actplot$(EXEEXT) '$(srcdir)/plots' \
	    '$(srcdir)/doc/gallery.txt' doc
.PHONY: gallery
clean-local: clean-gallery
clean-gallery:
	-rm -rf doc/gallery doc/gallery.html
.PHONY: clean-gallery

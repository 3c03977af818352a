# peer_ggplot2.R TABLE OUT TITLE X Y SCALE - the table's curves, at ggplot2's defaults.
library(ggplot2)
given <- commandArgs(trailingOnly = TRUE)
data <- read.delim(given[1], header = FALSE, quote = "",
                   col.names = c("panel", "curve", "piece", "x", "y"))
data$curve <- factor(data$curve, levels = unique(data$curve))
plot <- ggplot(data, aes(x, y, colour = curve, group = interaction(curve, piece))) +
    geom_line() + labs(title = given[3], x = given[4], y = given[5])
if (given[6] == "log")
    plot <- plot + scale_y_log10() + coord_cartesian(ylim = c(1e-8, 1e-2))
if (length(unique(data$panel)) > 1)
    plot <- plot + facet_wrap(~panel, scales = "free_y")
ggsave(given[2], plot, width = 4.8, height = 3.2, dpi = 100, bg = "white")

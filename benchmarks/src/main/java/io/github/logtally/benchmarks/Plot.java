package io.github.logtally.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws lines and dots over two axes that begin at zero, as SVG. */
final class Plot {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 50;
    private static final int BOTTOM = 90;
    private static final int TICKS = 6;
    private static final List<String> COLOURS = List.of("#0b62a4", "#d1711c", "#4d8c2b", "#8a5aa8");

    private final String title;
    private final String horizontal;
    private final String vertical;
    private final List<Series> series = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();

    /** A value at a place. */
    record Point(double x, double y) {}

    private record Series(String name, boolean connected, List<Point> points) {}

    private record Band(String name, double from, double to) {}

    Plot(String title, String horizontal, String vertical) {
        this.title = title;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    Plot line(String name, List<Point> points) {
        series.add(new Series(name, true, points));
        return this;
    }

    Plot dots(String name, List<Point> points) {
        series.add(new Series(name, false, points));
        return this;
    }

    /** Shades what lies between two places of the horizontal axis. */
    Plot band(String name, double from, double to) {
        bands.add(new Band(name, from, to));
        return this;
    }

    String svg() {
        double stepX = step(largest(true));
        double stepY = step(largest(false));
        Axes scale = new Axes(stepX * Math.ceil(largest(true) / stepX), stepY * Math.ceil(largest(false) / stepY));
        StringBuilder svg = new StringBuilder();
        add(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"", WIDTH, HEIGHT);
        add(svg, " font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">\n");
        add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", WIDTH, HEIGHT);
        text(svg, WIDTH / 2.0, 24, "middle", "font-size=\"15\"", title);
        for (Band band : bands) {
            double from = scale.x(band.from());
            double width = scale.x(band.to()) - from;
            add(svg, "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"", from, TOP, width, HEIGHT - TOP - BOTTOM);
            add(svg, " fill=\"#eee\"/>\n");
            text(svg, from + width / 2, TOP + 16, "middle", "fill=\"#666\"", band.name());
        }
        axes(svg, scale, stepX, stepY);
        for (int i = 0; i < series.size(); i++) {
            String colour = COLOURS.get(i % COLOURS.size());
            draw(svg, scale, series.get(i), colour);
            legend(svg, i, colour);
        }
        return svg.append("</svg>\n").toString();
    }

    private double largest(boolean horizontally) {
        return series.stream()
                .flatMap(one -> one.points().stream())
                .mapToDouble(point -> horizontally ? point.x() : point.y())
                .max()
                .orElse(1);
    }

    /** A round number that divides the axis into a few parts. */
    private static double step(double largest) {
        double raw = Math.max(largest, 1e-9) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double factor : new double[] {1, 2, 5}) {
            if (raw <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private void axes(StringBuilder svg, Axes scale, double stepX, double stepY) {
        int bottom = HEIGHT - BOTTOM;
        for (double y = 0; y <= scale.maxY() + stepY / 2; y += stepY) {
            add(svg, "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>\n", LEFT, scale.y(y), WIDTH - RIGHT);
            text(svg, LEFT - 8, scale.y(y) + 4, "end", "", number(y));
        }
        for (double x = 0; x <= scale.maxX() + stepX / 2; x += stepX) {
            add(svg, "<path d=\"M%.1f %dv5\" stroke=\"#222\"/>\n", scale.x(x), bottom);
            text(svg, scale.x(x), bottom + 19, "middle", "", number(x));
        }
        add(svg, "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"#222\"/>\n", LEFT, TOP, bottom, WIDTH - RIGHT);
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, bottom + 40, "middle", "", horizontal);
        double middle = (TOP + bottom) / 2.0;
        String turned = String.format(Locale.ROOT, "transform=\"rotate(-90 20 %.1f)\"", middle);
        text(svg, 20, middle, "middle", turned, vertical);
    }

    private static void draw(StringBuilder svg, Axes scale, Series one, String colour) {
        if (one.connected() && !one.points().isEmpty()) {
            svg.append("<polyline points=\"");
            for (Point point : one.points()) {
                add(svg, "%.1f,%.1f ", scale.x(point.x()), scale.y(point.y()));
            }
            add(svg, "\" fill=\"none\" stroke-width=\"1.5\" stroke=\"%s\"/>\n", colour);
        }
        double radius = one.connected() ? 2.5 : 1.5;
        for (Point point : one.points()) {
            add(svg, "<circle cx=\"%.1f\" cy=\"%.1f\"", scale.x(point.x()), scale.y(point.y()));
            add(svg, " r=\"%.1f\" fill=\"%s\"/>\n", radius, colour);
        }
    }

    private void legend(StringBuilder svg, int index, String colour) {
        double x = LEFT + index * (WIDTH - LEFT - RIGHT) / (double) series.size();
        add(svg, "<circle cx=\"%.1f\" cy=\"%d\" r=\"4\" fill=\"%s\"/>\n", x + 4, HEIGHT - 18, colour);
        text(svg, x + 14, HEIGHT - 14, "start", "", series.get(index).name());
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String more, String text) {
        add(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>\n", x, y, anchor, more, text);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf((float) value);
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    /** From values to places in the drawing. */
    private record Axes(double maxX, double maxY) {
        double x(double value) {
            return LEFT + value / maxX * (WIDTH - LEFT - RIGHT);
        }

        double y(double value) {
            return HEIGHT - BOTTOM - value / maxY * (HEIGHT - TOP - BOTTOM);
        }
    }
}

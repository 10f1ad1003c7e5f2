package io.github.logtally.rules.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The wrong configurations of the core's own tests, each as lines of an element with its settings. */
final class WrongConfigurations {
    private static final Path FILE = Path.of("../core/src/test/resources/io/github/logtally/config/mistakes.txt");

    /** An element with its settings in their order; {@code depth} 0 is the appender, 1 a rule, 2 what is in one. */
    record Line(int depth, String kind, List<String[]> settings) {}

    private WrongConfigurations() {}

    static List<List<Line>> read() throws IOException {
        List<List<Line>> all = new ArrayList<>();
        for (String block : Files.readString(FILE).split("\n\n+", -1)) {
            List<Line> lines = block.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("    ") && !line.isBlank())
                    .map(WrongConfigurations::line)
                    .toList();
            if (!lines.isEmpty()) {
                all.add(lines);
            }
        }
        return all;
    }

    private static Line line(String text) {
        int depth = text.startsWith("> ") ? 2 : text.startsWith("Logtally") ? 0 : 1;
        String[] parts = text.replaceFirst("^> ", "").split(" \\| ", -1);
        List<String[]> settings = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            settings.add(new String[] {parts[i].substring(0, equals), parts[i].substring(equals + 1)});
        }
        return new Line(depth, parts[0], settings);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

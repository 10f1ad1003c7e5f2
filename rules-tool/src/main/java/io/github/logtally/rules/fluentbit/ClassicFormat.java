package io.github.logtally.rules.fluentbit;

import io.github.logtally.rules.fluentbit.Section.Entry;
import io.github.logtally.rules.fluentbit.Section.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The classic format: sections in brackets, one key and its value a line, {@code @INCLUDE} and {@code @SET}. */
final class ClassicFormat {
    private final ConfigFiles files;
    private final Path file;
    private @Nullable String kind;
    private int begin;
    private List<Entry> entries = new ArrayList<>();

    ClassicFormat(ConfigFiles files, Path file) {
        this.files = files;
        this.file = file;
    }

    void read(String text) throws IOException {
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("@")) {
                endSection();
                command(line, number);
            } else if (line.startsWith("[") && line.endsWith("]")) {
                endSection();
                kind = line.substring(1, line.length() - 1).strip().toUpperCase(Locale.ROOT);
                begin = number;
            } else {
                entry(line, number);
            }
        }
        endSection();
    }

    private void entry(String line, int number) {
        int end = indexOfSpace(line);
        if (kind == null) {
            files.trouble(place(number), "'" + line + "' stands in no section and is not read");
        } else if (end < 0) {
            files.trouble(place(number), "'" + line + "' has no value and is not read");
        } else {
            entries.add(new Entry(
                    line.substring(0, end).toLowerCase(Locale.ROOT),
                    line.substring(end).strip(),
                    number));
        }
    }

    private void command(String line, int number) throws IOException {
        int end = indexOfSpace(line);
        String name = (end < 0 ? line : line.substring(0, end)).toUpperCase(Locale.ROOT);
        String value = end < 0 ? "" : line.substring(end).strip();
        int equals = value.indexOf('=');
        if (name.equals("@INCLUDE") && !value.isEmpty()) {
            files.include(file, value, place(number));
        } else if (name.equals("@SET") && equals > 0) {
            files.set(
                    value.substring(0, equals).strip(),
                    value.substring(equals + 1).strip());
        } else {
            files.trouble(place(number), "'" + line + "' is not understood");
        }
    }

    private void endSection() {
        if (kind != null) {
            files.add(new Section(kind, entries, place(begin)));
        }
        kind = null;
        entries = new ArrayList<>();
    }

    private Place place(int line) {
        return new Place(ConfigFiles.nameOf(file), line);
    }

    private static int indexOfSpace(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isWhitespace(line.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}

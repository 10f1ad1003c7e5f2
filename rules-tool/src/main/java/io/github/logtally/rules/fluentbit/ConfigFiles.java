package io.github.logtally.rules.fluentbit;

import io.github.logtally.rules.fluentbit.Section.Entry;
import io.github.logtally.rules.fluentbit.Section.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a configuration with the files that it includes, whichever format each of them has. */
final class ConfigFiles {
    private static final int DEEPEST_INCLUDE = 16;
    private static final int MOST_FILES = 1000;
    private static final long LARGEST_FILE = 16L << 20;

    private final Variables variables = new Variables();
    private final List<Section> sections = new ArrayList<>();
    private final List<String> trouble = new ArrayList<>();
    private int depth;
    private int files;

    private ConfigFiles() {}

    /**
     * All sections in their order, with the variables that are known replaced.
     *
     * @param trouble what could not be read
     */
    record Config(List<Section> sections, List<String> trouble) {}

    static Config read(Path file, Map<String, String> variables) throws IOException {
        ConfigFiles reader = new ConfigFiles();
        variables.forEach(reader.variables::set);
        reader.readFile(file);
        List<Section> resolved = reader.sections.stream().map(reader::resolved).toList();
        return new Config(resolved, reader.trouble);
    }

    private Section resolved(Section section) {
        List<Entry> entries = section.entries().stream()
                .map(entry -> new Entry(entry.key(), variables.resolve(entry.value()), entry.line()))
                .toList();
        return new Section(section.kind(), entries, section.place());
    }

    private void readFile(Path file) throws IOException {
        files++;
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException(file + " is too large to be a configuration");
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String name = nameOf(file).toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            new YamlFormat(this, file).read(text);
        } else {
            new ClassicFormat(this, file).read(text);
        }
    }

    static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    void add(Section section) {
        sections.add(section);
    }

    void set(String name, String value) {
        variables.set(name, value);
    }

    void trouble(Place place, String words) {
        trouble.add(place + ": " + words);
    }

    /** Reads the files that a name, in which {@code *} and {@code ?} stand for anything, means in the folder of {@code from}. */
    void include(Path from, String pattern, Place place) throws IOException {
        if (depth == DEEPEST_INCLUDE || files >= MOST_FILES) {
            trouble(place, "'" + pattern + "' is not read: files include each other too often");
            return;
        }
        List<Path> included = included(from, variables.resolve(pattern));
        if (included.isEmpty()) {
            trouble(place, "there is no file '" + pattern + "' to include");
        }
        depth++;
        for (Path file : included) {
            readFile(file);
        }
        depth--;
    }

    private static List<Path> included(Path from, String pattern) throws IOException {
        try {
            if (!pattern.contains("*") && !pattern.contains("?")) {
                Path file = from.resolveSibling(pattern);
                return Files.isRegularFile(file) ? List.of(file) : List.of();
            }
            int folderEnd = pattern.lastIndexOf('/') + 1;
            Path folder = from.resolveSibling(pattern.substring(0, folderEnd) + ".");
            List<Path> files = new ArrayList<>();
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern.substring(folderEnd))) {
                    found.forEach(files::add);
                }
            }
            files.removeIf(file -> !Files.isRegularFile(file));
            Collections.sort(files);
            return files;
        } catch (InvalidPathException noPath) {
            return List.of();
        }
    }
}

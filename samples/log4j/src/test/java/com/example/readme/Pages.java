package com.example.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** README.md, CHANGELOG.md, CONTRIBUTING.md and the pages of docs, by their paths from the root of the project. */
final class Pages {
    /** The root of the project. */
    static final Path ROOT = Path.of("../..");

    private Pages() {}

    /** All of them. */
    static List<String> all() {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md"),
                            docs.map(page -> "docs/" + page.getFileName())
                                    .filter(page -> page.endsWith(".md"))
                                    .sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a page. */
    static String read(String page) {
        try {
            return Files.readString(ROOT.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package com.example.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The PromQL of README.md and of the pages of docs: code within a line that calls a function, and blocks of promql. */
final class PageQueries {
    private static final Path ROOT = Path.of("../..");

    /** Those that pages use: a name alone, as in {@code rate()}, is none. */
    private static final Pattern INLINE = Pattern.compile(
            "`((?:sum|max|min|avg|count|topk|rate|increase|absent|histogram_quantile|histogram_count)\\b[^`]*\\([^`)][^`]*)`");

    private static final Pattern BLOCK = Pattern.compile("^```promql\n(.+?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private PageQueries() {}

    /** Those of all pages. */
    static List<String> all() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            docs.filter(page -> page.toString().endsWith(".md")).sorted())
                    .flatMap(page -> of(read(page)))
                    .toList();
        }
    }

    /** Those of one page, by its path from the root of the project. */
    static List<String> of(Path page) {
        return of(read(ROOT.resolve(page))).toList();
    }

    private static Stream<String> of(String page) {
        return Stream.of(INLINE, BLOCK)
                .flatMap(kind -> kind.matcher(page).results())
                .map(found -> found.group(1).strip());
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

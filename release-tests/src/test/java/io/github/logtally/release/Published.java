package io.github.logtally.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A module that is published: one with a {@code bnd.bnd}. */
record Published(Path directory) {
    static final Path ROOT = Path.of(System.getProperty("logtally.root"));
    static final String VERSION = System.getProperty("logtally.version");

    private static final Pattern ARTIFACT = Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");

    static List<Published> modules() {
        try (Stream<Path> directories = Files.list(ROOT)) {
            return directories
                    .filter(directory -> Files.exists(directory.resolve("bnd.bnd")))
                    .sorted()
                    .map(Published::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String artifact() {
        try {
            Matcher artifact = ARTIFACT.matcher(Files.readString(directory.resolve("pom.xml")));
            if (!artifact.find()) {
                throw new IllegalStateException("No artifactId in " + directory.resolve("pom.xml"));
            }
            return artifact.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar of this classifier, with a hyphen in front, or the one without. */
    Path jar(String classifier) {
        return directory.resolve("target").resolve(artifact() + "-" + VERSION + classifier + ".jar");
    }

    Path sbom() {
        return directory.resolve("target").resolve("bom.xml");
    }

    Path api() {
        return directory.resolve("api.txt");
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }
}

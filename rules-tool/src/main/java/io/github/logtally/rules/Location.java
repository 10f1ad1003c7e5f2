package io.github.logtally.rules;

import io.github.logtally.rulesfile.RulesFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a rules file is, as a user of an appender writes it. */
final class Location {
    private static final String CLASS_PATH = "classpath:";
    private static final String FILE = "file:";

    private Location() {}

    static RulesFile read(String location) {
        try (InputStream in = open(location)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + location + ".");
            }
            int name = Math.max(location.lastIndexOf('/'), location.lastIndexOf(':'));
            return RulesFile.read(location.substring(name + 1), in);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + location + ": " + e, e);
        }
    }

    private static @Nullable InputStream open(String location) throws IOException {
        if (location.startsWith(CLASS_PATH)) {
            return resource(location.substring(CLASS_PATH.length()).replaceFirst("^/+", ""));
        }
        Path file = location.startsWith(FILE) ? ofUri(location) : Path.of(location);
        return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
    }

    /** A URI, or what looks like one and has spaces in it, or a path that is relative. */
    private static Path ofUri(String location) {
        try {
            URI uri = new URI(location);
            if (!uri.isOpaque()) {
                return Path.of(uri);
            }
        } catch (URISyntaxException | IllegalArgumentException noUri) {
            // Then it is a path behind the scheme
        }
        return Path.of(location.substring(FILE.length()));
    }

    private static @Nullable InputStream resource(String name) {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        InputStream in = ofThread == null ? null : ofThread.getResourceAsStream(name);
        return in == null ? LogtallyRules.class.getClassLoader().getResourceAsStream(name) : in;
    }
}

package io.github.logtally.rulesfile;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where one rules file is. {@code classpath:} is looked up once, when this is made; {@code file:} is followed by a path as it
 * is, nothing in it decoded, relative ones to the working directory.
 */
final class RulesSource {
    private static final String CLASSPATH = "classpath:";
    private static final String FILE = "file:";

    private final String name;
    private final @Nullable Path path;
    private final @Nullable URL resource;
    private final String problem;

    private RulesSource(String name, @Nullable Path path, @Nullable URL resource, String problem) {
        this.name = name;
        this.path = path;
        this.resource = resource;
        this.problem = problem;
    }

    /** What was read, or why nothing was. Equal by what was read. */
    record Content(@Nullable ByteBuffer bytes, String problem) {
        Content(String problem) {
            this(null, problem);
        }

        // Written out: what the JDK makes for the first record that is compared keeps the class loader of that record

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Content that && Objects.equals(bytes, that.bytes) && problem.equals(that.problem);
        }

        @Override
        public int hashCode() {
            return Objects.hash(bytes, problem);
        }
    }

    /** A source as the user wrote it; what is wrong with it {@link #read} says. */
    static RulesSource of(String text, List<ClassLoader> loaders) {
        if (text.startsWith(CLASSPATH)) {
            return onClassPath(text, loaders);
        }
        if (text.startsWith(FILE)) {
            return file(text);
        }
        boolean plain = !text.isEmpty() && text.indexOf(':') < 0;
        return unusable(
                text,
                plain
                        ? "does not say where the file is: write file:" + text + " or classpath:" + text + "."
                        : "is not read from there: write file: and a path, or classpath: and the name of a resource.");
    }

    private static RulesSource onClassPath(String text, List<ClassLoader> loaders) {
        String resource = text.substring(CLASSPATH.length()).replaceFirst("^/+", "");
        for (ClassLoader loader : loaders) {
            URL url = resource.isEmpty() ? null : find(resource, loader);
            if (url != null) {
                return new RulesSource(resource, pathOf(url), url, "");
            }
        }
        return unusable(text, "there is no such resource on the class path.");
    }

    /** A loader that an application server has stopped throws; another may have the resource all the same. */
    private static @Nullable URL find(String resource, ClassLoader loader) {
        try {
            return loader.getResource(resource);
        } catch (RuntimeException | LinkageError e) {
            return null;
        }
    }

    private static RulesSource file(String text) {
        String path = text.substring(FILE.length()).replaceFirst("^//(?=/)", "");
        try {
            return path.isEmpty()
                    ? unusable(text, "names no file: write file: and its path.")
                    : new RulesSource(path, Path.of(path), null, "");
        } catch (InvalidPathException e) {
            return unusable(text, "is no path: " + e.getReason() + ".");
        }
    }

    private static RulesSource unusable(String text, String problem) {
        return new RulesSource(text.isEmpty() ? "''" : text, null, null, problem);
    }

    private static @Nullable Path pathOf(URL url) {
        try {
            return "file".equals(url.getProtocol()) ? Path.of(url.toURI()) : null;
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }

    /** The name in messages. */
    String name() {
        return name;
    }

    /** Whether what is read can be another thing later. */
    boolean canChange() {
        return path != null;
    }

    /** Reads it, whole. Never throws. */
    Content read() {
        if (!problem.isEmpty()) {
            return new Content(problem);
        }
        try (InputStream in = open()) {
            return new Content(ByteBuffer.wrap(in.readNBytes(RulesFile.LARGEST + 1)), "");
        } catch (NoSuchFileException | FileNotFoundException e) {
            return new Content("does not exist.");
        } catch (IOException | RuntimeException e) {
            return new Content("cannot be read: " + e);
        }
    }

    private InputStream open() throws IOException {
        if (path != null) {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                // A pipe would keep whoever reads it waiting
                throw new IOException("it is no regular file");
            }
            return Files.newInputStream(path);
        }
        if (resource == null) {
            throw new IOException("there is nothing to read");
        }
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }
}

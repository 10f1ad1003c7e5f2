package io.github.logtally.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Rules files in one file, with {@code =====} between them. A line {@code #!} is what is said about the file, {@code #schema
 * accepts} that no schema can see what is wrong, {@code #duplicate} that only those who read the text can, {@code #no yaml}
 * that it is no document; all are comments of the file itself, so that lines count.
 */
final class RulesCorpus {
    private static final String MESSAGE = "#! ";

    /** A file of the corpus. */
    record Sample(String yaml, List<String> messages) {
        boolean says(String remark) {
            return yaml.lines().anyMatch(remark::equals);
        }

        String title() {
            return yaml.lines()
                    .filter(line -> !line.startsWith("#"))
                    .reduce((a, b) -> a + " / " + b.strip())
                    .orElse("nothing");
        }
    }

    private RulesCorpus() {}

    static List<Sample> of(String resource) {
        List<Sample> samples = new ArrayList<>();
        for (String yaml : text(resource).split("(?m)^=====\n")) {
            List<String> messages = Arrays.stream(yaml.split("\n"))
                    .filter(line -> line.startsWith(MESSAGE))
                    .map(line -> line.substring(MESSAGE.length()))
                    .toList();
            samples.add(new Sample(yaml, messages));
        }
        return samples;
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(RulesCorpus.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

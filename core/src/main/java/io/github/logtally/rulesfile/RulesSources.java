package io.github.logtally.rulesfile;

import io.github.logtally.spi.Element;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The files that the setting {@code rules} names: one, or several with commas between them, which count in this order.
 * Immutable; reading blocks as files do.
 */
@ProviderType
public final class RulesSources {
    private final List<RulesSource> sources;

    private RulesSources(List<RulesSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * The files of a setting. Never throws.
     *
     * @param setting {@code classpath:} with the name of a resource or {@code file:} with a path; a backslash takes the
     *     next comma literally. Empty: none
     * @param loaders where resources are looked for, in this order; not kept
     * @return the files, not read yet
     */
    public static RulesSources of(String setting, List<ClassLoader> loaders) {
        List<RulesSource> sources = new ArrayList<>();
        if (!setting.isBlank()) {
            for (String item : setting.split("(?<!\\\\),", -1)) {
                sources.add(RulesSource.of(item.trim().replace("\\,", ","), loaders));
            }
        }
        return new RulesSources(sources);
    }

    /**
     * Whether no file is named.
     *
     * @return true for none
     */
    public boolean isEmpty() {
        return sources.isEmpty();
    }

    /**
     * The names of the files that always read the same, as they are in an archive.
     *
     * @return the names, in the order of the files
     */
    public List<String> unchangeable() {
        return sources.stream()
                .filter(source -> !source.canChange())
                .map(RulesSource::name)
                .toList();
    }

    /**
     * Reads all files. Never throws.
     *
     * @return what is in them now
     */
    public Contents read() {
        return new Contents(
                sources.stream().map(RulesSource::name).toList(),
                sources.stream().map(RulesSource::read).toList());
    }

    /** What was read at one time. Equal if every byte is, and every problem. */
    @ProviderType
    public static final class Contents {
        private final List<String> names;
        private final List<RulesSource.Content> contents;

        private Contents(List<String> names, List<RulesSource.Content> contents) {
            this.names = names;
            this.contents = contents;
        }

        /**
         * The appender with the rules of these files behind its own.
         *
         * @param appender the appender
         * @return its copy with more children
         */
        public Element addTo(Element appender) {
            List<Element> rules = new ArrayList<>(appender.children());
            for (int i = 0; i < contents.size(); i++) {
                ByteBuffer bytes = contents.get(i).bytes();
                RulesFile file = bytes == null
                        ? RulesFile.refused(names.get(i), contents.get(i).problem())
                        : RulesFile.read(names.get(i), bytes);
                rules.addAll(file.elements());
            }
            return new Element(appender.kind(), appender.settings(), rules, appender.origin());
        }

        /**
         * Why some of the files could not be read, each with its name.
         *
         * @return one line for each such file
         */
        public List<String> problems() {
            List<String> problems = new ArrayList<>();
            for (int i = 0; i < contents.size(); i++) {
                if (contents.get(i).bytes() == null) {
                    problems.add(names.get(i) + ": " + contents.get(i).problem());
                }
            }
            return problems;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Contents that && contents.equals(that.contents);
        }

        @Override
        public int hashCode() {
            return contents.hashCode();
        }
    }
}

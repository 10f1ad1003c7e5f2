package io.github.logtally.config;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What metrics and labels can be called. The Prometheus client takes any name, and fails later, at registration or at
 * every scrape: so everything is checked here.
 */
final class Names {
    private static final String OWN_PREFIX = "logtally_";
    private static final String TOTAL = "_total";
    private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
    private static final Pattern UNIT = Pattern.compile("[a-zA-Z0-9_]*");

    /** Ends of names that the formats of the metrics page give a meaning of their own. */
    private static final List<String> RESERVED_SUFFIXES = List.of(TOTAL, "_created", "_bucket", "_info");

    private Names() {}

    /** A prefix for the names of metrics, or the empty text for none. */
    static String namespace(String text) throws Mistake {
        if (!text.isEmpty()) {
            requireMetricCharacters(text);
            requireNotOurs(text + "_");
        }
        return text;
    }

    /** The full name of a metric. */
    static String metric(MetricKind kind, String namespace, String name) throws Mistake {
        requireMetricCharacters(Settings.requireText(name));
        String full = namespace.isEmpty() ? name : namespace + "_" + name;
        requireNotOurs(full);
        String base = kind == MetricKind.COUNTER ? withoutTotal(full) : full;
        if (base.isEmpty()) {
            throw new Mistake(Words.quote(name) + " is no name: nothing stands before " + TOTAL + ".");
        }
        for (String suffix : RESERVED_SUFFIXES) {
            if (base.endsWith(suffix)) {
                throw new Mistake(Words.quote(full) + ": the name of a " + Vocabulary.word(kind) + " cannot end with "
                        + suffix
                        + ", which has a meaning of its own on the metrics page"
                        + Words.didYouMean(base.length() == suffix.length() ? null : cut(name, full, base, suffix)));
            }
        }
        return full;
    }

    private static @Nullable String cut(String name, String full, String base, String suffix) {
        int less = full.length() - base.length() + suffix.length();
        return less < name.length() ? name.substring(0, name.length() - less) + full.substring(base.length()) : null;
    }

    private static String withoutTotal(String name) {
        return name.endsWith(TOTAL) ? name.substring(0, name.length() - TOTAL.length()) : name;
    }

    /**
     * Every name that a metric takes on the metrics page: its family's, and those of its samples. Two metrics that share
     * one cannot stand on the same page.
     */
    static Set<String> taken(MetricKind kind, String name) {
        return switch (kind) {
            case COUNTER -> {
                String base = withoutTotal(name);
                yield Set.of(base, base + TOTAL, base + "_created");
            }
            case GAUGE -> Set.of(name);
            case HISTOGRAM -> Set.of(name, name + "_count", name + "_sum", name + "_bucket", name + "_created");
            case SUMMARY -> Set.of(name, name + "_count", name + "_sum", name + "_created");
        };
    }

    /** The name of a label. */
    static String label(String name) throws Mistake {
        if (name.isEmpty()) {
            throw new Mistake("a label has no name.");
        }
        if (!LABEL.matcher(name).matches()) {
            throw new Mistake(Words.quote(name)
                    + " is no name of a label: it has letters, digits and _ and begins with no digit"
                    + Words.didYouMean(mended(name, "[^a-zA-Z0-9_]")));
        }
        if (name.startsWith("__")) {
            throw new Mistake("the label " + Words.quote(name)
                    + " begins with __, which Prometheus keeps for itself. Choose another name.");
        }
        return name;
    }

    /** Refuses the label that the client adds to the samples of this kind itself. */
    static void requireLabelFor(MetricKind kind, String label) throws Mistake {
        boolean taken = (kind == MetricKind.HISTOGRAM && label.equals("le"))
                || (kind == MetricKind.SUMMARY && label.equals("quantile"));
        if (taken) {
            throw new Mistake("the label " + Words.quote(label) + " is a " + Vocabulary.word(kind)
                    + "'s own. Choose another name.");
        }
    }

    /** A unit for the metadata. */
    static String unit(String text) throws Mistake {
        if (!UNIT.matcher(text).matches()) {
            throw new Mistake(Words.quote(text) + " is no unit for the metadata: it has letters, digits and _"
                    + Words.didYouMean(mended(text, "[^a-zA-Z0-9_]")));
        }
        return text;
    }

    private static void requireMetricCharacters(String name) throws Mistake {
        if (!METRIC.matcher(name).matches()) {
            throw new Mistake(Words.quote(name)
                    + " is no name of a metric: it has letters, digits, _ and : and begins with no digit"
                    + Words.didYouMean(mended(name, "[^a-zA-Z0-9_:]")));
        }
    }

    private static void requireNotOurs(String full) throws Mistake {
        if (full.startsWith(OWN_PREFIX)) {
            throw new Mistake(Words.quote(full) + " begins with " + OWN_PREFIX
                    + " as Logtally's own metrics do. Choose another name.");
        }
    }

    /** The name with {@code _} for every character that it cannot have, or null where little would be left of it. */
    private static @Nullable String mended(String name, String wrong) {
        String mended = name.replaceAll(wrong, "_").replaceFirst("^([0-9])", "_$1");
        return mended.replaceAll("[_:]", "").isEmpty() ? null : mended;
    }
}

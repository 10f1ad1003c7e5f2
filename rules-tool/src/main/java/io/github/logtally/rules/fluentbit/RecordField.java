package io.github.logtally.rules.fluentbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of Fluent Bit's records and what holds the same in the JVM, judged by its name.
 *
 * @param source what holds it
 * @param name the field as Fluent Bit writes it, {@code $a['b']} as {@code a.b}
 * @param key the key in the MDC; empty for other sources
 */
record RecordField(Source source, String name, String key) {
    /** What of a log event a field is made of. */
    enum Source {
        /** The whole line of the log. */
        LINE("{message}"),
        MESSAGE("{message}"),
        LEVEL("{level}"),
        LOGGER("{logger}"),
        THREAD("{thread}"),
        EXCEPTION("{exception:full}"),
        MARKER("{marker}"),
        MDC(""),
        /** What Fluent Bit's filter for Kubernetes adds. */
        KUBERNETES(""),
        /** What no event has. */
        NONE("");

        private final String reference;

        Source(String reference) {
            this.reference = reference;
        }
    }

    private static final Pattern ACCESSOR =
            Pattern.compile("\\$?([^\\s\\[\\]]+)((?:\\[(?:'[^']*'|\"[^\"]*\"|\\d+)])*)");
    private static final Pattern STEP = Pattern.compile("\\[(?:'([^']*)'|\"([^\"]*)\"|(\\d+))]");

    private static final Map<String, Source> BY_NAME = Map.ofEntries(
            Map.entry("log", Source.LINE),
            Map.entry("message", Source.MESSAGE),
            Map.entry("msg", Source.MESSAGE),
            Map.entry("@message", Source.MESSAGE),
            Map.entry("level", Source.LEVEL),
            Map.entry("severity", Source.LEVEL),
            Map.entry("log.level", Source.LEVEL),
            Map.entry("loglevel", Source.LEVEL),
            Map.entry("log_level", Source.LEVEL),
            Map.entry("levelname", Source.LEVEL),
            Map.entry("logger", Source.LOGGER),
            Map.entry("logger_name", Source.LOGGER),
            Map.entry("loggername", Source.LOGGER),
            Map.entry("log.logger", Source.LOGGER),
            Map.entry("thread", Source.THREAD),
            Map.entry("thread_name", Source.THREAD),
            Map.entry("threadname", Source.THREAD),
            Map.entry("process.thread.name", Source.THREAD),
            Map.entry("exception", Source.EXCEPTION),
            Map.entry("exception_class", Source.EXCEPTION),
            Map.entry("error.type", Source.EXCEPTION),
            Map.entry("thrown.name", Source.EXCEPTION),
            Map.entry("marker", Source.MARKER),
            Map.entry("time", Source.NONE),
            Map.entry("date", Source.NONE),
            Map.entry("timestamp", Source.NONE),
            Map.entry("@timestamp", Source.NONE),
            Map.entry("stream", Source.NONE),
            Map.entry("stack_trace", Source.NONE),
            Map.entry("error.stack_trace", Source.NONE),
            Map.entry("hostname", Source.NONE),
            Map.entry("host", Source.NONE),
            Map.entry("pid", Source.NONE));

    /** Maps in which encoders of JSON put the MDC. */
    private static final Set<String> MDC_MAPS = Set.of("mdc", "contextmap", "context_map", "thread_context", "labels");

    /** Where Fluent Bit puts what it has found in the line. */
    private static final Set<String> PARSED_MAPS = Set.of("log_processed", "log_parsed");

    /** The field that an accessor means, {@code color}, {@code $color} or {@code $kubernetes['labels']['app']}. */
    static RecordField of(String accessor) throws NotTranslatable {
        Matcher matcher = ACCESSOR.matcher(accessor);
        if (!matcher.matches()) {
            throw new NotTranslatable("'" + accessor + "' is no accessor of a field");
        }
        List<String> path = new ArrayList<>();
        path.add(matcher.group(1));
        Matcher step = STEP.matcher(matcher.group(2));
        while (step.find()) {
            String key = step.group(1) == null ? step.group(2) : step.group(1);
            path.add(key == null ? step.group(3) : key);
        }
        return of(path, String.join(".", path));
    }

    private static RecordField of(List<String> path, String name) {
        String first = path.get(0).toLowerCase(Locale.ROOT);
        if (path.size() > 1 && PARSED_MAPS.contains(first)) {
            return of(path.subList(1, path.size()), name);
        }
        if (first.equals("kubernetes")) {
            return new RecordField(Source.KUBERNETES, name, "");
        }
        if (path.size() > 1 && MDC_MAPS.contains(first)) {
            return new RecordField(Source.MDC, name, String.join(".", path.subList(1, path.size())));
        }
        String whole = String.join(".", path);
        Source known = BY_NAME.get(whole.toLowerCase(Locale.ROOT));
        return known == null ? new RecordField(Source.MDC, name, whole) : new RecordField(known, name, "");
    }

    /** Whether this is the text of the message, or the line that has it. */
    boolean isText() {
        return source == Source.LINE || source == Source.MESSAGE;
    }

    /** The reference that gives it. */
    String reference() throws NotTranslatable {
        return switch (source) {
            case MDC -> {
                if (key.isBlank() || key.matches(".*[{}:].*")) {
                    throw new NotTranslatable("no reference can name the key '" + key + "'");
                }
                yield "{mdc:" + key + "}";
            }
            case KUBERNETES ->
                throw new NotTranslatable(
                        "the application does not know it; Prometheus adds it to all metrics when it finds the pod");
            case NONE -> throw new NotTranslatable("no log event has it");
            default -> source.reference;
        };
    }
}

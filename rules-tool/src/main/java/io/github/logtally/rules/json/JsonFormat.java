package io.github.logtally.rules.json;

import io.github.logtally.rules.log.LogEvent;
import io.github.logtally.rules.log.LogFormat;
import io.github.logtally.rules.log.LogLevels;
import io.github.logtally.rules.log.OwnLevels;
import io.github.logtally.rules.log.StackTraces;
import io.github.logtally.spi.LoggedThrowable;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line, whatever encoder wrote it: those of logstash-logback-encoder, of the Elastic Common Schema, of
 * Logback itself and the templates that Log4j brings use different names for the same, never one name for two things.
 */
public final class JsonFormat implements LogFormat {
    /** The names that {@code --layout} takes for this. */
    public static final List<String> NAMES = List.of("json", "logstash", "ecs", "log4j-json");

    private static final JsonLine.Path[] LEVEL = paths("level", "log.level", "severity");
    private static final JsonLine.Path[] LOGGER = paths("logger_name", "log.logger", "loggerName", "_logger", "logger");
    private static final JsonLine.Path[] THREAD =
            paths("thread_name", "process.thread.name", "threadName", "thread", "_thread");
    private static final JsonLine.Path[] MESSAGE = paths("formattedMessage", "message", "short_message");
    private static final JsonLine.Path[] MARKERS = paths("markers", "marker", "tags");
    private static final JsonLine.Path[] TRACE = paths(
            "stack_trace",
            "error.stack_trace",
            "thrown.extendedStackTrace",
            "exception.stacktrace",
            "_exception.stackTrace",
            "full_message",
            "exception");
    private static final JsonLine.Path[] THROWN =
            paths("error.type", "thrown.name", "exception.exception_class", "throwable.className", "_exception.class");
    private static final List<String> MDC_PARENTS = List.of("mdc.", "labels.", "contextMap.", "", "_");
    private static final List<String> FIELD_PARENTS = List.of("", "_", "labels.", "contextMap.", "mdc.");

    /** Levels as syslog numbers them, which GELF does. */
    private static final List<String> SYSLOG =
            List.of("FATAL", "FATAL", "FATAL", "ERROR", "WARN", "INFO", "INFO", "DEBUG");

    private final String name;
    private final Map<String, JsonLine.Path[]> keys = new LinkedHashMap<>();
    private final Map<String, JsonLine.Path[]> fieldKeys = new LinkedHashMap<>();

    // Mutable state: of the event that was completed last

    private final JsonLine line = new JsonLine();
    private final OwnLevels ownLevels = new OwnLevels();

    /** A format that goes by this name. */
    public JsonFormat(String name) {
        this.name = name;
    }

    private static JsonLine.Path[] paths(String... names) {
        JsonLine.Path[] paths = new JsonLine.Path[names.length];
        for (int i = 0; i < names.length; i++) {
            paths[i] = JsonLine.Path.of(names[i]);
        }
        return paths;
    }

    private int find(JsonLine.Path[] paths) {
        for (JsonLine.Path path : paths) {
            int member = line.find(path);
            if (member != JsonLine.NONE) {
                return member;
            }
        }
        return JsonLine.NONE;
    }

    @Override
    public boolean begins(LogEvent event, int from, int to) {
        byte[] bytes = event.bytes();
        return to > from + 1 && bytes[from] == '{' && bytes[to - 1] == '}';
    }

    @Override
    public boolean complete(LogEvent event) {
        if (!line.read(event.bytes(), event.start(), event.end())) {
            return false;
        }
        event.level(level(event));
        note(event, LogEvent.LOGGER, find(LOGGER));
        note(event, LogEvent.THREAD, find(THREAD));
        int message = find(MESSAGE);
        if (message == JsonLine.NONE) {
            event.message(event.end(), event.end());
        } else {
            event.message(line.start(message), line.end(message));
        }
        return true;
    }

    private void note(LogEvent event, int part, int member) {
        if (member != JsonLine.NONE && line.isText(member)) {
            event.part(part, line.start(member), line.end(member));
        }
    }

    private String level(LogEvent event) {
        int member = find(LEVEL);
        if (member == JsonLine.NONE) {
            return "";
        }
        String found = LogLevels.find(event.bytes(), line.start(member), line.end(member));
        if (found != null) {
            return found;
        }
        Object value = line.value(member);
        if (value instanceof Long number && number >= 0 && number < SYSLOG.size()) {
            return SYSLOG.get(number.intValue());
        }
        if ("WARNING".equals(value) || "CRITICAL".equals(value)) {
            return "WARNING".equals(value) ? "WARN" : "FATAL";
        }
        String own = line.isText(member) ? ownLevels.find(event.bytes(), line.start(member), line.end(member)) : null;
        return own == null ? "" : own;
    }

    @Override
    public boolean joinsLines() {
        return false;
    }

    @Override
    public boolean writesEscapes() {
        return true;
    }

    @Override
    public void message(LogEvent event, StringBuilder into) {
        String text = JsonText.unescaped(event.text(event.messageStart(), event.messageEnd()));
        String trace = text.indexOf('\n') < 0 ? null : trace();
        boolean hasTrace = trace != null && text.endsWith("\n" + trace);
        into.append(text, 0, trace == null || !hasTrace ? text.length() : text.length() - trace.length() - 1);
    }

    @Override
    public @Nullable Object mdc(LogEvent event, String key) {
        return value(find(keys.computeIfAbsent(key, it -> under(MDC_PARENTS, it))));
    }

    @Override
    public @Nullable Object field(LogEvent event, String key) {
        return value(find(fieldKeys.computeIfAbsent(key, it -> under(FIELD_PARENTS, it))));
    }

    private static JsonLine.Path[] under(List<String> parents, String key) {
        return paths(parents.stream().map(parent -> parent + key).toArray(String[]::new));
    }

    private @Nullable Object value(int member) {
        return member == JsonLine.NONE ? null : line.value(member);
    }

    @Override
    public Iterable<String> markers(LogEvent event) {
        Object written = value(find(MARKERS));
        return written == null ? List.of() : JsonText.texts(written.toString());
    }

    @Override
    public @Nullable LoggedThrowable thrown(LogEvent event) {
        boolean isNamed = find(THROWN) != JsonLine.NONE;
        String trace = trace();
        if (trace != null && (isNamed || trace.indexOf('\n') > 0)) {
            byte[] bytes = trace.getBytes(StandardCharsets.UTF_8);
            return StackTraces.read(bytes, 0, bytes.length);
        }
        return value(find(THROWN)) instanceof String type ? StackTraces.named(type) : null;
    }

    /** The stack trace as text, or null. */
    private @Nullable String trace() {
        int member = find(TRACE);
        return member != JsonLine.NONE && line.isText(member) ? String.valueOf(line.value(member)) : null;
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.allOf(Trait.class);
    }

    @Override
    public boolean tellsMdc(String key) {
        return true;
    }

    @Override
    public boolean shortensLoggers() {
        return false;
    }

    @Override
    public String describe() {
        return name;
    }

    @Override
    public String whyNot(String text) {
        return "it is no JSON object";
    }
}

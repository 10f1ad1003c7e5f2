package io.github.logtally.rules.layout;

import io.github.logtally.rules.log.LogEvent;
import io.github.logtally.rules.log.LogEventReader;
import io.github.logtally.rules.log.LogFormat;
import io.github.logtally.rules.log.LogReader;
import io.github.logtally.rules.log.LoggerNames;
import io.github.logtally.spi.LoggedThrowable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read of an event, all of it decoded. */
public record Read(
        String level,
        String logger,
        String thread,
        String message,
        @Nullable Object tenant,
        @Nullable Object order,
        @Nullable String marker,
        @Nullable String exception,
        @Nullable String rootCause) {

    public static List<Read> all(LogFormat format, String log) {
        LogReader reader = new LogReader(
                new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), format, (line, bytes, from, to) -> {
                    throw new AssertionError("line " + line + " is stray: "
                            + new String(bytes, from, to - from, StandardCharsets.UTF_8));
                });
        LogEventReader events = new LogEventReader(format, new LoggerNames(List.of()));
        List<Read> all = new ArrayList<>();
        try {
            for (LogEvent event = reader.next(); event != null; event = reader.next()) {
                all.add(of(events, event));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    private static Read of(LogEventReader events, LogEvent event) {
        StringBuilder message = new StringBuilder();
        events.message(event, message);
        LoggedThrowable thrown = (LoggedThrowable) events.throwable(event);
        LoggedThrowable root = thrown;
        while (root != null && root.getCause() instanceof LoggedThrowable cause) {
            root = cause;
        }
        return new Read(
                events.levelName(event),
                events.loggerName(event),
                events.threadName(event),
                message.toString(),
                events.mdc(event, "tenant"),
                events.field(event, "order"),
                events.markerName(event),
                thrown == null ? null : thrown.className(),
                root == null ? null : root.className());
    }
}

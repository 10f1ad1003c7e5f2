package io.github.logtally.rules.layout;

import io.github.logtally.rules.log.LogEvent;
import io.github.logtally.rules.log.LogFormat;
import io.github.logtally.rules.log.StackTraces;
import io.github.logtally.spi.LoggedThrowable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lines that a layout pattern wrote. An event begins with a line that all fits that the layout has before the message; the
 * others go on with the message, and with the stack trace.
 */
public final class PatternFormat implements LogFormat {
    private static final int MAX_TRIES = 200;

    private final String description;
    private final Step[] before;
    private final Step[] behind;
    private final Map<String, Integer> mdcParts;
    private final Map<String, Integer> fieldParts;
    private final Set<Trait> traits;
    private final boolean shortensLoggers;
    private final boolean traceOnLine;
    private final int firstUntil;

    // Mutable state: of the line that is being read

    private int triesLeft;

    private PatternFormat(String description, LayoutCompiler compiled) {
        this.description = description;
        this.before = compiled.before.toArray(new Step[0]);
        this.behind = compiled.behind.toArray(new Step[0]);
        this.mdcParts = Map.copyOf(compiled.mdcParts);
        this.fieldParts = Map.copyOf(compiled.fieldParts);
        this.traits = Set.copyOf(compiled.traits);
        this.shortensLoggers = compiled.shortensLoggers;
        this.traceOnLine = compiled.traceOnLine;
        int until = 0;
        while (until < before.length && !(before[until] instanceof Step.Until)) {
            until++;
        }
        this.firstUntil = until;
    }

    /** The format of a layout pattern as Logback or Log4j has it. */
    public static PatternFormat of(String pattern) throws LayoutException {
        return new PatternFormat(pattern, new LayoutCompiler(LayoutParser.parse(pattern)));
    }

    /** Spring Boot's own pattern, with the names of the application and the ids of the trace that it may have or not. */
    static PatternFormat springBoot(String name, String date) throws LayoutException {
        List<Part> layout = new ArrayList<>();
        layout.addAll(LayoutParser.parse("%d{" + date + "} %5p %pid --- "));
        layout.add(new Part.Brackets());
        layout.addAll(LayoutParser.parse("[%15.15t] "));
        layout.add(new Part.Brackets());
        layout.addAll(LayoutParser.parse("%-40.40logger{39} : %m%n%wEx"));
        return new PatternFormat(name, new LayoutCompiler(layout));
    }

    @Override
    public boolean begins(LogEvent event, int from, int to) {
        byte[] bytes = event.bytes();
        int at = from;
        int step = 0;
        while (step < before.length && at >= 0) {
            at = before[step++].read(bytes, at, to, event);
        }
        if (at < 0 && step > firstUntil + 1) {
            triesLeft = MAX_TRIES;
            at = readFrom(0, from, to, event);
        }
        if (at < 0) {
            return false;
        }
        if (before.length == 0 && StackTraces.isInner(bytes, from, to)) {
            return false;
        }
        event.message(at, to);
        return true;
    }

    @Override
    public boolean beginsAlike(byte[] bytes, int from, int to) {
        return before.length > 1
                && before[0] instanceof Step.Date date
                && date.shape().end(bytes, from, to) >= 0;
    }

    /** Reads the steps from one on, and has texts that end too early end later; slow, and seldom needed. */
    private int readFrom(int step, int at, int to, LogEvent event) {
        if (step == before.length || triesLeft-- <= 0) {
            return step == before.length ? at : Step.NO;
        }
        byte[] bytes = event.bytes();
        int end = before[step].read(bytes, at, to, event);
        while (end >= 0) {
            int last = readFrom(step + 1, end, to, event);
            if (last >= 0 || !(before[step] instanceof Step.Until until)) {
                return last;
            }
            end = until.readFurther(bytes, at, end, to, event);
        }
        return Step.NO;
    }

    @Override
    public boolean complete(LogEvent event) {
        byte[] bytes = event.bytes();
        int start = event.messageStart();
        int end = event.end();
        while (end > start && isLineEnd(bytes[end - 1])) {
            end--;
        }
        if (event.lines() > 1) {
            end = findTrace(event, start, end);
        }
        if (behind.length > 0) {
            end = startOfRest(event, start, end);
        }
        event.message(start, end);
        return true;
    }

    private int findTrace(LogEvent event, int start, int end) {
        byte[] bytes = event.bytes();
        int second = start;
        while (second < end && bytes[second] != '\n') {
            second++;
        }
        if (second == end) {
            return end;
        }
        int trace = StackTraces.find(bytes, second + 1, end);
        if (trace == end) {
            return end;
        }
        if (traceOnLine && trace == second + 1) {
            int header = headerWithin(bytes, start, second);
            trace = header < 0 ? trace : header;
        }
        event.trace(trace);
        int messageEnd = trace;
        while (messageEnd > start
                && (isLineEnd(bytes[messageEnd - 1]) || (traceOnLine && bytes[messageEnd - 1] == ' '))) {
            messageEnd--;
        }
        return messageEnd;
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    /** Where in a message's line the stack trace begins: at the first word that is a class with its package and ends a phrase. */
    private static int headerWithin(byte[] bytes, int from, int to) {
        for (int word = from; word < to; ) {
            int end = word;
            boolean dotted = false;
            while (end < to && bytes[end] != ' ' && bytes[end] != ':') {
                dotted |= bytes[end] == '.';
                end++;
            }
            if (dotted && (end == to || bytes[end] == ':')) {
                return word;
            }
            word = end + 1;
        }
        return -1;
    }

    /** Where what follows the message begins, such that it goes to the end; the end where it does not fit. */
    private int startOfRest(LogEvent event, int start, int end) {
        byte[] bytes = event.bytes();
        for (int candidate = end; candidate >= start; candidate--) {
            int at = candidate;
            for (Step step : behind) {
                at = step.read(bytes, at, end, event);
                if (at < 0) {
                    break;
                }
            }
            if (at == end) {
                return candidate;
            }
        }
        return end;
    }

    @Override
    public boolean joinsLines() {
        return true;
    }

    @Override
    public void message(LogEvent event, StringBuilder into) {
        into.append(event.text(event.messageStart(), event.messageEnd()));
    }

    @Override
    public @Nullable Object mdc(LogEvent event, String key) {
        return entry(event, key, mdcParts.get(key), LogEvent.MDC);
    }

    @Override
    public @Nullable Object field(LogEvent event, String key) {
        return entry(event, key, fieldParts.get(key), LogEvent.FIELDS);
    }

    private static @Nullable String entry(LogEvent event, String key, @Nullable Integer own, int whole) {
        if (own != null) {
            String text = event.text(own);
            return text == null || text.isEmpty() ? null : text;
        }
        String all = event.text(whole);
        return all == null ? null : Pairs.value(all, key);
    }

    @Override
    public Iterable<String> markers(LogEvent event) {
        String text = event.text(LogEvent.MARKER);
        if (text == null || text.isBlank()) {
            return List.of();
        }
        // A marker with the markers it refers to is written as A [ B, C ]
        return List.of(text.replaceAll("[\\[\\],]+", " ").trim().split(" +"));
    }

    @Override
    public @Nullable LoggedThrowable thrown(LogEvent event) {
        return event.traceStart() < event.end()
                ? StackTraces.read(event.bytes(), event.traceStart(), event.end())
                : null;
    }

    @Override
    public Set<Trait> traits() {
        return traits;
    }

    @Override
    public boolean tellsMdc(String key) {
        return traits.contains(Trait.ALL_MDC) || mdcParts.containsKey(key);
    }

    @Override
    public boolean shortensLoggers() {
        return shortensLoggers;
    }

    @Override
    public String describe() {
        return description;
    }

    @Override
    public String whyNot(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        LogEvent event = new LogEvent();
        event.begin(bytes, 0, bytes.length, 1);
        int at = 0;
        for (Step step : before) {
            int next = step.read(bytes, at, bytes.length, event);
            if (next < 0) {
                int column = new String(bytes, 0, at, StandardCharsets.UTF_8).length() + 1;
                return "column " + column + " is not " + step.describe();
            }
            at = next;
        }
        return "it is a line of a stack trace";
    }
}

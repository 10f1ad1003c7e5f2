package io.github.logtally.rules.layout;

import io.github.logtally.rules.log.LogEvent;
import io.github.logtally.rules.log.LogFormat;
import io.github.logtally.rules.log.OwnLevels;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the steps that read what a layout wrote. Used once. */
final class LayoutCompiler {
    private static final int NOWHERE = -1;

    /** What is read before the message, and what behind it on the same line. */
    final List<Step> before;

    final List<Step> behind;

    /** Where the parts are that are named by a key. */
    final Map<String, Integer> mdcParts = new LinkedHashMap<>();

    final Map<String, Integer> fieldParts = new LinkedHashMap<>();

    final Set<LogFormat.Trait> traits = EnumSet.of(LogFormat.Trait.EXCEPTION);
    boolean shortensLoggers;

    /** Whether a stack trace begins on the message's line. */
    final boolean traceOnLine;

    private boolean dated;
    private int nextPart = LogEvent.FIRST_OWN;

    LayoutCompiler(List<Part> layout) throws LayoutException {
        int message = indexOf(layout, Conversion.MESSAGE, 0);
        if (message < 0) {
            throw new LayoutException("there is no %msg in it: without the message nothing can be counted");
        }
        int lineEnd = indexOf(layout, Conversion.LINE_END, message);
        List<Part> first = layout.subList(0, message);
        if (indexOf(first, Conversion.LINE_END, 0) >= 0) {
            throw new LayoutException(
                    "there is a %n before %msg: only events whose message is on their first line can be read");
        }
        List<Part> rest = layout.subList(message + 1, lineEnd < 0 ? layout.size() : lineEnd);
        traceOnLine = indexOf(rest, Conversion.THROWABLE, 0) >= 0;
        before = steps(first, true);
        behind = steps(rest, false);
    }

    private static int indexOf(List<Part> layout, Conversion wanted, int from) {
        for (int i = from; i < layout.size(); i++) {
            if (layout.get(i) instanceof Part.Word word && word.conversion() == wanted) {
                return i;
            }
        }
        return -1;
    }

    private List<Step> steps(List<Part> layout, boolean messageFollows) throws LayoutException {
        List<Part> written = layout.stream().filter(LayoutCompiler::isWritten).toList();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Part next = i + 1 < written.size() ? written.get(i + 1) : null;
            boolean last = next == null && !messageFollows;
            Part part = written.get(i);
            if (i > 0 && written.get(i - 1) instanceof Part.Spaces && part instanceof Part.Text text) {
                part = new Part.Text(text.text().stripLeading());
            }
            steps.add(step(part, next, last));
        }
        return steps;
    }

    private static boolean isWritten(Part part) {
        return !(part instanceof Part.Word word)
                || (word.conversion() != Conversion.THROWABLE && word.conversion() != Conversion.NOTHING);
    }

    private Step step(Part part, @Nullable Part next, boolean last) throws LayoutException {
        if (part instanceof Part.Text text) {
            return new Step.Text(text.text());
        }
        if (part instanceof Part.Maybe maybe) {
            return new Step.Maybe(steps(maybe.parts(), false));
        }
        if (part instanceof Part.Word word) {
            return step(word, next, last);
        }
        return part instanceof Part.Brackets ? new Step.Brackets() : new Step.Spaces();
    }

    private Step step(Part.Word word, @Nullable Part next, boolean last) throws LayoutException {
        String option = word.options().isEmpty() ? "" : word.options().get(0);
        switch (word.conversion()) {
            case DATE -> {
                dated = true;
                return new Step.Date(DateShape.of(option), option);
            }
            case LEVEL -> {
                traits.add(LogFormat.Trait.LEVEL);
                // Behind a date a line is an event, whatever its level
                return new Step.Level(word.min(), dated ? new OwnLevels() : null);
            }
            case NUMBER -> {
                if (!(next instanceof Part.Text)) {
                    return new Step.Digits(word.min());
                }
            }
            case LOGGER -> {
                traits.add(LogFormat.Trait.LOGGER);
                shortensLoggers |= !option.isEmpty() || word.max() < Integer.MAX_VALUE;
            }
            case THREAD -> traits.add(LogFormat.Trait.THREAD);
            case MARKER -> traits.add(LogFormat.Trait.MARKER);
            default -> {}
        }
        int part = part(word.conversion(), option);
        if (word.isFixed()) {
            return new Step.Fixed(part, word.min());
        }
        boolean noSpace = word.conversion() == Conversion.LOGGER;
        String end = next instanceof Part.Text text ? text.text() : null;
        if (end == null && !noSpace && !last) {
            throw new LayoutException(
                    "nothing tells where " + word.conversion() + " ends: it needs text between it and what follows");
        }
        return new Step.Until(part, word.min(), noSpace, end);
    }

    private int part(Conversion conversion, String option) {
        return switch (conversion) {
            case LOGGER -> LogEvent.LOGGER;
            case THREAD -> LogEvent.THREAD;
            case MARKER -> LogEvent.MARKER;
            case MDC -> {
                int end = option.indexOf(":-");
                String key = (end < 0 ? option : option.substring(0, end)).trim();
                if (key.isEmpty() || key.indexOf(',') >= 0) {
                    traits.add(LogFormat.Trait.ALL_MDC);
                    yield LogEvent.MDC;
                }
                yield mdcParts.computeIfAbsent(key, k -> nextPart++);
            }
            case PAIRS -> {
                traits.add(LogFormat.Trait.FIELDS);
                boolean named =
                        !option.isEmpty() && !Set.of("SINGLE", "DOUBLE", "NONE").contains(option);
                yield named ? fieldParts.computeIfAbsent(option, k -> nextPart++) : LogEvent.FIELDS;
            }
            default -> NOWHERE;
        };
    }
}

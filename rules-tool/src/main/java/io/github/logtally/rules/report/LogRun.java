package io.github.logtally.rules.report;

import io.github.logtally.rules.log.LogEvent;
import io.github.logtally.rules.log.LogEventReader;
import io.github.logtally.rules.log.LogFormat;
import io.github.logtally.rules.log.LogLevels;
import io.github.logtally.rules.log.LogReader;
import io.github.logtally.rules.log.LoggerNames;
import io.github.logtally.rules.log.StackTraces;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.LoggedThrowable;
import io.github.logtally.trial.Need;
import io.github.logtally.trial.Trial;
import io.github.logtally.trial.TrialLabels;
import io.github.logtally.trial.TrialListener;
import io.github.logtally.trial.TrialRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules run over a log, with all that is to be reported of it. Used once, by one thread. */
public final class LogRun implements TrialListener {
    private static final int MAX_SAMPLE = 300;
    private static final int MAX_CLASSES = 100;
    private static final int MAX_WARNINGS = 100;

    final LogFormat format;
    final LoggerNames loggers;
    final Trial<LogEvent> trial;
    final List<RuleTally> rules = new ArrayList<>();
    final Map<String, List<DistinctValues>> values = new LinkedHashMap<>();
    final MessageGroups unmatched = new MessageGroups();
    final List<RuleTally.Sample> strays = new ArrayList<>();
    final List<RuleTally.Sample> doubtful = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();

    /** Exceptions of which it is not known what they extend, with the number of events. */
    final Map<String, Long> unknownClasses = new LinkedHashMap<>();

    /** Levels of the application's own, with the number of events. */
    final Map<String, Long> ownLevels = new LinkedHashMap<>();

    private final boolean looksAtClasses;
    private final List<List<DistinctValues>> valuesByRule = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    // Mutable state

    private @Nullable LogEvent current;
    private @Nullable LogReader reader;
    private boolean matched;
    private long events;
    private long strayLines;
    private long doubtfulLines;

    /**
     * Compiles the rules.
     *
     * @param settings the appender's settings with its rules
     */
    public LogRun(Element settings, LogFormat format) {
        this.format = format;
        this.loggers = LoggerNames.of(format, settings);
        this.trial = new Trial<>(settings, new LogEventReader(format, loggers), this);
        boolean classes = false;
        for (TrialRule rule : trial.rules()) {
            rules.add(new RuleTally(rule));
            valuesByRule.add(values.computeIfAbsent(rule.metric(), metric -> rule.labels().stream()
                    .map(label -> new DistinctValues())
                    .toList()));
            classes |= rule.needs().stream().anyMatch(need -> need.kind() == Need.Kind.EXCEPTION_CLASS);
        }
        this.looksAtClasses = classes;
    }

    /** What is wrong with the rules. */
    public List<String> problems() {
        return trial.problems();
    }

    /** Whether there is something to mend: rules refused or switched off, values that could not be read, bounds passed. */
    public boolean foundFaults() {
        return !trial.problems().isEmpty()
                || !warnings.isEmpty()
                || events == 0
                || rules.stream().anyMatch(rule -> rule.failed() > 0 || !rule.overflows.isEmpty());
    }

    /** Reads all of the log, which the caller closes. */
    public void read(InputStream in, Progress progress) throws IOException {
        LogReader log = new LogReader(in, format, new LogReader.Strays() {
            @Override
            public void stray(long lineNumber, byte[] bytes, int from, int to) {
                strayLines++;
                keep(strays, lineNumber, bytes, from, to);
            }

            @Override
            public void doubtful(long lineNumber, byte[] bytes, int from, int to) {
                doubtfulLines++;
                keep(doubtful, lineNumber, bytes, from, to);
            }
        });
        reader = log;
        for (LogEvent event = log.next(); event != null; event = log.next()) {
            accept(event);
            progress.lines(log.lines());
        }
    }

    private void accept(LogEvent event) {
        events++;
        current = event;
        matched = false;
        trial.accept(event);
        if (!matched) {
            addUnmatched(event);
        }
        if (!event.level().isEmpty() && !LogLevels.isKnown(event.level())) {
            ownLevels.merge(event.level(), 1L, Long::sum);
        }
        if (looksAtClasses && event.traceStart() < event.end()) {
            noteClass(event);
        }
    }

    private void addUnmatched(LogEvent event) {
        if (format.writesEscapes()) {
            text.setLength(0);
            format.message(event, text);
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            unmatched.add(bytes, 0, bytes.length, event.lineNumber());
        } else {
            unmatched.add(event.bytes(), event.messageStart(), event.messageEnd(), event.lineNumber());
        }
    }

    private void noteClass(LogEvent event) {
        LoggedThrowable thrown = format.thrown(event);
        for (Throwable each = thrown; each instanceof LoggedThrowable logged; each = each.getCause()) {
            String name = logged.className();
            if (!StackTraces.knowsSuperclasses(name)
                    && (unknownClasses.size() < MAX_CLASSES || unknownClasses.containsKey(name))) {
                unknownClasses.merge(name, 1L, Long::sum);
            }
        }
    }

    private static void keep(List<RuleTally.Sample> samples, long lineNumber, byte[] bytes, int from, int to) {
        if (samples.size() < RuleTally.SAMPLES) {
            samples.add(
                    new RuleTally.Sample(lineNumber, cut(new String(bytes, from, to - from, StandardCharsets.UTF_8))));
        }
    }

    @Override
    public void matched(int rule) {
        matched = true;
        rules.get(rule).matches++;
    }

    @Override
    public void counting(int rule, TrialLabels labels, double value) {
        List<DistinctValues> spreads = valuesByRule.get(rule);
        for (int i = 0; i < spreads.size(); i++) {
            int label = i;
            spreads.get(i).add(labels.hash(i), () -> labels.value(label));
        }
    }

    @Override
    public void failed(int rule, String reason) {
        RuleTally.Failures failures = rules.get(rule).failures.computeIfAbsent(reason, key -> new RuleTally.Failures());
        failures.events++;
        if (failures.samples.size() < RuleTally.SAMPLES && current != null) {
            failures.samples.add(new RuleTally.Sample(current.lineNumber(), firstLine(current)));
        }
    }

    @Override
    public void overflowed(int rule, String label) {
        rules.get(rule).overflows.merge(label, 1L, Long::sum);
    }

    /** What only repeats a failure is left out. */
    @Override
    public void warning(String message) {
        if (warnings.size() < MAX_WARNINGS && !message.contains(" skipped an event: ")) {
            warnings.add(message);
        }
    }

    private static String firstLine(LogEvent event) {
        String all = event.text(event.start(), event.end());
        int end = all.indexOf('\n');
        return cut(end < 0 ? all : all.substring(0, end));
    }

    private static String cut(String line) {
        return line.length() <= MAX_SAMPLE ? line : line.substring(0, MAX_SAMPLE) + "...";
    }

    long events() {
        return events;
    }

    long lines() {
        return reader == null ? 0 : reader.lines();
    }

    long joinedLines() {
        return reader == null ? 0 : reader.joined();
    }

    long cut() {
        return reader == null ? 0 : reader.cut();
    }

    long strayLines() {
        return strayLines;
    }

    long doubtfulLines() {
        return doubtfulLines;
    }
}

package io.github.logtally.capture;

import io.github.logtally.spi.EventReader;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the plan of an event by its level, logger and template, on the logging thread.
 *
 * <p>Look-ups, each of which can end it: does any rule take this level; does the template alone contradict all
 * rules; where rules name loggers only, does one take it from this logger; do all three leave any of them. A template's entry keeps the plans made for it, one for each level and class of logger seen with it,
 * which in most programs is one. Nothing here grows with what is logged: see {@link BoundedTable}.
 *
 * @param <E> the framework's event
 */
final class Gate<E> {
    private static final int MAX_LEVELS = 64;
    private static final int MAX_PLANS_PER_TEMPLATE = 16;

    /** Plans made for templates met once only, before their texts are treated as free text for a while. */
    private static final int MAX_UNKEPT = 4096;

    /** What these may weigh together: slots remember them until they are used again. */
    private static final int MAX_UNKEPT_WEIGHT = BoundedTable.MAX_WEIGHT;

    /** Time spent on them before the same is done: with many rules each takes long. */
    private static final long MAX_UNKEPT_SPENT_NANOS = 500_000_000L;

    private static final long UNKEPT_NANOS = 10_000_000_000L;

    private static final class LoggerEntry extends BoundedTable.Entry {
        final String loggerClass;

        /** Bit by level: whether it was found out that a rule may take it, and that none does. */
        volatile long takes;

        volatile long refuses;

        LoggerEntry(String name, String loggerClass) {
            super(name);
            this.loggerClass = loggerClass;
        }
    }

    private static final class TemplateEntry extends BoundedTable.Entry {
        /** Whether it was found out that no rule can match, whatever else the event has. */
        volatile boolean unmatched;

        volatile @Nullable PlanNode plans;

        TemplateEntry(String template) {
            super(template);
        }
    }

    /**
     * A plan that was made; a null plan says that no rule can match. It holds for all loggers of the class; the name is
     * that of the logger for which it was made, which mostly is the only one that logs this template.
     */
    private record PlanNode(
            String level,
            String loggerName,
            String loggerClass,
            int arguments,
            @Nullable Plan plan,
            @Nullable PlanNode next) {}

    /**
     * A level that was met.
     *
     * @param bit its place in {@link LoggerEntry}, 0 for a level beyond the number kept
     * @param somewhere whether any rule takes it
     * @param anywhere whether any rule takes it even from loggers that no rule names
     */
    private record LevelEntry(String name, long bit, boolean somewhere, boolean anywhere) {}

    private final EventReader<E> reader;
    private final Planner planner;
    private final LongSupplier nanoTime;
    private final BoundedTable<LoggerEntry> loggers;
    private final BoundedTable<TemplateEntry> templates;
    private final boolean levelsFirst;

    /** Holds the plans of events of whose message nothing is known in advance. */
    private final TemplateEntry freeText = new TemplateEntry("");

    // Mutable state: written by logging threads that meet something new, read by all

    private volatile LevelEntry[] levels = {};
    private final AtomicInteger unkept = new AtomicInteger();
    private final AtomicInteger unkeptWeight = new AtomicInteger();
    private final AtomicLong unkeptSpent = new AtomicLong();
    private volatile long unkeptSince;

    Gate(EventReader<E> reader, Planner planner, LongSupplier nanoTime) {
        this.reader = reader;
        this.planner = planner;
        this.nanoTime = nanoTime;
        this.loggers = new BoundedTable<>(nanoTime);
        this.templates = new BoundedTable<>(nanoTime);
        this.levelsFirst = planner.looksAtLevels();
        this.unkeptSince = nanoTime.getAsLong();
    }

    /** The plan for an event, or null where no rule can match it. */
    @Nullable
    Plan planFor(E event) {
        if (levelsFirst) {
            LevelEntry level = level(event);
            return level.somewhere ? planFor(event, level, entryOf(reader.template(event))) : null;
        }
        TemplateEntry entry = entryOf(reader.template(event));
        return entry != null && entry.unmatched ? null : planFor(event, level(event), entry);
    }

    private @Nullable TemplateEntry entryOf(@Nullable String template) {
        return template == null || template.length() > BoundedTable.MAX_KEY_LENGTH ? null : templates.get(template);
    }

    private @Nullable Plan planFor(E event, LevelEntry level, @Nullable TemplateEntry known) {
        if (known != null && known.unmatched) {
            return null;
        }
        String loggerName = reader.loggerName(event);
        if (!level.anywhere && !mayMatch(event, level, loggerName)) {
            return null;
        }
        if (known != null) {
            return planOf(known, event, level.name, loggerName, reader.argumentCount(event));
        }
        String template = reader.template(event);
        if (template == null) {
            return planOf(freeText, event, level.name, loggerName, -1);
        }
        int arguments = reader.argumentCount(event);
        if (template.length() > BoundedTable.MAX_KEY_LENGTH || !templates.metBefore(template)) {
            return unknownTemplate(event, template, level.name, loggerName, arguments);
        }
        TemplateEntry entry = templates.add(new TemplateEntry(template));
        if (entry == null) {
            return unknownTemplate(event, template, level.name, loggerName, arguments);
        }
        if (!planner.mayMatch(template)) {
            entry.unmatched = true;
            return null;
        }
        return planOf(entry, event, level.name, loggerName, arguments);
    }

    private LevelEntry level(E event) {
        String name = reader.levelName(event);
        for (LevelEntry known : levels) {
            if (known.name.equals(name)) {
                return known;
            }
        }
        return addLevel(name, reader.severity(event));
    }

    private synchronized LevelEntry addLevel(String name, int severity) {
        LevelEntry[] known = levels;
        long bit = known.length < MAX_LEVELS ? 1L << known.length : 0;
        LevelEntry added =
                new LevelEntry(name, bit, planner.takesLevel(name, severity), planner.mayMatch(name, severity, ""));
        if (bit != 0) {
            LevelEntry[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = added;
            levels = more;
        }
        return added;
    }

    private LoggerEntry logger(String name) {
        LoggerEntry logger = loggers.get(name);
        if (logger != null) {
            return logger;
        }
        LoggerEntry made = new LoggerEntry(name, planner.loggerClass(name));
        LoggerEntry kept = loggers.add(made);
        return kept == null ? made : kept;
    }

    /** Whether any rule takes this level from this logger. */
    private boolean mayMatch(E event, LevelEntry level, String loggerName) {
        LoggerEntry logger = logger(loggerName);
        if ((logger.takes & level.bit) != 0) {
            return true;
        }
        return (logger.refuses & level.bit) == 0 && findOut(event, logger, level);
    }

    private boolean findOut(E event, LoggerEntry logger, LevelEntry level) {
        boolean may = planner.mayMatch(level.name, reader.severity(event), logger.loggerClass);
        synchronized (logger) {
            if (may) {
                logger.takes |= level.bit;
            } else {
                logger.refuses |= level.bit;
            }
        }
        return may;
    }

    @SuppressWarnings("ReferenceEquality") // the usual case; where the Strings are only equal, the search finds it
    private @Nullable Plan planOf(TemplateEntry entry, E event, String level, String loggerName, int arguments) {
        PlanNode first = entry.plans;
        if (first != null && first.level == level && first.loggerName == loggerName && first.arguments == arguments) {
            return first.plan;
        }
        return searchPlan(entry, event, level, loggerName, arguments);
    }

    private @Nullable Plan searchPlan(TemplateEntry entry, E event, String level, String loggerName, int arguments) {
        String loggerClass = logger(loggerName).loggerClass;
        PlanNode first = entry.plans;
        int count = 0;
        for (PlanNode node = first; node != null; node = node.next) {
            if (node.level.equals(level) && node.arguments == arguments && node.loggerClass.equals(loggerClass)) {
                return node.plan;
            }
            count++;
        }
        if (entry != freeText && !templates.hasRoom()) {
            return planOf(freeText, event, level, loggerName, -1);
        }
        TemplateShape shape = arguments < 0 ? null : TemplateShape.of(entry.key, arguments);
        Plan plan = planner.plan(level, reader.severity(event), loggerClass, shape);
        if (plan != null) {
            templates.addWeight(plan.weight());
        }
        PlanNode next = count < MAX_PLANS_PER_TEMPLATE ? first : null;
        entry.plans = new PlanNode(level, loggerName, loggerClass, arguments, plan, next);
        return plan;
    }

    /**
     * A template that is not kept. With arguments it most likely is a constant seen for the first time, and gets a plan
     * of its own; without, it most likely is a text made for this event.
     */
    private @Nullable Plan unknownTemplate(E event, String template, String level, String loggerName, int arguments) {
        if (arguments > 0 && mayMakeUnkept()) {
            TemplateShape shape = TemplateShape.of(template, arguments);
            long start = nanoTime.getAsLong();
            Plan made = planner.plan(level, reader.severity(event), logger(loggerName).loggerClass, shape);
            unkeptSpent.addAndGet(nanoTime.getAsLong() - start);
            unkeptWeight.addAndGet(made == null ? 0 : made.weight());
            return made;
        }
        Plan plan = planOf(freeText, event, level, loggerName, -1);
        boolean isText = arguments == 0 && template.indexOf('\\') < 0;
        return plan == null || (isText && !plan.admits(template)) ? null : plan;
    }

    private boolean mayMakeUnkept() {
        if (unkept.get() < MAX_UNKEPT
                && unkeptWeight.get() < MAX_UNKEPT_WEIGHT
                && unkeptSpent.get() < MAX_UNKEPT_SPENT_NANOS) {
            unkept.incrementAndGet();
            return true;
        }
        long now = nanoTime.getAsLong();
        if (now - unkeptSince < UNKEPT_NANOS) {
            return false;
        }
        unkeptSince = now;
        unkept.set(1);
        unkeptWeight.set(0);
        unkeptSpent.set(0);
        return true;
    }
}

package io.github.logtally.capture;

import io.github.logtally.spi.EventReader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the plan of an event by its level, logger and template, on the logging thread.
 *
 * <p>Three look-ups in turn, each of which can end it: does any rule take this level from this logger; does the template
 * leave any of them. A template's entry keeps the plans made for it, one for each level and class of logger seen with it,
 * which in most programs is one. Nothing here grows with what is logged: see {@link BoundedTable}.
 *
 * @param <E> the framework's event
 */
final class Gate<E> {
    private static final int MAX_LEVELS = 64;
    private static final int MAX_PLANS_PER_TEMPLATE = 16;

    /** Plans made for templates met once only, before their texts are treated as free text for a while. */
    private static final int MAX_UNKEPT = 4096;

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
        volatile @Nullable PlanNode plans;

        TemplateEntry(String template) {
            super(template);
        }
    }

    /** A plan that was made; a null plan says that no rule can match. */
    private record PlanNode(
            String level, String loggerClass, int arguments, @Nullable Plan plan, @Nullable PlanNode next) {}

    private final EventReader<E> reader;
    private final Planner planner;
    private final LongSupplier nanoTime;
    private final BoundedTable<LoggerEntry> loggers;
    private final BoundedTable<TemplateEntry> templates;

    /** Holds the plans of events of whose message nothing is known in advance. */
    private final TemplateEntry freeText = new TemplateEntry("");

    // Mutable state: written by logging threads that meet something new, read by all

    private volatile String[] levels = {};
    private final AtomicInteger unkept = new AtomicInteger();
    private volatile long unkeptSince;

    Gate(EventReader<E> reader, Planner planner, LongSupplier nanoTime) {
        this.reader = reader;
        this.planner = planner;
        this.nanoTime = nanoTime;
        this.loggers = new BoundedTable<>(nanoTime);
        this.templates = new BoundedTable<>(nanoTime);
        this.unkeptSince = nanoTime.getAsLong();
    }

    /** The plan for an event, or null where no rule can match it. */
    @Nullable
    Plan planFor(E event) {
        String level = reader.levelName(event);
        String loggerName = reader.loggerName(event);
        LoggerEntry logger = loggers.get(loggerName);
        if (logger == null) {
            logger = loggers.add(new LoggerEntry(loggerName, planner.loggerClass(loggerName)));
        }
        int levelIndex = levelIndex(level);
        long bit = levelIndex < 0 ? 0 : 1L << levelIndex;
        if ((logger.takes & bit) == 0) {
            if ((logger.refuses & bit) != 0 || !findOut(event, logger, level, bit)) {
                return null;
            }
        }
        String template = reader.template(event);
        if (template == null) {
            return planOf(freeText, event, level, logger.loggerClass, -1);
        }
        int arguments = reader.argumentCount(event);
        if (template.length() > BoundedTable.MAX_KEY_LENGTH) {
            return unknownTemplate(event, template, level, logger.loggerClass, arguments);
        }
        TemplateEntry entry = templates.get(template);
        if (entry == null) {
            if (!templates.metBefore(template)) {
                return unknownTemplate(event, template, level, logger.loggerClass, arguments);
            }
            entry = templates.add(new TemplateEntry(template));
        }
        return planOf(entry, event, level, logger.loggerClass, arguments);
    }

    private int levelIndex(String level) {
        String[] known = levels;
        for (int i = 0; i < known.length; i++) {
            if (known[i].equals(level)) {
                return i;
            }
        }
        return addLevel(level);
    }

    private synchronized int addLevel(String level) {
        String[] known = levels;
        for (int i = 0; i < known.length; i++) {
            if (known[i].equals(level)) {
                return i;
            }
        }
        if (known.length == MAX_LEVELS) {
            return -1;
        }
        String[] more = java.util.Arrays.copyOf(known, known.length + 1);
        more[known.length] = level;
        levels = more;
        return known.length;
    }

    private boolean findOut(E event, LoggerEntry logger, String level, long bit) {
        boolean may = planner.mayMatch(level, reader.severity(event), logger.loggerClass);
        synchronized (logger) {
            if (may) {
                logger.takes |= bit;
            } else {
                logger.refuses |= bit;
            }
        }
        return may;
    }

    private @Nullable Plan planOf(TemplateEntry entry, E event, String level, String loggerClass, int arguments) {
        PlanNode first = entry.plans;
        int count = 0;
        for (PlanNode node = first; node != null; node = node.next) {
            if (node.level.equals(level) && node.arguments == arguments && node.loggerClass.equals(loggerClass)) {
                return node.plan;
            }
            count++;
        }
        TemplateShape shape = arguments < 0 ? null : TemplateShape.of(entry.key, arguments);
        Plan plan = planner.plan(level, reader.severity(event), loggerClass, shape);
        entry.plans = new PlanNode(level, loggerClass, arguments, plan, count < MAX_PLANS_PER_TEMPLATE ? first : null);
        return plan;
    }

    /**
     * A template that is not kept. With arguments it most likely is a constant seen for the first time, and gets a plan
     * of its own; without, it most likely is a text made for this event.
     */
    private @Nullable Plan unknownTemplate(E event, String template, String level, String loggerClass, int arguments) {
        if (arguments > 0 && mayMakeUnkept()) {
            TemplateShape shape = TemplateShape.of(template, arguments);
            return planner.plan(level, reader.severity(event), loggerClass, shape);
        }
        Plan plan = planOf(freeText, event, level, loggerClass, -1);
        boolean isText = arguments == 0 && template.indexOf('\\') < 0;
        return plan == null || (isText && !plan.admits(template)) ? null : plan;
    }

    private boolean mayMakeUnkept() {
        if (unkept.get() < MAX_UNKEPT) {
            unkept.incrementAndGet();
            return true;
        }
        long now = nanoTime.getAsLong();
        if (now - unkeptSince < UNKEPT_NANOS) {
            return false;
        }
        unkeptSince = now;
        unkept.set(1);
        return true;
    }
}

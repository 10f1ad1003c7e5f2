package io.github.logtally.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with the events of one level, logger and template: which sources the rules that are left read, and
 * the evaluation of these rules. Made once, used by all threads; made by a logging thread, so without streams, whose
 * classes threads that meet them first would wait for.
 */
public abstract class Plan {
    private static final int NONE = -1;

    /** How many values are captured. */
    final int values;

    final boolean text;

    /** How many of the values the rules asked for; the others are there to compose the message. */
    private final int asked;

    /** How the message is composed from the arguments, where making an argument's text ran foreign code; or null. */
    final @Nullable TemplateShape composed;

    final boolean readsArguments;

    /** Whether arguments are referred to by position, where a trailing throwable is none. */
    final boolean readsPositions;

    /** The sources other than arguments, and the indexes of their values. */
    final Source[] others;

    final int[] otherValues;

    /** By the index of an argument: the value of the hole it fills, and the value of its position. */
    private final int[] holes;

    private final int[] positions;

    /**
     * A plan that captures these sources in this order.
     *
     * @param text whether the formatted message is captured
     * @param shape the template's shape, or null where it is not known
     */
    protected Plan(List<Source> sources, boolean text, @Nullable TemplateShape shape) {
        List<Source> all = new ArrayList<>(sources);
        asked = sources.size();
        boolean positional = false;
        boolean anyArgument = false;
        for (Source source : sources) {
            positional |= source instanceof Source.Argument;
            anyArgument |= isArgument(source);
        }
        readsPositions = positional;
        readsArguments = anyArgument;
        composed = text && readsArguments && shape != null && shape.holes() <= Slot.MAX_ARGUMENTS ? shape : null;
        if (composed != null) {
            addHoles(all, composed);
        }
        this.text = text;
        values = all.size();
        holes = valuesOf(all, source -> source instanceof Source.HoleArgument hole ? hole.index() : NONE);
        positions = valuesOf(all, source -> source instanceof Source.Argument argument ? argument.index() : NONE);
        int[] found = new int[values];
        int count = 0;
        for (int i = 0; i < values; i++) {
            if (!isArgument(all.get(i))) {
                found[count++] = i;
            }
        }
        otherValues = Arrays.copyOf(found, count);
        others = new Source[count];
        for (int i = 0; i < count; i++) {
            others[i] = all.get(otherValues[i]);
        }
    }

    private static boolean isArgument(Source source) {
        return source instanceof Source.HoleArgument || source instanceof Source.Argument;
    }

    private static int[] valuesOf(List<Source> sources, ToIntFunction<Source> argument) {
        int largest = NONE;
        for (Source source : sources) {
            largest = Math.max(largest, argument.applyAsInt(source));
        }
        int[] values = new int[largest + 1];
        Arrays.fill(values, NONE);
        for (int i = 0; i < sources.size(); i++) {
            int index = argument.applyAsInt(sources.get(i));
            if (index != NONE) {
                values[index] = i;
            }
        }
        return values;
    }

    /** Found by index: the first equals() of a record keeps its class loader in the JDK for as long as no other record is compared. */
    private static void addHoles(List<Source> sources, TemplateShape shape) {
        BitSet there = new BitSet();
        for (Source source : sources) {
            if (source instanceof Source.HoleArgument hole) {
                there.set(hole.index());
            }
        }
        for (int i = there.nextClearBit(0); i < shape.holes(); i = there.nextClearBit(i + 1)) {
            sources.add(new Source.HoleArgument(i));
        }
    }

    /** The value of the hole that the argument of this index fills, or a negative number where nobody reads it. */
    final int hole(int argument) {
        return argument < holes.length ? holes[argument] : NONE;
    }

    /** Whether the rules asked for this value. */
    final boolean isAsked(int value) {
        return value < asked;
    }

    /** The value of the argument of this index by its position, or a negative number where nobody reads it. */
    final int position(int argument) {
        return argument < positions.length ? positions[argument] : NONE;
    }

    /**
     * Whether a message whose whole text is {@code text} could meet a rule of this plan. Logging thread; looks at the
     * literal beginnings and ends of patterns only.
     */
    protected abstract boolean admits(String text);

    /** How much memory it takes, in rules. */
    public abstract int weight();

    /** Evaluates the rules on a captured event, on the worker's side. */
    public abstract void apply(Slot slot);
}

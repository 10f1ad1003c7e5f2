package io.github.logtally.capture;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the rules read of one event. Preallocated and reused; its text space grows on demand to the longest message
 * kept. Written by one logging thread, then read by the worker: the buffer hands it over.
 */
public final class Slot {
    /** Arguments of an event that are looked at; all that a reference can name are among them. */
    public static final int MAX_ARGUMENTS = 128;

    private static final int INITIAL_VALUES = 8;
    private static final int INITIAL_TEXT = 64;

    // Mutable state: the logging thread writes between acquire and publish, the worker reads between drain and release

    @Nullable
    Plan plan;

    @Nullable
    Object[] values = new Object[INITIAL_VALUES];

    /** The event's arguments while it is captured; nothing of the application stays in it. */
    @Nullable
    Object[] arguments = new Object[INITIAL_VALUES];

    @Nullable
    String whole;

    StringBuilder text = new StringBuilder(INITIAL_TEXT);

    int textLength;

    @Nullable
    Fault textFault;

    /** Makes room for a plan's values and forgets the last event's text. */
    @SuppressWarnings(
            "ReferenceEquality") // spares the collector's barrier at the store, as most slots see one plan only
    void begin(Plan newPlan) {
        if (plan != newPlan) {
            plan = newPlan;
        }
        whole = null;
        textLength = 0;
        textFault = null;
        int count = newPlan.sources.length;
        if (values.length < count) {
            values = new Object[Math.max(count, values.length * 2)];
        }
    }

    /** Marks everything as not captured. */
    void fail() {
        whole = null;
        textLength = 0;
        textFault = Fault.INTERNAL;
        Arrays.fill(values, Fault.INTERNAL);
        Arrays.fill(arguments, null);
    }

    /** Makes room for more arguments, as far as they are looked at. */
    boolean growArguments(int count) {
        int length = Math.min(count, MAX_ARGUMENTS);
        if (length <= arguments.length) {
            return false;
        }
        arguments = new Object[length];
        return true;
    }

    /** Keeps at most {@code max} characters of what was appended, and gives back space beyond that. */
    boolean cutText(int max) {
        textLength = Math.min(text.length(), max);
        boolean cut = text.length() > max;
        if (text.capacity() > 2 * max + INITIAL_TEXT) {
            StringBuilder fitting = new StringBuilder(textLength);
            fitting.append(text, 0, textLength);
            text = fitting;
        }
        return cut;
    }

    /** Evaluates the plan's rules on what was captured. */
    public void apply() {
        if (plan != null) {
            plan.apply(this);
        }
    }

    /** What was captured from the plan's source of this index. */
    public @Nullable Object value(int index) {
        return values[index];
    }

    /** Why there is no message though the plan wants one, or null. */
    public @Nullable Fault textFault() {
        return textFault;
    }

    /** How many characters of the message are kept. */
    public int textLength() {
        return textLength;
    }

    /** Copies the kept characters of the message to the start of {@code into}, which is long enough. */
    public void copyText(char[] into) {
        if (whole != null) {
            whole.getChars(0, textLength, into, 0);
        } else {
            text.getChars(0, textLength, into, 0);
        }
    }

    /** Lets go of what belongs to the application. The worker calls it when it is done with the event. */
    public void clear() {
        if (plan != null) {
            Arrays.fill(values, 0, plan.sources.length, null);
            whole = null;
        }
    }
}

package io.github.logtally.capture;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the rules read of one event. Made once and reused; its space grows on demand, that of the text to the longest
 * message kept. Small, so that many waiting slots fit into a processor's cache. Written by one logging thread, then read by the worker: the buffer hands it over.
 */
public final class Slot {
    /** Arguments of an event that are looked at; all that a reference can name are among them. */
    public static final int MAX_ARGUMENTS = 128;

    private static final int INITIAL_TEXT = 64;
    private static final int KEPT_TEXT = 64;
    private static final @Nullable Object[] NONE = {};

    // Mutable state: the logging thread writes between acquire and publish, the worker reads between drain and release

    @Nullable
    Plan plan;

    @Nullable
    Object[] values = NONE;

    /** The event's arguments while it is captured; nothing of the application stays in it. */
    @Nullable
    Object[] arguments = NONE;

    @Nullable
    String whole;

    private @Nullable StringBuilder text;

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
            values = new Object[count];
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

    /** Where the message is written, empty. */
    StringBuilder emptyText() {
        if (text == null) {
            text = new StringBuilder(INITIAL_TEXT);
        }
        text.setLength(0);
        return text;
    }

    /** Keeps at most {@code max} characters of what was written, and gives back space beyond that. */
    boolean cutText(StringBuilder written, int max) {
        textLength = Math.min(written.length(), max);
        boolean cut = written.length() > max;
        if (written.capacity() > 2 * max + INITIAL_TEXT) {
            StringBuilder fitting = new StringBuilder(textLength);
            fitting.append(written, 0, textLength);
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
        } else if (text != null) {
            text.getChars(0, textLength, into, 0);
        }
    }

    /**
     * Lets go of long texts. The worker calls it when it is done with the event. Short ones stay until the slot is used
     * again: what the worker only reads stays in the cache of the thread that logs.
     */
    public void clear() {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String kept && kept.length() > KEPT_TEXT) {
                values[i] = null;
            }
        }
        if (whole != null) {
            whole = null;
        }
    }
}

package io.github.logtally.capture;

import io.github.logtally.spi.ArgumentConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the rules read of one event: values, and the message if a rule wants it. Made once and reused; its space grows on
 * demand, that of a text to the longest text kept. Written by one logging thread, then read by the worker: the buffer hands
 * it over.
 */
public final class Slot extends CapturedValues implements ArgumentConsumer {
    /** Arguments of an event that are looked at; all that a reference can name are among them. */
    public static final int MAX_ARGUMENTS = 128;

    private static final String HOLE = "{}";
    private static final int INITIAL_TEXT = 64;
    private static final @Nullable Object[] NONE = {};

    // Mutable state: the logging thread writes between acquire and publish, the worker reads between drain and release

    @Nullable
    Plan plan;

    private @Nullable StringBuilder text;
    private @Nullable Fault textFault;

    // Mutable state of the capture alone

    private @Nullable SlotFiller<?> filler;
    private int lastArgument;
    private @Nullable Throwable thrown;
    private @Nullable Object[] scratch = NONE;
    private @Nullable SlotView view;

    Slot(char[] shared, int base, int length) {
        super(shared, base, length);
    }

    /** Makes room for a plan's values and forgets the last event. Writes as little as it can: see the base class. */
    @SuppressWarnings("ReferenceEquality") // most slots see one plan only
    void begin(Plan newPlan, SlotFiller<?> newFiller) {
        if (plan != newPlan) {
            plan = newPlan;
        }
        if (filler != newFiller) {
            filler = newFiller;
        }
        if (textFault != null) {
            textFault = null;
        }
        clearValues(newPlan.values);
    }

    /** Marks everything as not captured. */
    void fail() {
        forgetArguments();
        failValues();
        textFault = Fault.INTERNAL;
    }

    /**
     * The arguments come next, and some are read by their position.
     *
     * @param eventThrown the event's throwable, which as the last argument is none that could be referred to
     */
    void beginPositions(int count, @Nullable Throwable eventThrown) {
        lastArgument = count - 1;
        if (thrown != eventThrown) {
            thrown = eventThrown;
        }
    }

    /** Lets go of what of the application's is left. */
    void forgetArguments() {
        if (thrown != null) {
            thrown = null;
        }
        if (scratch.length > 0 && scratch[0] != null) {
            scratch[0] = null;
        }
    }

    @Override
    public void argument(int index, @Nullable Object argument) {
        Plan current = plan;
        SlotFiller<?> writer = filler;
        if (current == null || writer == null) {
            return;
        }
        int hole = current.hole(index);
        if (isLooking()) {
            if (hole >= 0 && SlotFiller.isForeign(argument)) {
                markForeign();
            }
            return;
        }
        boolean written = hole >= 0 && (current.isAsked(hole) || sawForeign());
        if (written) {
            writer.write(this, hole, argument);
        }
        int position = current.position(index);
        if (position >= 0 && !isTrailingThrowable(index, argument)) {
            if (written) {
                putSame(position, hole);
            } else {
                writer.write(this, position, argument);
            }
        }
    }

    @Override
    public void unfilled(int index) {
        int hole = plan == null ? -1 : plan.hole(index);
        if (hole >= 0 && !isLooking()) {
            putText(hole, HOLE, HOLE.length());
        }
    }

    @Override
    public @Nullable Object[] scratch() {
        if (scratch.length == 0) {
            scratch = new Object[1];
        }
        return scratch;
    }

    /** Not so for a throwable that stood before the event's own, where the framework has cut that off. */
    private boolean isTrailingThrowable(int index, @Nullable Object argument) {
        return index == lastArgument && argument instanceof Throwable && (thrown == null || thrown == argument);
    }

    /** What was captured so far, for the capture itself. */
    SlotView view() {
        if (view == null) {
            view = new SlotView();
        }
        view.show(this);
        return view;
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
        boolean cut = written.length() > max;
        if (cut) {
            written.setLength(max);
        }
        if (written.capacity() > 2 * max + INITIAL_TEXT) {
            text = new StringBuilder(written.length()).append(written);
        }
        return cut;
    }

    void failText(Fault fault) {
        textFault = fault;
    }

    /** Evaluates the plan's rules on what was captured. */
    public void apply() {
        if (plan != null) {
            plan.apply(this);
        }
    }

    /** Why there is no message though the plan wants one, or null. */
    public @Nullable Fault textFault() {
        return textFault;
    }

    /** How many characters of the message are kept; 0 where the plan wants none. */
    public int textLength() {
        return text == null || plan == null || !plan.text ? 0 : text.length();
    }

    /** Copies the kept characters of the message to the start of {@code into}, which is long enough. */
    public void copyText(char[] into) {
        int length = textLength();
        if (text != null && length > 0) {
            text.getChars(0, length, into, 0);
        }
    }
}

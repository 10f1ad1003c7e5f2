package io.github.logtally.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with the events of one level, logger and template: which sources the rules that are left read, and
 * the evaluation of these rules. Made once, used by all threads.
 */
public abstract class Plan {
    final Source[] sources;
    final boolean text;

    /** How the text can be composed from the arguments, or null. */
    final @Nullable TemplateShape shape;

    final boolean readsArguments;

    /** Whether each argument is read once at most, so that the framework's own array of them serves. */
    final boolean readsArgumentsOnce;

    /**
     * A plan that captures these sources in this order.
     *
     * @param text whether the formatted message is captured
     * @param shape the template's shape, or null where it is not known
     */
    protected Plan(List<Source> sources, boolean text, @Nullable TemplateShape shape) {
        this.sources = sources.toArray(new Source[0]);
        this.text = text;
        this.shape = shape;
        boolean byPosition = sources.stream().anyMatch(Source.Argument.class::isInstance);
        boolean byHole = sources.stream().anyMatch(Source.HoleArgument.class::isInstance);
        this.readsArguments = byPosition || byHole;
        this.readsArgumentsOnce = byHole && !byPosition && !text;
    }

    /**
     * Whether a message whose whole text is {@code text} could meet a rule of this plan. Logging thread; looks at the
     * literal beginnings and ends of patterns only.
     */
    protected abstract boolean admits(String text);

    /** Evaluates the rules on a captured event, on the worker's side. */
    public abstract void apply(Slot slot);
}

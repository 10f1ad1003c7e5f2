package io.github.logtally.logback;

import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * A child element of the appender, {@code <counter>} or {@code <label>}: holds raw text, checks nothing. The appender
 * checks everything at once when it starts, and says what is wrong through the status manager.
 *
 * <p>To be filled by one thread, before the appender starts.
 */
public abstract class NestedElement extends ContextAwareBase {
    private final ElementDraft draft;

    NestedElement(String kind) {
        draft = new ElementDraft(kind);
    }

    final void set(String setting, String value) {
        // Only Logback's configurator gives nested elements a context: a program may set what it has set before
        if (getContext() == null) {
            draft.set(setting, value);
        } else {
            draft.setOnce(setting, value);
        }
    }

    final void add(NestedElement child) {
        draft.add(child.finish());
    }

    /** Called by the parent as it takes this element, which is when Logback has read the last of its children. */
    final ElementDraft finish() {
        draft.addIgnored(IgnoredElements.take(getContext(), getClass()));
        return draft;
    }
}

package io.github.logtally.registry;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Who holds metrics: an appender's name in a framework's context. Two applications that share the library have two
 * contexts and often the same appender name. The context is not kept from being collected.
 */
final class Owner {
    private final String appender;
    private final WeakReference<Object> context;

    Owner(String appender, Object context) {
        this.appender = appender;
        this.context = new WeakReference<>(context);
    }

    String appender() {
        return appender;
    }

    /** Whether both are the same appender of the same context, before and after a reconfiguration. */
    boolean isSameAs(Owner other) {
        @Nullable Object mine = context.get();
        return mine != null && mine == other.context.get() && appender.equals(other.appender);
    }

    /** Whether it is an appender of this context. */
    boolean isOf(Object otherContext) {
        return context.get() == otherContext;
    }

    /** Whether the context is gone for good. */
    boolean isGone() {
        return context.get() == null;
    }
}

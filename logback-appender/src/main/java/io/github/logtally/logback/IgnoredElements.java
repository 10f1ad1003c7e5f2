package io.github.logtally.logback;

import ch.qos.logback.core.Context;
import ch.qos.logback.core.model.processor.ImplicitModelHandler;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.status.StatusManager;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learns which child elements Logback leaves out because our classes have no setter of that name.
 *
 * <p>A misspelled condition would otherwise vanish and its rule match more than its author meant. Logback tells nobody
 * but its status manager, {@code Ignoring unknown property [mesage] in [io.github.logtally.logback.Counter]}, so an
 * appender listens there from the moment it gets its context until it starts. The status names the class of the element
 * and not the element, which is enough: elements of one class do not nest, so one ends before the next of its class
 * begins, and what waits under a class belongs to the element of it that ends.
 *
 * <p>Statuses of other threads are not looked at; all else happens on the thread that configures.
 */
final class IgnoredElements implements StatusListener {
    private static final String BEFORE_TAG = ImplicitModelHandler.IGNORING_UNKNOWN_PROP + " [";
    private static final String BEFORE_OWNER = "] in [";
    private static final String END = "]";

    private final long configuringThread = Thread.currentThread().getId();
    private final List<Ignored> waiting = new ArrayList<>();

    private record Ignored(String tag, String owner) {}

    /** Begins to listen; whoever calls this removes it from the status manager again. */
    static IgnoredElements listenTo(StatusManager statuses) {
        IgnoredElements listener = new IgnoredElements();
        statuses.add(listener);
        return listener;
    }

    /** Takes what Logback left out of the element of this class that ends now; nothing where no appender listens. */
    static List<String> take(@Nullable Context context, Class<?> owner) {
        if (context == null) {
            return List.of();
        }
        IgnoredElements newest = null;
        for (StatusListener listener : context.getStatusManager().getCopyOfStatusListenerList()) {
            if (listener instanceof IgnoredElements ours) {
                newest = ours;
            }
        }
        return newest == null ? List.of() : newest.take(owner);
    }

    List<String> take(Class<?> owner) {
        List<String> tags = new ArrayList<>();
        for (Iterator<Ignored> all = waiting.iterator(); all.hasNext(); ) {
            Ignored ignored = all.next();
            if (ignored.owner.equals(owner.getName())) {
                tags.add(ignored.tag);
                all.remove();
            }
        }
        return tags;
    }

    @Override
    public void addStatusEvent(Status status) {
        String message = status.getMessage();
        if (message == null
                || !message.startsWith(BEFORE_TAG)
                || Thread.currentThread().getId() != configuringThread) {
            return;
        }
        int tagEnd = message.indexOf(BEFORE_OWNER, BEFORE_TAG.length());
        if (tagEnd < 0) {
            return;
        }
        int ownerStart = tagEnd + BEFORE_OWNER.length();
        int ownerEnd = message.indexOf(END, ownerStart);
        if (ownerEnd > 0) {
            waiting.add(new Ignored(
                    message.substring(BEFORE_TAG.length(), tagEnd), message.substring(ownerStart, ownerEnd)));
        }
    }
}

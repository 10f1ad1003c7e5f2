package io.github.logtally.registry;

import io.github.logtally.series.Family;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A family in the table, and who names it. Under the turn. */
final class Registration {
    private final Family family;
    private final ExposedNames names;
    private final Set<Lease> running = new LinkedHashSet<>();

    /** Owners that named this and stopped, and may come back with a new configuration. */
    private final List<Owner> stopped = new ArrayList<>();

    Registration(Family family) {
        this.family = family;
        this.names =
                ExposedNames.of(family.prometheusName(), family.definition().kind());
    }

    Family family() {
        return family;
    }

    ExposedNames names() {
        return names;
    }

    String metric() {
        return family.definition().name();
    }

    void begin(Lease lease) {
        running.add(lease);
    }

    /** A lease ends. Unless a newer one of its owner has already said what it names, its owner may come back. */
    void end(Lease lease) {
        if (running.remove(lease) && !lease.superseded()) {
            stopped.add(lease.owner());
        }
    }

    /** Owners that stopped have come back, or will not. */
    void forgetStopped(Predicate<Owner> gone) {
        stopped.removeIf(gone);
    }

    /** A running lease that names this and that {@code lease} does not replace, or null. */
    @Nullable
    Lease heldAgainst(Lease lease) {
        for (Lease other : running) {
            if (other == lease || !other.owner().isSameAs(lease.owner())) {
                return other;
            }
        }
        return null;
    }

    /** Whether an earlier lease of this owner names it, or one that stopped and that {@code back} says has come back. */
    boolean wasNamedBy(Owner owner, Predicate<Owner> back) {
        return running.stream().anyMatch(lease -> lease.owner().isSameAs(owner))
                || stopped.stream().anyMatch(back);
    }

    boolean isNamed() {
        return !running.isEmpty() || !stopped.isEmpty();
    }

    boolean isNamedBy(String appender) {
        return running.stream().anyMatch(lease -> lease.owner().appender().equals(appender))
                || stopped.stream().anyMatch(owner -> owner.appender().equals(appender));
    }
}

package io.github.logtally.spi;

import java.util.Collection;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The levels of a logging framework, ordered by severity.
 *
 * <p>Numbers mean nothing but their order: a greater one is more severe, {@code ERROR} above {@code WARN}.
 */
@ConsumerType
public interface LevelScale {
    /** What {@link #severityOf} gives for a name that is no level. */
    int UNKNOWN = Integer.MIN_VALUE;

    /**
     * The severity of a level by its name, whatever its case, or {@link #UNKNOWN}.
     *
     * <p>Called while configuring only.
     *
     * @param levelName the name, as the user wrote it
     * @return the severity, or {@link #UNKNOWN}
     */
    int severityOf(String levelName);

    /**
     * The names of all levels known now, for messages to the user.
     *
     * @return the names, in any order
     */
    Collection<String> levelNames();
}

package io.github.logtally.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A throwable of which only names are known, as where a log is read that somebody else has written. An {@link EventReader}
 * gives it in place of the one that was thrown. Immutable.
 */
public final class LoggedThrowable extends Throwable {
    private static final long serialVersionUID = 1L;

    /** Its name, then those of superclasses. */
    private final String[] classNames;

    /**
     * A throwable by its names.
     *
     * @param className full name of its class, as {@link Class#getName} has it
     * @param superclasses full names of the superclasses that are known, in any order
     * @param cause what it was caused by, or null
     */
    public LoggedThrowable(String className, List<String> superclasses, @Nullable LoggedThrowable cause) {
        super(null, cause, false, false);
        classNames = new String[superclasses.size() + 1];
        classNames[0] = className;
        for (int i = 1; i < classNames.length; i++) {
            classNames[i] = superclasses.get(i - 1);
        }
    }

    /**
     * The full name of its class.
     *
     * @return the name
     */
    public String className() {
        return classNames[0];
    }

    /**
     * The name of its class as {@link Class#getSimpleName} most likely has it.
     *
     * @return the name
     */
    public String simpleName() {
        String name = className().substring(className().lastIndexOf('.') + 1);
        int start = name.lastIndexOf('$') + 1;
        while (start < name.length() && Character.isDigit(name.charAt(start))) {
            start++;
        }
        return start == name.length() ? name : name.substring(start);
    }

    /**
     * Whether it is of this class as far as is known.
     *
     * @param name the full name of a class
     * @return whether it is
     */
    public boolean isOf(String name) {
        for (String each : classNames) {
            if (each.equals(name)) {
                return true;
            }
        }
        return false;
    }
}

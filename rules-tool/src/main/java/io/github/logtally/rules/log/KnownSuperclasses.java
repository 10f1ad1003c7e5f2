package io.github.logtally.rules.log;

import java.util.ArrayList;
import java.util.List;

/** The superclasses of the JDK's own exceptions; of others a log tells nothing. */
final class KnownSuperclasses {
    private KnownSuperclasses() {}

    /** The names of the superclasses of a class of this name, as far as the JDK has it. Runs no code of the class. */
    static List<String> of(String className) {
        List<String> names = new ArrayList<>();
        if (isKnown(className)) {
            try {
                Class<?> type = Class.forName(className, false, ClassLoader.getPlatformClassLoader());
                for (Class<?> each = type.getSuperclass(); each != null; each = each.getSuperclass()) {
                    names.add(each.getName());
                }
            } catch (ClassNotFoundException | LinkageError e) {
                return List.of();
            }
        }
        return names;
    }

    /** Whether all superclasses of a class of this name are known. */
    static boolean isKnown(String className) {
        return className.startsWith("java.") || className.startsWith("javax.");
    }
}

package io.github.logtally.rules.layout;

import io.github.logtally.rules.log.LogEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Layouts by name, and those that a log is tried with whose layout nobody names. */
public final class Layouts {
    /** The name of Spring Boot's layout, from version 3 on. */
    public static final String SPRING_BOOT = "spring-boot";

    private static final String SPRING_BOOT_2 = "spring-boot-2";

    private static final List<String> USUAL = List.of(
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%t] %logger - %msg%n",
            "%d %-5level [%t] %logger - %msg%n",
            "%d [%t] %-5level %logger - %msg%n",
            "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%t] %logger - %msg%n",
            "%d{yyyy-MM-dd HH:mm:ss.SSS} [%t] %-5level %logger - %msg%n",
            "%d{HH:mm:ss.SSS} [%t] %-5level %logger{36} - %msg%n",
            "%d{HH:mm:ss.SSS} [%t] %-5level %logger{36} -- %msg%n");

    private Layouts() {}

    /** The format of a layout that is named or written out. */
    public static PatternFormat of(String nameOrPattern) throws LayoutException {
        return switch (nameOrPattern) {
            case SPRING_BOOT -> PatternFormat.springBoot(SPRING_BOOT, "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
            case SPRING_BOOT_2 -> PatternFormat.springBoot(SPRING_BOOT_2, "yyyy-MM-dd HH:mm:ss.SSS");
            default -> {
                if (nameOrPattern.indexOf('%') < 0) {
                    throw new LayoutException(
                            "'" + nameOrPattern + "' is neither a layout pattern, which has % in it, nor one of "
                                    + String.join(", ", names()));
                }
                yield PatternFormat.of(nameOrPattern);
            }
        };
    }

    /** The first of the usual layouts that wrote this line, or null. */
    public static @Nullable PatternFormat thatWrote(byte[] line, int length) {
        for (PatternFormat each : usual().values()) {
            LogEvent event = new LogEvent();
            event.begin(line, 0, length, 1);
            if (each.begins(event, 0, length)) {
                return each;
            }
        }
        return null;
    }

    /** The names of layouts. */
    public static List<String> names() {
        return List.of(SPRING_BOOT, SPRING_BOOT_2);
    }

    private static Map<String, PatternFormat> usual() {
        Map<String, PatternFormat> formats = new LinkedHashMap<>();
        try {
            for (String name : names()) {
                formats.put(name, of(name));
            }
            for (String pattern : USUAL) {
                formats.put(pattern, of(pattern));
            }
        } catch (LayoutException e) {
            throw new IllegalStateException(e);
        }
        return formats;
    }
}

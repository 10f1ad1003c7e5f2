package io.github.logtally.rules.log;

import io.github.logtally.spi.Element;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of loggers, one String each. Where a layout shortens them, a name that can be short for a logger that a rule
 * names, or for one below it, counts as that: {@code c.a.web.Cart} as {@code com.acme.web.Cart} for a rule on
 * {@code com.acme}. Bounded; confined to one thread.
 */
public final class LoggerNames {
    private static final int SLOTS = 1 << 12;
    private static final int PROBES = 8;

    private final List<String[]> wanted;

    // Mutable state

    private final byte[] @Nullable [] keys = new byte[SLOTS] @Nullable [];
    private final String[] names = new String[SLOTS];

    /**
     * Names as they are written.
     *
     * @param inRules names of loggers in rules that shortened names may stand for; empty where nothing shortens them
     */
    public LoggerNames(Collection<String> inRules) {
        this.wanted = inRules.stream().map(name -> name.split("\\.", -1)).toList();
    }

    /** The names of a format for rules; only where the format shortens names can they stand for others. */
    public static LoggerNames of(LogFormat format, Element settings) {
        List<String> inRules = new ArrayList<>();
        if (format.shortensLoggers()) {
            collect(settings, inRules);
            inRules.sort(Comparator.comparingInt(String::length).reversed());
        }
        return new LoggerNames(inRules);
    }

    private static void collect(Element element, List<String> names) {
        String setting = element.settings().get("logger");
        if (setting != null) {
            for (String name : setting.split(",", -1)) {
                if (!name.isBlank()) {
                    names.add(name.trim());
                }
            }
        }
        element.children().forEach(child -> collect(child, names));
    }

    /** The name that is written here. */
    String name(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = hash ^ (hash >>> 15);
        for (int probe = 0; probe < PROBES; probe++) {
            int index = (slot + probe) & (SLOTS - 1);
            byte[] key = keys[index];
            if (key == null) {
                keys[index] = Arrays.copyOfRange(bytes, from, to);
                names[index] = make(bytes, from, to);
                return names[index];
            }
            if (Arrays.equals(key, 0, key.length, bytes, from, to)) {
                return names[index];
            }
        }
        return make(bytes, from, to);
    }

    private String make(byte[] bytes, int from, int to) {
        String name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        for (String[] each : wanted) {
            String full = expanded(name, each);
            if (full != null) {
                return full;
            }
        }
        return name;
    }

    /** The name with its first segments those of {@code wanted} if it can be short for them, or null. */
    private static @Nullable String expanded(String name, String[] wanted) {
        String[] segments = name.split("\\.", -1);
        if (segments.length < wanted.length) {
            return null;
        }
        for (int i = 0; i < wanted.length; i++) {
            boolean last = i == segments.length - 1;
            boolean fits = last ? wanted[i].equals(segments[i]) : wanted[i].startsWith(segments[i]);
            if (segments[i].isEmpty() || !fits) {
                return null;
            }
            segments[i] = wanted[i];
        }
        return String.join(".", segments);
    }
}

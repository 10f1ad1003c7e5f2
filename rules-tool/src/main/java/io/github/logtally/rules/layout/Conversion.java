package io.github.logtally.rules.layout;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a conversion word of a layout writes. */
enum Conversion {
    DATE("d", "date"),
    LEVEL("p", "le", "level"),
    LOGGER("c", "lo", "logger"),
    THREAD("t", "tn", "thread", "threadName"),
    MESSAGE("m", "msg", "message"),
    MARKER("marker", "markerSimpleName"),
    MDC("X", "mdc", "MDC"),
    PAIRS("kvp", "K", "map", "MAP"),
    THROWABLE(
            "ex",
            "exception",
            "throwable",
            "xEx",
            "xException",
            "xThrowable",
            "rEx",
            "rException",
            "rThrowable",
            "rootException",
            "wEx",
            "wex",
            "xwEx",
            "xwex"),
    NOTHING("nopex", "nopexception", "esb", "ecs"),
    LINE_END("n"),
    NUMBER(
            "r",
            "relative",
            "L",
            "line",
            "pid",
            "processId",
            "PID",
            "T",
            "tid",
            "threadId",
            "tp",
            "threadPriority",
            "sn",
            "sequenceNumber",
            "lsn",
            "N",
            "nano",
            "ms",
            "micros"),
    OTHER(
            "C",
            "class",
            "F",
            "file",
            "M",
            "method",
            "l",
            "location",
            "caller",
            "u",
            "uuid",
            "x",
            "NDC",
            "contextName",
            "cn",
            "property",
            "fqcn",
            "prefix",
            "endOfBatch",
            "applicationName",
            "applicationGroup",
            "correlationId"),
    /** Its content, in parentheses or in the first braces. */
    GROUP(
            "highlight",
            "clr",
            "style",
            "replace",
            "maxLen",
            "maxLength",
            "enc",
            "encode",
            "equals",
            "equalsIgnoreCase",
            "black",
            "red",
            "green",
            "yellow",
            "blue",
            "magenta",
            "cyan",
            "white",
            "gray",
            "boldRed",
            "boldGreen",
            "boldYellow",
            "boldBlue",
            "boldMagenta",
            "boldCyan",
            "boldWhite"),
    /** Its content, or nothing. */
    OPTIONAL("notEmpty", "varsNotEmpty", "variablesNotEmpty");

    private static final Map<String, Conversion> BY_WORD = new HashMap<>();

    static {
        for (Conversion each : values()) {
            for (String word : each.words.split(" ", -1)) {
                BY_WORD.put(word, each);
            }
        }
    }

    private final String words;

    Conversion(String... words) {
        this.words = String.join(" ", words);
    }

    static @Nullable Conversion of(String word) {
        return BY_WORD.get(word);
    }
}

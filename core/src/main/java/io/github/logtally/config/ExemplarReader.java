package io.github.logtally.config;

import java.util.List;
import java.util.Locale;

/** Reads the {@code exemplars} setting: {@code off}, {@code auto}, or the MDC keys of the trace and the span. */
final class ExemplarReader {
    private ExemplarReader() {}

    static ExemplarKeys read(String text) throws Mistake {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "off" -> ExemplarKeys.OFF;
            case "auto" -> ExemplarKeys.AUTO;
            default -> keys(text);
        };
    }

    private static ExemplarKeys keys(String text) throws Mistake {
        List<String> keys = ListReader.texts(text);
        if (keys.size() != 2 || keys.get(0).equals(keys.get(1))) {
            throw new Mistake(Words.quote(text) + " is not allowed" + Words.didYouMean(text, List.of("off", "auto"))
                    + " Write off, auto, or the two MDC keys of the trace id and the span id, comma separated.");
        }
        return new ExemplarKeys(List.of(new ExemplarKeys.Pair(keys.get(0), keys.get(1))));
    }
}

package io.github.logtally.config;

import java.util.List;
import java.util.Locale;

/** Reads a setting that is one of a few words, whatever its case. */
final class Choice {
    private Choice() {}

    static String read(String text, List<String> words) throws Mistake {
        String word = Settings.requireText(text).toLowerCase(Locale.ROOT);
        if (!words.contains(word)) {
            throw new Mistake(Words.quote(text) + " is not allowed" + Words.didYouMean(text, words) + " It is one of "
                    + Words.list(words) + ".");
        }
        return word;
    }
}

package io.github.logtally.rules.check;

import java.util.List;
import java.util.Locale;

/**
 * Tells whether an unknown child element was meant as a nested element ({@code <conter>}, {@code <label>} in the wrong
 * place) or as a setting ({@code <mesage>}): Logback hands down its tag and nothing of what is inside.
 */
final class NestedTag {
    private static final List<String> KINDS = List.of("Counter", "Gauge", "Histogram", "Summary", "Label", "Exclude");

    /** The one setting that is spelled like a nested element. */
    private static final String LABELS = "labels";

    private static final int MAX_TYPOS = 2;

    private NestedTag() {}

    static boolean isMeant(String tag) {
        int best = MAX_TYPOS + 1;
        for (String kind : KINDS) {
            best = Math.min(best, typos(tag, kind));
        }
        return best <= MAX_TYPOS && best < typos(tag, LABELS);
    }

    /** The kind that this tag spells, whatever its case, or the tag itself. */
    static String kindOf(String tag) {
        for (String kind : KINDS) {
            if (kind.equalsIgnoreCase(tag)) {
                return kind;
            }
        }
        return tag;
    }

    /** Letters to insert, leave out, replace, or swap with their neighbour, to get from one word to the other. */
    private static int typos(String word, String other) {
        String a = word.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] typos = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    typos[i][j] = i + j;
                    continue;
                }
                int replaced = typos[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                typos[i][j] = Math.min(replaced, 1 + Math.min(typos[i - 1][j], typos[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    typos[i][j] = Math.min(typos[i][j], 1 + typos[i - 2][j - 2]);
                }
            }
        }
        return typos[a.length()][b.length()];
    }
}

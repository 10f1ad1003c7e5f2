package io.github.logtally.config;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name a user probably meant: the one with the fewest insertions, deletions, replacements and swaps of
 * neighbours, whatever the case (optimal string alignment distance); or else one that is the beginning of what was
 * written ({@code WARN} of {@code WARNING}), or the other way round.
 */
public final class Nearest {
    /** Edits beyond which no name is near. */
    private static final int FAR = 4;

    /** Characters of a beginning that are no accident. */
    private static final int TELLING = 3;

    private Nearest() {}

    /** The candidate nearest to {@code found}, the first of equals; null where none is near. */
    public static @Nullable String of(String found, Collection<String> candidates) {
        String best = null;
        int bestDistance = FAR;
        for (String candidate : candidates) {
            int tolerated = Math.max(1, Math.min(found.length(), candidate.length()) / 3);
            int distance = distance(found, candidate);
            if (distance <= tolerated && distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best == null ? byBeginning(found, candidates) : best;
    }

    private static @Nullable String byBeginning(String found, Collection<String> candidates) {
        for (String candidate : candidates) {
            int shorter = Math.min(found.length(), candidate.length());
            if (shorter >= TELLING && found.regionMatches(true, 0, candidate, 0, shorter)) {
                return candidate;
            }
        }
        return null;
    }

    private static int distance(String found, String candidate) {
        if (Math.abs(found.length() - candidate.length()) >= FAR) {
            return FAR;
        }
        String a = found.toLowerCase(Locale.ROOT);
        String b = candidate.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}

package io.github.logtally.rules.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What messages have in common.
 *
 * @param words what is between the spaces, masked
 * @param events how many messages
 * @param firstLine the line of the first of them
 */
record LikelyPattern(List<String> words, long events, long firstLine) {
    /** How many words in one place make it one that varies. */
    private static final int VARIANTS = 4;

    private static final String HOLE = String.valueOf((char) Masker.HOLE);
    private static final char MORE = (char) Masker.MORE;

    LikelyPattern {
        words = List.copyOf(words);
    }

    static LikelyPattern of(MessageGroups.Group group) {
        String masked = new String(group.masked, StandardCharsets.UTF_8);
        return new LikelyPattern(List.of(masked.split(" ", -1)), group.events, group.firstLine);
    }

    /** These patterns, those that differ in one word only made one where there are at least {@link #VARIANTS} of them. */
    static List<LikelyPattern> merged(List<LikelyPattern> patterns) {
        Map<List<String>, List<LikelyPattern>> alike = new LinkedHashMap<>();
        for (LikelyPattern pattern : patterns) {
            if (pattern.words.size() > 1) {
                for (int i = 0; i < pattern.words.size(); i++) {
                    alike.computeIfAbsent(pattern.without(i), key -> new ArrayList<>())
                            .add(pattern);
                }
            }
        }
        Set<LikelyPattern> left = new LinkedHashSet<>(patterns);
        List<LikelyPattern> merged = new ArrayList<>();
        alike.forEach((words, group) -> {
            List<LikelyPattern> there = group.stream().filter(left::contains).toList();
            if (there.size() >= VARIANTS) {
                there.forEach(left::remove);
                long events = there.stream().mapToLong(LikelyPattern::events).sum();
                merged.add(new LikelyPattern(words, events, there.get(0).firstLine));
            }
        });
        merged.addAll(left);
        return merged;
    }

    private List<String> without(int word) {
        List<String> words = new ArrayList<>(this.words);
        words.set(word, HOLE);
        return words;
    }

    /** The pattern as a rule's {@code message} has it, its holes named by their number. */
    String message() {
        String masked = String.join(" ", words);
        StringBuilder pattern = new StringBuilder();
        int holes = 0;
        for (int i = 0; i < masked.length(); i++) {
            char c = masked.charAt(i);
            switch (c) {
                case Masker.HOLE -> pattern.append("{p").append(++holes).append('}');
                case MORE -> pattern.append("{*}");
                case '{' -> pattern.append("{lbrace}");
                case '}' -> pattern.append("{rbrace}");
                case ' ' -> pattern.append(i == 0 || i == masked.length() - 1 ? "{sp}" : " ");
                default -> pattern.append(c);
            }
        }
        return pattern.toString();
    }
}

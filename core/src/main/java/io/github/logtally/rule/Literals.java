package io.github.logtally.rule;

import io.github.logtally.config.MessagePattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message pattern as one literal more than it has holes: before, between and after them. Only the first and the last
 * may be empty.
 */
record Literals(List<String> texts, List<@Nullable String> holeNames) {
    static Literals of(MessagePattern pattern) {
        List<String> texts = new ArrayList<>();
        List<@Nullable String> names = new ArrayList<>();
        String pending = "";
        for (MessagePattern.Part part : pattern.parts()) {
            if (part instanceof MessagePattern.Literal literal) {
                pending = literal.text();
            } else if (part instanceof MessagePattern.Hole hole) {
                texts.add(pending);
                names.add(hole.name());
                pending = "";
            }
        }
        texts.add(pending);
        return new Literals(texts, names);
    }

    int holes() {
        return holeNames.size();
    }

    String first() {
        return texts.get(0);
    }

    String last() {
        return texts.get(texts.size() - 1);
    }

    /** Whether a text can match by how it begins and, unless it may have been cut, ends. */
    boolean fitsEnds(String text, boolean maybeCut) {
        return text.startsWith(first()) && (maybeCut || text.endsWith(last()));
    }
}

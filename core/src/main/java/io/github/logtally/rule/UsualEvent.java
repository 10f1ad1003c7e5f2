package io.github.logtally.rule;

import io.github.logtally.capture.SlotMaker;
import io.github.logtally.config.Condition;
import io.github.logtally.config.LabelDefinition;
import io.github.logtally.config.Piece;
import io.github.logtally.config.Reference;
import io.github.logtally.config.RuleDefinition;
import io.github.logtally.config.ValueTemplate;
import java.util.ArrayList;
import java.util.List;

/** Guesses how much of an event the rules read, so that most events fit into the space that a slot has from the start. */
public final class UsualEvent {
    private static final int SHORT_TEXT = 8;
    private static final int NAME = 40;

    private UsualEvent() {}

    /** Makes slots in which there is room for what one of these rules reads of one event. */
    public static SlotMaker slots(int capacity, List<RuleDefinition> rules) {
        int values = 1;
        int text = 0;
        for (RuleDefinition rule : rules) {
            List<Reference> references = references(rule);
            values = Math.max(values, references.size() + flags(rule.condition()));
            text = Math.max(
                    text, references.stream().mapToInt(UsualEvent::characters).sum());
        }
        return new SlotMaker(capacity, values, text);
    }

    private static List<Reference> references(RuleDefinition rule) {
        List<Reference> references = new ArrayList<>();
        for (LabelDefinition label : rule.labels()) {
            addAll(references, label.value());
        }
        if (rule.value() != null) {
            addAll(references, rule.value());
        }
        rule.condition().mdc().forEach(entry -> references.add(new Reference.Mdc(entry.key())));
        rule.condition().fields().forEach(entry -> references.add(new Reference.Field(entry.key())));
        references.removeIf(
                reference -> reference instanceof Reference.Level || reference instanceof Reference.Message);
        return references;
    }

    private static void addAll(List<Reference> references, ValueTemplate template) {
        for (Piece piece : template.pieces()) {
            if (piece instanceof Piece.Ref ref) {
                references.add(ref.reference());
            }
        }
    }

    private static int flags(Condition condition) {
        return (condition.marker() == null ? 0 : 1)
                + (condition.exception() == null ? 0 : 1)
                + (condition.rootCause() == null ? 0 : 1);
    }

    private static int characters(Reference reference) {
        boolean name = reference instanceof Reference.Logger
                || reference instanceof Reference.ThreadName
                || reference instanceof Reference.ExceptionName
                || reference instanceof Reference.RootCauseName
                || reference instanceof Reference.MessageTemplate;
        return name ? NAME : SHORT_TEXT;
    }
}

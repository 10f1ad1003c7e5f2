package io.github.logtally.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text with references in it, as labels and {@code value} have it. Adjacent texts are joined; no text is empty; no
 * pieces at all is the empty text.
 */
public record ValueTemplate(List<Piece> pieces) {
    public ValueTemplate {
        pieces = List.copyOf(pieces);
    }

    /** The one reference this consists of, or null where it is a constant or composed. */
    public Piece.@Nullable Ref singleReference() {
        return pieces.size() == 1 && pieces.get(0) instanceof Piece.Ref ref ? ref : null;
    }

    /** The text of this where it has no reference, or null. */
    public @Nullable String constant() {
        if (pieces.isEmpty()) {
            return "";
        }
        return pieces.size() == 1 && pieces.get(0) instanceof Piece.Text text ? text.text() : null;
    }
}

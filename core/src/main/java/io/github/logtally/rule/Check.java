package io.github.logtally.rule;

import io.github.logtally.config.Glob;
import org.jspecify.annotations.Nullable;

/** One condition of a rule, as far as it is not decided by level, logger and template alone. */
interface Check {
    /** Whether the event meets it; where that cannot be told, fails the rule and returns false. */
    boolean holds(Evaluation evaluation);

    /** A captured yes or no. */
    record Flag(int source) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            return evaluation.isTrue(source);
        }
    }

    /** An MDC entry or a field that is there and matches. */
    record Entry(int source, @Nullable Glob glob) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            return evaluation.has(source) && (glob == null || glob.matches(evaluation.textOf(source)));
        }
    }

    /** A text that stands somewhere in the message. */
    final class Contains implements Check {
        private final char[] text;

        Contains(String text) {
            this.text = text.toCharArray();
        }

        @Override
        public boolean holds(Evaluation evaluation) {
            return evaluation.hasText()
                    && PatternMatcher.indexOf(evaluation.text(), 0, evaluation.textLength(), text) >= 0;
        }
    }

    /** A message pattern matched against the text. */
    final class Pattern implements Check, Spans {
        private final PatternMatcher matcher;

        Pattern(Literals pattern) {
            this.matcher = new PatternMatcher(pattern);
        }

        @Override
        public boolean holds(Evaluation evaluation) {
            return evaluation.hasText() && matcher.matches(evaluation.text(), evaluation.textLength());
        }

        @Override
        public int start(int index) {
            return matcher.start(index);
        }

        @Override
        public int end(int index) {
            return matcher.end(index);
        }
    }
}

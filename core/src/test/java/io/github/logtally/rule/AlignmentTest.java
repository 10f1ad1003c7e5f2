package io.github.logtally.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.capture.TemplateShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTest {
    /** Patterns written with {@code <name>} for holes here, {@code <>} for a nameless one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Took <ms> ms            | Took {} ms           | 1 | SAME",
                "Took <ms> ms            | Took {} ms           | 2 | SAME",
                "Took <ms> ms            | Took {} ms           | 0 | TEXT",
                "Took <ms> ms            | Took {} s            | 1 | NEVER",
                "Took <ms> ms            | Got {} ms            | 1 | NEVER",
                "Took <ms> ms            | {}                   | 1 | TEXT",
                "Took <ms> ms            | Took 5 ms            | 0 | TEXT",
                "Took <ms> ms            | Took 5 s             | 0 | NEVER",
                "Took <ms> ms by <who>   | Took {} ms by me     | 1 | TEXT",
                "Took <ms> ms by <who>   | Took {} ms           | 1 | TEXT",
                "Took <ms> ms<>          | Took {} ms by {}     | 2 | SAME",
                "Took <ms> ms<rest>      | Took {} ms by {}     | 2 | TEXT",
                "<>                      | Took {} ms by {}     | 2 | SAME",
                "Took <>                 | Took {}              | 1 | SAME",
                "Took <ms> ms<>          | Took {} s by {}      | 2 | TEXT",
                "<a> <b> <c>             | {} {}                | 2 | TEXT",
                "Took {}                 | Took \\{}            | 0 | TEXT",
                "A <a> B                 | A \\\\{} B           | 1 | TEXT",
            })
    void of_tellsWhatTheTemplateSays(String pattern, String template, int arguments, Alignment expected) {
        TemplateShape shape = TemplateShape.of(template, arguments);

        assertThat(Alignment.of(literals(pattern), shape, 2048)).isEqualTo(expected);
        if (expected != Alignment.NEVER) {
            assertThat(Alignment.mayMatch(literals(pattern), template)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Took <ms> ms   | Took {} s             | false",
                "Took <ms> ms   | Got {} ms             | false",
                "Took <ms> ms   | Took {} of {} s       | false",
                "Took <ms> ms   | T{} ms                | true",
                "Took <ms> ms   | {}                    | true",
                "Took <ms> ms   | Took {}s              | true",
                "Took <ms> ms   | Got \\{} ms          | true",
                "Took <ms> ms   | Got no time           | true",
            })
    void mayMatch_whateverTheArguments(String pattern, String template, boolean expected) {
        assertThat(Alignment.mayMatch(literals(pattern), template)).isEqualTo(expected);
    }

    static Literals literals(String pattern) {
        List<String> texts = new ArrayList<>();
        List<@Nullable String> names = new ArrayList<>();
        int from = 0;
        for (int open = pattern.indexOf('<'); open >= 0; open = pattern.indexOf('<', from)) {
            int close = pattern.indexOf('>', open);
            texts.add(pattern.substring(from, open));
            names.add(open + 1 == close ? null : pattern.substring(open + 1, close));
            from = close + 1;
        }
        texts.add(pattern.substring(from));
        return new Literals(texts, names);
    }
}

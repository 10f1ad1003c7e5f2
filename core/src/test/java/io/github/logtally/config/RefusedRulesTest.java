package io.github.logtally.config;

import static io.github.logtally.config.Configurations.counter;
import static io.github.logtally.config.Configurations.element;
import static io.github.logtally.config.Configurations.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where one mistake could hide another, or be said twice. */
class RefusedRulesTest {
    @Test
    void settingOfAnotherKind_isNotReadToo() {
        assertThat(problems(counter("native", "perhaps", "quantiles", "x", "maxAge", "y")))
                .hasSize(3);
    }

    @Test
    void mistakeInTheMessage_isNotRepeatedForItsCaptures() {
        assertThat(problems(counter("message", "a {id", "labels", "id, level", "value", "{id}")))
                .hasSize(1);
    }

    @Test
    void mistakes_areAllSaid() {
        assertThat(problems(counter("level", "x, y", "minLevel", "z", "labels", "q", "maxSeries", "-1", "foo", "bar")))
                .hasSize(6);
    }

    @Test
    void exclude_thatIsRefused() {
        assertThat(problems(counter()
                        .child(element("Exclude"))
                        .child(element("Exclude", "level", "x", "name", "y").child(element("Label")))))
                .hasSize(4)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("Counter 'x_total' > Exclude 1: states nothing and so would exclude every event."))
                .anySatisfy(
                        text -> assertThat(text).startsWith("Counter 'x_total' > Exclude 2, level: 'x' is no level"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("Counter 'x_total' > Exclude 2, name: an Exclude has no such setting"))
                .anySatisfy(text -> assertThat(text)
                        .isEqualTo("Counter 'x_total' > Exclude 2, Label: an Exclude has no elements in it."));
    }

    @Test
    void textOfTheUser_isCut() {
        String text = problems(counter("level", "x".repeat(10_000))).get(0);

        assertThat(text).contains("'" + "x".repeat(80) + "...'").hasSizeLessThan(300);
    }
}

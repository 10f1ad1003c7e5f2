package io.github.logtally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import io.github.logtally.testing.TestEvent;
import io.github.logtally.testing.TestEventReader;
import io.github.logtally.testing.UsedHeap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The memory of what is remembered of templates, for a program that has more of them than are kept, and many rules. */
@Tag("heap")
class PlanMemoryTest {
    private static final int RULES = 500;
    private static final int TEMPLATES = 3_000;

    @Test
    void rulesThatTemplatesLeaveOpen_areThereOnce() {
        assertThat(takenWith(i -> Element.of("Counter").with("contains", "failure " + i)))
                .isLessThan(8_000_000);
    }

    @Test
    void rulesOfAnyMessage_areThereOnce() {
        assertThat(takenWith(i -> Element.of("Counter").with("mdc", "key" + i % 10 + "=a" + i)))
                .isLessThan(8_000_000);
    }

    @Test
    void rulesThatEveryTemplateDecides_areBounded() {
        assertThat(takenWith(i -> Element.of("Counter")
                        .with("contains", "Statement")
                        .with("level", i % 2 == 0 ? "INFO" : "WARN")))
                .isLessThan(60_000_000);
    }

    private static long takenWith(IntFunction<Element> rule) {
        Element settings = Element.of("Logtally");
        for (int i = 0; i < RULES; i++) {
            settings = settings.child(rule.apply(i).with("name", "plan_memory_" + i + "_total"));
        }
        try (LogtallyEngine<TestEvent> engine = LogtallyEngine.builder("plans", new TestEventReader())
                .settings(settings)
                .context(PlanMemoryTest.class)
                .start()) {
            log(engine, 0);
            long before = UsedHeap.bytes();
            for (int template = 1; template < TEMPLATES; template++) {
                log(engine, template);
            }
            return UsedHeap.bytes() - before;
        }
    }

    private static void log(LogtallyEngine<TestEvent> engine, int template) {
        for (String level : new String[] {"INFO", "INFO", "WARN"}) {
            engine.accept(TestEvent.of("Statement " + template + " of {}", 1).level(level));
        }
    }
}

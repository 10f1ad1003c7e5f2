package io.github.logtally.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.testing.TestEvent;
import io.github.logtally.testing.TestEventReader;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTest {
    private final AtomicLong now = new AtomicLong();
    private final CountingPlanner planner = new CountingPlanner();
    private final Gate<TestEvent> gate = new Gate<>(new TestEventReader(), planner, now::get);

    @Test
    void planFor_aKnownTemplate_isMadeOnce() {
        for (int i = 0; i < 100; i++) {
            assertThat(gate.planFor(TestEvent.of("took {} ms", i))).isNotNull();
        }

        assertThat(planner.plans).isLessThanOrEqualTo(2);
    }

    @Test
    void planFor_differentNumbersOfArguments_areDifferentPlans() {
        Plan one = planFor("a {} {}", 1);
        Plan two = planFor("a {} {}", 2);

        assertThat(one).isNotSameAs(two);
        assertThat(planFor("a {} {}", 1)).isSameAs(one);
    }

    @Test
    void planFor_levelThatNoRuleTakes_looksNoFurther() {
        planner.refusedLevel = "DEBUG";

        for (int i = 0; i < 100; i++) {
            assertThat(gate.planFor(TestEvent.of("x" + i).level("DEBUG"))).isNull();
        }

        assertThat(planner.plans).isZero();
        assertThat(planner.questions).isLessThanOrEqualTo(2);
    }

    @Test
    void planFor_templateWithoutRoomForAFurtherPlan_isFreeText() {
        planner.weight = BoundedTable.MAX_WEIGHT;
        planFor("emptied at once {}", 1);
        planFor("took {} ms", 1);
        TestEvent warning = TestEvent.of("took {} ms", 1).level("WARN");

        Plan without = gate.planFor(warning);
        assertThat(without).isNotNull();
        assertThat(without.text).isTrue();
        int plans = planner.plans;
        assertThat(gate.planFor(warning)).isSameAs(without);
        assertThat(planner.plans).isEqualTo(plans);

        now.addAndGet(20_000_000_000L);
        assertThat(gate.planFor(warning)).isNotNull().isNotSameAs(without);
    }

    @Test
    void planFor_concatenatedTexts_makesAFewPlansOnly() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(gate.planFor(TestEvent.of("text number " + i))).isNotNull();
        }

        assertThat(planner.plans).isLessThanOrEqualTo(2);
    }

    @Test
    void planFor_concatenatedTemplates_makesABoundedNumberOfPlans() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(gate.planFor(TestEvent.of("template number " + i + " {}", 1)))
                    .isNotNull();
        }

        assertThat(planner.plans).isLessThan(10_000);
    }

    @Test
    void planFor_concatenatedTemplates_whosePlansTakeLong_makesFew() {
        planner.onPlan = () -> now.addAndGet(50_000_000L);
        for (int i = 0; i < 1_000; i++) {
            assertThat(gate.planFor(TestEvent.of("template number " + i + " {}", 1)))
                    .isNotNull();
        }
        assertThat(planner.plans).isBetween(5, 20);

        now.addAndGet(20_000_000_000L);
        gate.planFor(TestEvent.of("another template {}", 1));
        int before = planner.plans;
        gate.planFor(TestEvent.of("yet another template {}", 1));
        assertThat(planner.plans).as("time has passed").isEqualTo(before + 1);
    }

    @Test
    void planFor_newLoggerNames_staysRight() {
        planner.refusedClass = "com.quiet";
        planner.namedLoggersOnly = true;
        for (int i = 0; i < 10_000; i++) {
            assertThat(gate.planFor(TestEvent.of("x").logger("com.quiet.Job" + i)))
                    .isNull();
            assertThat(gate.planFor(TestEvent.of("x").logger("com.loud.Job" + i)))
                    .isNotNull();
        }
    }

    @Test
    void planFor_templateThatContradictsAllRules_isLookedAtOnce() {
        planner.contradictedStart = "Cache";
        planFor("Cache {} refreshed", 1);
        int plans = planner.plans;

        for (int i = 0; i < 100; i++) {
            assertThat(gate.planFor(TestEvent.of("Cache {} refreshed", i))).isNull();
        }
        assertThat(planner.plans).isEqualTo(plans);
        assertThat(planFor("Request {}", 1)).isNotNull();
    }

    private @Nullable Plan planFor(String template, int arguments) {
        gate.planFor(TestEvent.of(template, new Object[arguments]));
        gate.planFor(TestEvent.of(template, new Object[arguments]));
        return gate.planFor(TestEvent.of(template, new Object[arguments]));
    }

    private static final class CountingPlanner implements Planner {
        int plans;
        int questions;
        int weight = 1;
        String refusedLevel = "";
        String refusedClass = "none";
        String contradictedStart = "nothing has this";
        boolean namedLoggersOnly;
        Runnable onPlan = () -> {};

        @Override
        public String loggerClass(String loggerName) {
            return loggerName.startsWith(refusedClass) ? refusedClass : namedLoggersOnly ? "com.loud" : "";
        }

        @Override
        public boolean looksAtLevels() {
            return true;
        }

        @Override
        public boolean mayMatch(String template) {
            return !template.startsWith(contradictedStart);
        }

        @Override
        public boolean takesLevel(String levelName, int severity) {
            questions++;
            return !levelName.equals(refusedLevel);
        }

        @Override
        public boolean mayMatch(String levelName, int severity, String loggerClass) {
            questions++;
            return !levelName.equals(refusedLevel)
                    && !loggerClass.equals(refusedClass)
                    && !(namedLoggersOnly && loggerClass.isEmpty());
        }

        @Override
        public Plan plan(String levelName, int severity, String loggerClass, @Nullable TemplateShape shape) {
            plans++;
            onPlan.run();
            return new Plan(List.of(), shape == null, shape) {
                @Override
                protected boolean admits(String text) {
                    return true;
                }

                @Override
                public int weight() {
                    return weight;
                }

                @Override
                public void apply(Slot slot) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}

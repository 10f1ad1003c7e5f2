package io.github.logtally.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.testing.TestEvent;
import io.github.logtally.testing.TestEventReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan reads goes through a slot unchanged, whatever its neighbours and the events before it were. */
class CapturedValuesTest {
    private static final int MAX_LENGTH = 2000;

    private final SlotMaker slots = new SlotMaker(512, 2, 8);
    private final SlotFiller<TestEvent> filler = new SlotFiller<>(new TestEventReader(), MAX_LENGTH, new LongAdder());
    private final SlotView view = new SlotView();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void values_ofRandomEvents_areThoseCaptured(long seed) {
        Random random = new Random(seed);
        List<Slot> neighbours = List.of(slots.apply(254), slots.apply(255), slots.apply(256));
        for (int round = 0; round < 500; round++) {
            List<List<@Nullable Object>> expected = new ArrayList<>();
            for (Slot slot : neighbours) {
                List<@Nullable Object> arguments = randomArguments(random);
                fill(slot, arguments);
                expected.add(arguments);
            }
            for (int i = 0; i < neighbours.size(); i++) {
                assertHas(neighbours.get(i), expected.get(i));
            }
        }
    }

    @Test
    void failedCapture_hasNoValue_andTheNextEventIsThere() {
        Slot slot = slots.apply(0);
        fill(slot, List.of("a", 1));
        slot.fail();
        view.show(slot);
        assertThat(view.type(0)).isEqualTo(ValueType.CAPTURE_FAILED);
        assertThat(view.type(1)).isEqualTo(ValueType.CAPTURE_FAILED);

        fill(slot, List.of("b", 2));
        assertHas(slot, List.of("b", 2));
    }

    @Test
    void argumentThatNobodyPassed_isAbsent() {
        Slot slot = slots.apply(0);
        fill(slot, List.of("old", "old"));

        filler.fill(slot, plan(2), TestEvent.of("{}", "new"));

        view.show(slot);
        assertThat(view.type(1)).isEqualTo(ValueType.ABSENT);
    }

    private void fill(Slot slot, List<@Nullable Object> arguments) {
        filler.fill(slot, plan(arguments.size()), TestEvent.of("{}".repeat(arguments.size()), arguments.toArray()));
    }

    private void assertHas(Slot slot, List<@Nullable Object> arguments) {
        view.show(slot);
        for (int i = 0; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            if (argument instanceof Double number) {
                assertThat(view.type(i)).isEqualTo(ValueType.DOUBLE);
                assertThat(view.doubleValue(i)).isEqualTo(number);
            } else if (argument instanceof Long number) {
                assertThat(view.type(i)).isEqualTo(ValueType.WHOLE);
                assertThat(view.whole(i)).isEqualTo(number);
            } else if (argument instanceof Duration duration) {
                assertThat(view.type(i)).isEqualTo(ValueType.DURATION);
                assertThat(view.duration(i)).isEqualTo(duration);
            }
            StringBuilder text = new StringBuilder();
            view.appendTo(text, i);
            String expected = String.valueOf(argument);
            assertThat(text).hasToString(expected.substring(0, Math.min(expected.length(), MAX_LENGTH)));
        }
    }

    private static List<@Nullable Object> randomArguments(Random random) {
        List<@Nullable Object> arguments = new ArrayList<>();
        int count = random.nextInt(random.nextInt(20) == 0 ? Slot.MAX_ARGUMENTS : 4);
        for (int i = 0; i < count; i++) {
            arguments.add(randomArgument(random));
        }
        return arguments;
    }

    private static @Nullable Object randomArgument(Random random) {
        return switch (random.nextInt(11)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(1000);
            case 2 -> Double.longBitsToDouble(random.nextLong());
            case 3 -> Float.intBitsToFloat(random.nextInt());
            case 4 -> random.nextBoolean();
            case 5 -> Duration.ofSeconds(random.nextLong() >> 8, random.nextInt(1_000_000_000));
            case 6 -> (char) random.nextInt(0x10000);
            case 7 -> null;
            case 8 -> List.of("application", random.nextInt());
            case 9 -> "x".repeat(random.nextInt(2 * MAX_LENGTH));
            default -> Integer.toString(random.nextInt(), Character.MAX_RADIX) + '\u20AC';
        };
    }

    private static Plan plan(int holes) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < holes; i++) {
            sources.add(new Source.HoleArgument(i));
        }
        return new Plan(sources, false, null) {
            @Override
            protected boolean admits(String text) {
                return true;
            }

            @Override
            public int weight() {
                return 1;
            }

            @Override
            public void apply(Slot slot) {
                throw new UnsupportedOperationException();
            }
        };
    }
}

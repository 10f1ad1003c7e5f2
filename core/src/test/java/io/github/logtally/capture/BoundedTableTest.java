package io.github.logtally.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoundedTableTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final BoundedTable<TestEntry> table = new BoundedTable<>(now::get);

    @Test
    void get_findsWhatWasAdded() {
        TestEntry entry = table.add(new TestEntry("a"));

        assertThat(table.get("a")).isSameAs(entry);
        assertThat(table.get(new String(new char[] {'a'}))).isSameAs(entry);
        assertThat(table.get("b")).isNull();
    }

    @Test
    void add_ofAKeyThatIsThere_givesWhatIsThere() {
        TestEntry first = table.add(new TestEntry("a"));

        assertThat(table.add(new TestEntry("a"))).isSameAs(first);
    }

    @Test
    void metBefore_fromTheSecondTimeOn() {
        assertThat(table.metBefore("a")).isFalse();
        assertThat(table.metBefore("a")).isTrue();
    }

    @Test
    void add_whenFull_holdsNoMoreUntilEmptied() {
        for (int i = 0; i < 100_000; i++) {
            table.add(new TestEntry("key" + i));
        }

        assertThat(held(100_000)).isLessThanOrEqualTo(BoundedTable.MAX_ENTRIES);
        assertThat(table.get("key99999")).isNull();

        now.addAndGet(11 * SECOND);
        TestEntry again = table.add(new TestEntry("key99999"));
        assertThat(table.get("key99999")).isSameAs(again);
    }

    @Test
    void add_whenTooHeavy_holdsNoMoreUntilEmptied() {
        table.add(new TestEntry("a"));
        table.addWeight(BoundedTable.MAX_WEIGHT);

        assertThat(table.hasRoom()).isTrue();
        assertThat(table.get("a")).isNull();

        table.addWeight(BoundedTable.MAX_WEIGHT);
        assertThat(table.hasRoom()).isFalse();
        assertThat(table.add(new TestEntry("b"))).isNull();

        now.addAndGet(11 * SECOND);
        assertThat(table.add(new TestEntry("b"))).isNotNull();
    }

    private int held(int keys) {
        int held = 0;
        for (int i = 0; i < keys; i++) {
            held += table.get("key" + i) == null ? 0 : 1;
        }
        return held;
    }

    private static final class TestEntry extends BoundedTable.Entry {
        TestEntry(String key) {
            super(key);
        }
    }
}

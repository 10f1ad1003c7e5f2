package io.github.logtally.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelValuesTest {
    private final LabelValues labels = new LabelValues();

    @Test
    void append_takesCharactersOfAllKinds() {
        labels.append('a');
        labels.append("bc");
        labels.append(new StringBuilder("xdx"), 1, 2);
        labels.append("xefx".toCharArray(), 1, 3);
        labels.append(CharBuffer.wrap("g"));
        assertThat(labels.current()).hasToString("abcdefg");
        labels.endLabel();
        assertThat(labels.current()).isEmpty();
        assertThat(labels.count()).isEqualTo(1);
        assertThat(labels.is(0, "abcdefg")).isTrue();
        assertThat(labels.is(0, "abcdefh")).isFalse();
        assertThat(labels.is(0, "abcdef")).isFalse();
    }

    @Test
    void append_growsBeyondItsBuffers() {
        String text = "0123456789".repeat(100);
        for (int i = 0; i < 20; i++) {
            labels.append(text);
            labels.endLabel();
        }
        assertThat(labels.count()).isEqualTo(20);
        assertThat(labels.is(19, text)).isTrue();
    }

    @Test
    void current_isALiveViewOfTheCurrentLabelAlone() {
        CharSequence current = labels.current();
        labels.append("before");
        labels.endLabel();
        labels.append("now");
        assertThat(current).hasToString("now");
        assertThat(current.subSequence(1, 3)).hasToString("ow");
        assertThat(current.charAt(0)).isEqualTo('n');
        labels.setCurrent("other");
        assertThat(current).hasToString("other");
    }

    @Test
    void truncate_cutsAndKeepsPairsWhole() {
        labels.append("abc");
        labels.truncate(5);
        assertThat(labels.current()).hasToString("abc");
        labels.truncate(2);
        assertThat(labels.current()).hasToString("ab");
        labels.setCurrent("a\uD83D\uDE00b");
        labels.truncate(2);
        assertThat(labels.current()).hasToString("a");
        labels.setCurrent("a\uD83D\uDE00b");
        labels.truncate(3);
        assertThat(labels.current()).hasToString("a\uD83D\uDE00");
        labels.truncate(0);
        assertThat(labels.current()).isEmpty();
    }

    @Test
    void endLabel_replacesHalvesOfPairs() {
        assertThat(ended("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
        assertThat(ended("a\uD83D")).isEqualTo("a\uFFFD");
        assertThat(ended("\uDE00a")).isEqualTo("\uFFFDa");
        assertThat(ended("\uD83D\uD83D\uDE00\uDE00")).isEqualTo("\uFFFD\uD83D\uDE00\uFFFD");
        assertThat(ended("a\0b")).isEqualTo("a\0b");
    }

    @Test
    void key_tellsWhereOneValueEndsAndTheNextBegins() {
        Set<String> keys = new HashSet<>();
        keys.add(key("a", "bc"));
        keys.add(key("ab", "c"));
        keys.add(key("abc", ""));
        keys.add(key("", "abc"));
        keys.add(key("abc"));
        keys.add(key("a\0", "bc"));
        keys.add(key("abc\0\0"));
        keys.add(key());
        keys.add(key(""));
        assertThat(keys).hasSize(9);
        assertThat(key("a", "bc")).isEqualTo(key("a", "bc"));
    }

    @Test
    void key_holdsLengthsBeyondOneCharacter() {
        String text = "x".repeat(1 << 16);
        assertThat(key(text, "")).isNotEqualTo(key("", text));
    }

    @Test
    void hash_spreadsSimilarValues() {
        Set<Integer> hashes = new HashSet<>();
        Set<Integer> lowBits = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            key("GET", "/orders/" + i);
            hashes.add(labels.hash());
            lowBits.add(labels.hash() & 0xFFFF);
        }
        assertThat(hashes).hasSizeGreaterThan(9_990);
        assertThat(lowBits).hasSizeGreaterThan(8_500);
    }

    @Test
    void hash_dependsOnEveryCharacterAndItsPlace() {
        Random random = new Random(7);
        for (int length = 1; length < 40; length++) {
            char[] text = new char[length];
            for (int i = 0; i < length; i++) {
                text[i] = (char) random.nextInt(0xD800);
            }
            int hash = CharHash.of(text, 0, length);
            for (int i = 0; i < length; i++) {
                text[i] ^= 1;
                assertThat(CharHash.of(text, 0, length)).isNotEqualTo(hash);
                text[i] ^= 1;
            }
        }
    }

    private String ended(String value) {
        labels.reset();
        labels.append(value);
        labels.endLabel();
        return new String(labels.text(), labels.start(0), labels.end(0));
    }

    private String key(String... values) {
        labels.reset();
        for (String value : values) {
            labels.append(value);
            labels.endLabel();
        }
        return new String(labels.text(), 0, labels.keyEnd());
    }
}

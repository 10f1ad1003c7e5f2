package io.github.logtally.rules.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageGroupsTest {
    private final MessageGroups groups = new MessageGroups();

    @Test
    void whatVaries_isAHole() {
        add("Order 17 placed by 'alice' from 10.0.0.1:8080 in 1.5s");
        add("Order 4711 placed by 'bob' from 2001:db8::1 in 20ms");
        add("Order 4712 placed by 'carol' from 10.0.0.2:80 in 20ms");

        assertThat(groups.patterns())
                .extracting(LikelyPattern::message, LikelyPattern::events, LikelyPattern::firstLine)
                .containsExactly(tuple("Order {p1} placed by '{p2}' from {p3} in {p4}", 3L, 1L));
    }

    @Test
    void identifiers_areHoles() {
        assertThat(pattern("trace 550e8400-e29b-41d4-a716-446655440000 of /orders/17/items?page=2&size=10"))
                .isEqualTo("trace {p1} of /orders/{p2}/items?page={p3}&size={p4}");
        assertThat(pattern("port:8080, took 12.")).isEqualTo("port:{p1}, took {p2}.");
        assertThat(pattern("at 2026-01-01T12:00:00.123Z on 0xCAFE1")).isEqualTo("at {p1} on {p2}");
    }

    @Test
    void braces_areWrittenAsPatternsDo() {
        assertThat(pattern("got {} and [x]")).isEqualTo("got {lbrace}{rbrace} and [x]");
        assertThat(pattern("don't and won't")).isEqualTo("don't and won't");
        assertThat(pattern("first\nsecond")).isEqualTo("first{*}");
        assertThat(pattern("ends ")).isEqualTo("ends{sp}");
    }

    @Test
    void wordThatVaries_isAHole() {
        for (String name : new String[] {"alice", "bob", "carol", "dave"}) {
            add("User " + name + " signed in");
        }
        add("User nobody signed out");

        assertThat(groups.patterns())
                .extracting(LikelyPattern::message)
                .containsExactly("User {p1} signed in", "User nobody signed out");
    }

    @Test
    void manyPatterns_areBounded() {
        for (int i = 0; i < 100_000; i++) {
            add("often");
            add("word " + letters(i) + " and " + letters(i * 7));
        }

        assertThat(groups.patterns().get(0).events()).isEqualTo(100_000);
        assertThat(groups.patterns().size()).isLessThan(20_000);
        long kept = groups.patterns().stream().mapToLong(LikelyPattern::events).sum();
        assertThat(kept + groups.forgotten()).isEqualTo(200_000);
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int left = number; left > 0; left /= 26) {
            letters.append((char) ('a' + left % 26));
        }
        return letters.toString();
    }

    private String pattern(String message) {
        MessageGroups one = new MessageGroups();
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        one.add(bytes, 0, bytes.length, 1);
        return one.patterns().get(0).message();
    }

    private void add(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        groups.add(bytes, 0, bytes.length, groups.events() + 1);
    }
}

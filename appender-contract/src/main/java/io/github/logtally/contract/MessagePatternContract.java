package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Patterns against templates and against text, which have to agree: {@code patterns.xml}. */
interface MessagePatternContract extends AppenderFixture {
    @Test
    default void pattern_countsTheSameHoweverTheMessageIsMade() {
        try (LoggingContext context = open("patterns")) {
            context.info("request", "Request {} {} took {} ms status {}", "GET", "/template", 12, 200);
            context.info("request", "Request " + "GET" + " /text took " + 12 + " ms status " + 200);
            context.info("request", "Request {} /partly took 12 ms status {}", "GET", 200);
            context.info("request", "Request GET {} took {} ms status 200", "/other-part", 12);
            context.info("request", "{}", "Request GET /whole took 12 ms status 200");
            context.info("request", "Request {} took {} ms {}", "GET /wider", 12, "status 200");
            context.info("request", "{} {}{} took {} {} status {}", "Request", "GET ", "/finer", 12, "ms", 200);
            context.info("request", "Request {} {} took {}{} ms status {}", "GET", "/digits", 1, 2, 200);

            Map<String, Double> once = Map.of(
                    "{method=GET, path=/template, status=200}", 1.0,
                    "{method=GET, path=/text, status=200}", 1.0,
                    "{method=GET, path=/partly, status=200}", 1.0,
                    "{method=GET, path=/other-part, status=200}", 1.0,
                    "{method=GET, path=/whole, status=200}", 1.0,
                    "{method=GET, path=/wider, status=200}", 1.0,
                    "{method=GET, path=/finer, status=200}", 1.0,
                    "{method=GET, path=/digits, status=200}", 1.0);
            Scrape scrape = scrape();
            assertThat(scrape.series("pattern_request_total")).isEqualTo(once);
            assertThat(scrape.series("pattern_request_seconds_count")).isEqualTo(once);
            assertThat(scrape.series("pattern_request_seconds_sum"))
                    .hasSameSizeAs(once)
                    .allSatisfy((series, sum) -> assertThat(sum).isEqualTo(0.012));
        }
    }

    @Test
    default void pattern_describesTheWholeMessage() {
        try (LoggingContext context = open("patterns")) {
            context.info("whole", "Job {} done", "template");
            context.info("whole", "Job text done");
            context.info("whole", "Job {} done.", "longer");
            context.info("whole", "Job longer done now");
            context.info("whole", "A Job {} done", "preceded");
            context.info("whole", "A Job preceded done");
            context.info("whole", "Job {} do", "shorter");
            context.info("whole", "job {} done", "case");

            assertThat(scrape().series("pattern_whole_total"))
                    .isEqualTo(Map.of("{id=template}", 1.0, "{id=text}", 1.0));
        }
    }

    @Test
    default void pattern_countsTheSameWhateverThePartsOfTheMessage() {
        Random random = new Random(42);
        List<String> texts = List.of("", "GET", "7", "-", "é");
        Map<String, Double> expected = new HashMap<>();
        try (LoggingContext context = open("patterns")) {
            for (int i = 0; i < 2_000; i++) {
                String method = texts.get(random.nextInt(texts.size()));
                String path = texts.get(random.nextInt(texts.size()));
                String status = texts.get(random.nextInt(texts.size()));
                String message = "Request " + method + " to " + path + ": " + status + " done";
                expected.merge("{method=" + method + ", path=" + path + ", status=" + status + "}", 1.0, Double::sum);
                logInParts(context, message, random);
                if (i % 500 == 0) {
                    scrape();
                }
            }

            assertThat(scrape().series("pattern_parts_total")).isEqualTo(expected);
        }
    }

    /** Logs a message with some pieces of it as arguments. */
    private static void logInParts(LoggingContext context, String message, Random random) {
        StringBuilder template = new StringBuilder();
        List<Object> arguments = new ArrayList<>();
        int from = 0;
        while (from < message.length()) {
            int to = from + 1 + random.nextInt(message.length() - from);
            if (random.nextBoolean()) {
                template.append(message, from, to);
            } else {
                template.append("{}");
                arguments.add(message.substring(from, to));
            }
            from = to;
        }
        context.info("parts", template.toString(), arguments.toArray());
    }

    @Test
    default void pattern_withoutHolesIsTheMessage() {
        try (LoggingContext context = open("patterns")) {
            context.info("constant", "Cache cleared");
            context.info("constant", "Cache {}", "cleared");
            context.info("constant", "Cache cleared twice");

            assertThat(scrape().value("pattern_constant_total")).isEqualTo(2);
        }
    }

    @Test
    default void openEnd_allowsMore() {
        try (LoggingContext context = open("patterns")) {
            context.info("open", "Cache {} evicted {} entries", "template", 7);
            context.info("open", "Cache text evicted 7 entries");
            context.info("open", "Cache {} evicted ", "nothing");
            context.info("open", "Cache nothing-text evicted ");
            context.info("open", "Cache {} evicted", "no-space");
            context.info("open", "Cache no-space evicted");

            assertThat(scrape().series("pattern_open_total"))
                    .isEqualTo(Map.of(
                            "{name=template}", 1.0,
                            "{name=text}", 1.0,
                            "{name=nothing}", 1.0,
                            "{name=nothing-text}", 1.0));
        }
    }

    @Test
    default void unnamedHole_isPassedOver() {
        try (LoggingContext context = open("patterns")) {
            context.info("unnamed", "Moved {} to {}", "a", "template");
            context.info("unnamed", "Moved a to text");

            assertThat(scrape().series("pattern_unnamed_total"))
                    .isEqualTo(Map.of("{target=template}", 1.0, "{target=text}", 1.0));
        }
    }

    @Test
    default void hole_takesTheShortestTextUpToTheNextLiteral() {
        try (LoggingContext context = open("patterns")) {
            context.info("shortest", "Path x-y-z end");
            context.info("shortest", "Path {} end", "p-q-r");
            context.info("shortest", "Path end-end end end");

            assertThat(scrape().series("pattern_shortest_total"))
                    .isEqualTo(Map.of(
                            "{a=x, b=y-z}", 1.0,
                            "{a=p, b=q-r}", 1.0,
                            "{a=end, b=end end}", 1.0));
        }
    }

    @Test
    default void hole_mayStandFirstOrAlone() {
        try (LoggingContext context = open("patterns")) {
            context.info("first", "{} failed after {} tries", "template", 3);
            context.info("first", "text failed after 3 tries");
            context.info("alone", "{}", 5);
            context.info("alone", "5");
            context.info("alone", "{}", "");

            Scrape scrape = scrape();
            assertThat(scrape.series("pattern_first_total"))
                    .isEqualTo(Map.of("{tries=3, what=template}", 1.0, "{tries=3, what=text}", 1.0));
            assertThat(scrape.series("pattern_alone_total")).isEqualTo(Map.of("{x=5}", 2.0, "{x=}", 1.0));
        }
    }

    @Test
    default void literals_doNotOverlap() {
        try (LoggingContext context = open("patterns")) {
            context.info("overlap", "---");
            context.info("overlap", "--{}", "-");
            context.info("overlap", "----");
            context.info("overlap", "--{}--", "");
            context.info("overlap", "-----");

            assertThat(scrape().series("pattern_overlap_total")).isEqualTo(Map.of("{x=}", 2.0, "{x=-}", 1.0));
        }
    }

    @Test
    default void literalMissing_meansNoMatch() {
        try (LoggingContext context = open("patterns")) {
            context.info("missing", "From a via b");
            context.info("missing", "From {} via {}", "a", "b");
            context.info("missing", "From a to b");
            context.info("missing", "From {} via {} to {}", "a", "b", "c");
            context.info("missing", "From a via b to c");
            context.info("missing", "");

            assertThat(scrape().series("pattern_missing_total")).isEqualTo(Map.of("{from=a, to=c, via=b}", 2.0));
        }
    }

    @Test
    default void hole_mayBeEmpty() {
        try (LoggingContext context = open("patterns")) {
            context.info("empty", "Name [{}] end", "");
            context.info("empty", "Name [] end");

            assertThat(scrape().series("pattern_empty_total")).isEqualTo(Map.of("{name=}", 2.0));
        }
    }

    @Test
    default void spaceReference_isASpaceAtAnEnd() {
        try (LoggingContext context = open("patterns")) {
            context.info("space", " indented {} ", "template");
            context.info("space", " indented text ");
            context.info("space", "indented {}", "without");
            context.info("space", "indented without");

            assertThat(scrape().series("pattern_space_total")).isEqualTo(Map.of("{x=template}", 1.0, "{x=text}", 1.0));
        }
    }

    @Test
    default void braceReferences_areLiteralBraces() {
        try (LoggingContext context = open("patterns")) {
            context.info("braces", "Body {{}} sent", "template");
            context.info("braces", "Body {text} sent");
            context.info("braces", "Body {} sent", "{argument}");
            context.info("braces", "Body {} sent", "bare");

            assertThat(scrape().series("pattern_braces_total"))
                    .isEqualTo(Map.of("{id=template}", 1.0, "{id=text}", 1.0, "{id=argument}", 1.0));
        }
    }

    @Test
    default void escapedPlaceholder_isText() {
        try (LoggingContext context = open("patterns")) {
            context.info("escaped", "Set \\{} to {}", "template");
            context.info("escaped", "Set {} to {}", "{}", "argument");
            context.info("escaped", "Set other to {}", "other");

            Scrape scrape = scrape();
            assertThat(scrape.series("pattern_escaped_total"))
                    .isEqualTo(Map.of("{value=template}", 1.0, "{value=argument}", 1.0));
            assertThat(scrape.series("pattern_escaped_named_total"))
                    .isEqualTo(Map.of(
                            "{value=template, what={}}", 1.0,
                            "{value=argument, what={}}", 1.0,
                            "{value=other, what=other}", 1.0));
        }
    }

    @Test
    default void escapedBackslash_standsBeforeAPlaceholder() {
        try (LoggingContext context = open("patterns")) {
            context.info("backslash", "Open C:\\\\{} now", "template");
            context.info("backslash", "Open C:\\text now");
            context.info("backslash", "Open {} now", "C:\\argument");

            assertThat(scrape().series("pattern_backslash_total"))
                    .isEqualTo(Map.of("{file=template}", 1.0, "{file=text}", 1.0, "{file=argument}", 1.0));
        }
    }

    @Test
    default void fewerArgumentsThanHoles_leaveBraces() {
        try (LoggingContext context = open("patterns")) {
            context.info("copy", "Copy {} to {}", "few");
            context.info("copy", "Copy {} to {}");
            context.info("copy", "Copy few-text to {}");

            assertThat(scrape().series("pattern_copy_total"))
                    .containsEntry("{from=few, to={}}", 1.0)
                    .containsEntry("{from={}, to={}}", 1.0)
                    .containsEntry("{from=few-text, to={}}", 1.0);
        }
    }

    @Test
    default void moreArgumentsThanHoles_areIgnored() {
        try (LoggingContext context = open("patterns")) {
            context.info("copy", "Copy {} to {}", "more", "b", "c", "d");
            context.info("copy", "Copy more to b", "c");

            assertThat(scrape().series("pattern_copy_total")).containsEntry("{from=more, to=b}", 2.0);
        }
    }

    @Test
    default void nullMessage_matchesNothingAndHarmsNothing() {
        try (LoggingContext context = open("patterns")) {
            context.log("null", "INFO", null, null);
            context.info("null", "Started {}", 1);

            Scrape scrape = scrape();
            assertThat(scrape.value("pattern_null_total")).isEqualTo(1);
            assertThat(scrape.value("pattern_null_any_total")).isEqualTo(2);
        }
    }

    @Test
    default void longMessage_isMatchedToItsEnd() {
        try (LoggingContext context = open("patterns")) {
            String path = "/" + "segment/".repeat(200);
            context.info("long", "Request {} took {} ms", path, 12);
            context.info("long", "Request " + path + " took 12 ms");

            assertThat(scrape().value("pattern_long_total")).isEqualTo(24);
        }
    }

    @Test
    default void text_isNotConfinedToOneAlphabet() {
        try (LoggingContext context = open("patterns")) {
            context.info("unicode", "Größe {} → {}", "S😀", "ж");
            context.info("unicode", "Größe S😀 → ж");

            assertThat(scrape().series("pattern_unicode_total")).isEqualTo(Map.of("{from=S😀, to=ж}", 2.0));
        }
    }
}

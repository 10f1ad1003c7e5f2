package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What braces refer to in labels: {@code references.xml}. */
interface ReferenceContract extends AppenderFixture {
    @Test
    default void builtIns_areWhatTheEventHas() {
        try (LoggingContext context = open("references")) {
            context.log("builtin", "WARN", "AUDIT", "Sent {} of {}", 1, 2);

            assertThat(scrape().series("reference_builtin_total"))
                    .isEqualTo(Map.of(
                            "{level=WARN, logger=builtin, marker=AUDIT, message=Sent 1 of 2, template=Sent {} of {}, thread="
                                    + Thread.currentThread().getName() + "}",
                            1.0));
        }
    }

    @Test
    default void thread_isTheOneThatLogs() throws InterruptedException {
        try (LoggingContext context = open("references")) {
            Thread thread = new Thread(() -> context.info("thread", "text"), "reference-thread");
            thread.start();
            thread.join();

            assertThat(scrape().series("reference_thread_total")).isEqualTo(Map.of("{thread=reference-thread}", 1.0));
        }
    }

    @Test
    default void marker_isEmptyWithoutOneAndHasADefault() {
        try (LoggingContext context = open("references")) {
            context.info("marker", "text");

            assertThat(scrape().series("reference_marker_total")).isEqualTo(Map.of("{marker=, withDefault=none}", 1.0));
        }
    }

    @Test
    default void template_ofTextIsTheText() {
        try (LoggingContext context = open("references")) {
            context.info("template", "Started in " + 5 + " s");
            context.info("template", "Started in {} s", 5);

            assertThat(scrape().series("reference_template_total"))
                    .isEqualTo(Map.of("{template=Started in 5 s}", 1.0, "{template=Started in {} s}", 1.0));
        }
    }

    @Test
    default void loggerSegments_areTheLastOnes() {
        try (LoggingContext context = open("references")) {
            for (String logger : List.of("com.acme.shop.Cart", "shop.Cart", "Main")) {
                context.info(logger, "segments");
            }

            assertThat(scrape().series("reference_segments_total"))
                    .isEqualTo(Map.of(
                            "{logger=com.acme.shop.Cart, one=Cart, two=shop.Cart}", 1.0,
                            "{logger=shop.Cart, one=Cart, two=shop.Cart}", 1.0,
                            "{logger=Main, one=Main, two=Main}", 1.0));
        }
    }

    @Test
    default void exception_isItsSimpleOrFullName() {
        try (LoggingContext context = open("references")) {
            context.info("exception", "failed", new IllegalStateException(new FileNotFoundException("x")));
            context.info("exception", "failed", new Nested());

            assertThat(scrape().series("reference_exception_total"))
                    .isEqualTo(Map.of(
                            "{exception=IllegalStateException, full=java.lang.IllegalStateException, rootCause=FileNotFoundException}",
                            1.0,
                            "{exception=Nested, full=" + Nested.class.getName() + ", rootCause=Nested}",
                            1.0));
        }
    }

    @Test
    default void exception_isEmptyWithoutOneAndHasADefault() {
        try (LoggingContext context = open("references")) {
            context.info("exceptionAbsent", "fine");

            assertThat(scrape().series("reference_exception_absent_total"))
                    .isEqualTo(Map.of("{exception=, rootCause=, withDefault=none}", 1.0));
        }
    }

    @Test
    default void mdc_isTheEntryOrItsDefaultOrEmpty() {
        try (LoggingContext context = open("references")) {
            context.putMdc("tenant", "acme");
            context.info("mdc", "text");
            context.clearMdc();
            context.info("mdc", "text");

            assertThat(scrape().series("reference_mdc_total"))
                    .isEqualTo(Map.of("{bare=acme, tenant=acme}", 1.0, "{bare=, tenant=none}", 1.0));
        }
    }

    @Test
    default void mdc_isThatOfTheMomentOfLogging() {
        try (LoggingContext context = open("references")) {
            for (String tenant : List.of("first", "second")) {
                context.putMdc("tenant", tenant);
                context.info("mdcMoment", "text");
            }
            context.putMdc("tenant", "third");
            context.clearMdc();

            assertThat(scrape().series("reference_mdc_moment_total"))
                    .isEqualTo(Map.of("{tenant=first}", 1.0, "{tenant=second}", 1.0));
        }
    }

    @Test
    default void field_isTheEntryOrItsDefaultOrEmpty() {
        try (LoggingContext context = open("references")) {
            context.logFields("field", Map.of("order", 42));
            context.logFields("field", Map.of("other", true));
            context.info("field", "text");

            assertThat(scrape().series("reference_field_total"))
                    .isEqualTo(Map.of("{bare=42, order=42}", 1.0, "{bare=, order=none}", 2.0));
        }
    }

    @Test
    default void argument_isThatAtItsPosition() {
        try (LoggingContext context = open("references")) {
            context.info("argument", "{} and {}", "a", 2);
            context.info("argument", "{} and more", "b", 3.5);
            context.info("argument", "{}", "c");
            context.info("argument", "none");

            assertThat(scrape().series("reference_argument_total"))
                    .isEqualTo(Map.of(
                            "{first=a, second=2}", 1.0,
                            "{first=b, second=3.5}", 1.0,
                            "{first=c, second=none}", 1.0,
                            "{first=, second=none}", 1.0));
        }
    }

    @Test
    default void argument_isNoTrailingThrowable() {
        try (LoggingContext context = open("references")) {
            context.info("argumentThrowable", "failed {}", "a", new IOException("x"));
            context.info("argumentThrowable", "failed", new IOException("x"));
            context.info("argumentThrowable", "failed {} for {}", "b", new IOException("x"));

            assertThat(scrape().series("reference_argument_throwable_total"))
                    .isEqualTo(Map.of(
                            "{first=a, second=}", 1.0,
                            "{first=, second=}", 1.0,
                            "{first=b, second=}", 1.0));
        }
    }

    @Test
    default void argument_isAThrowableThatIsNotTheLastOne() {
        try (LoggingContext context = open("references")) {
            context.info(
                    "argumentTwoThrowables",
                    "failed {} because {}",
                    "a",
                    new IllegalStateException("cause"),
                    new IOException("x"));

            assertThat(scrape().series("reference_argument_two_throwables_total"))
                    .isEqualTo(Map.of(
                            "{exception=IOException, first=a, second=java.lang.IllegalStateException: cause, third=}",
                            1.0));
        }
    }

    @Test
    default void label_joinsTextAndReferences() {
        try (LoggingContext context = open("references")) {
            context.putMdc("tenant", "acme");
            context.info("composed", "Opened {}", "cart");
            context.clearMdc();

            assertThat(scrape().series("reference_composed_total"))
                    .isEqualTo(Map.of("{list=a,b=c, path=/acme/cart!, service=shop}", 1.0));
        }
    }

    /** An exception whose simple name is not the end of its full name after the last dot. */
    final class Nested extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

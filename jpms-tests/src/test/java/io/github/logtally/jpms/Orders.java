package io.github.logtally.jpms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.contract.Scrape;
import io.github.logtally.jpms.Commands.End;

/** What the applications log, in their metrics. */
public final class Orders {
    private Orders() {}

    /** Every kind of element was understood, and nothing is said about it. */
    public static void assertCounted(End end) {
        assertThat(end.errors()).isEmpty();
        assertThat(end.exitCode()).isZero();
        Scrape scrape = Scrape.ofText(end.output());
        assertThat(scrape.series("orders_total"))
                .containsOnlyKeys("{customer=acme, level=INFO}", "{customer=acme, level=WARN}")
                .containsValues(1.0);
        assertThat(scrape.value("last_order")).isEqualTo(3);
        assertThat(scrape.value("order_seconds_count")).isEqualTo(3);
        assertThat(scrape.value("order_quantiles_count")).isEqualTo(3);
        assertThat(scrape.value("logtally_rules_refused", "appender", "metrics"))
                .isZero();
    }
}

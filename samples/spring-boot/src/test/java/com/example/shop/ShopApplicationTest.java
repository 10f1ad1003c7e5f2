package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The shop takes orders, and its metrics say so. */
class ShopApplicationTest {
    @Test
    void orders_areMetricsOfTheActuator() throws Exception {
        try (ConfigurableApplicationContext shop = SpringApplication.run(ShopApplication.class, "--server.port=0")) {
            assertThat(get(shop, "/order/hats?pieces=3").statusCode()).isEqualTo(200);
            assertThat(get(shop, "/order/hats?pieces=2").statusCode()).isEqualTo(200);
            assertThat(get(shop, "/order/gold?pieces=1").statusCode()).isEqualTo(500);

            HttpResponse<String> metrics = get(shop, "/actuator/prometheus");
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.body())
                    .contains("\nshop_orders_total{product=\"hats\"} 2.0\n")
                    .contains("\nshop_pieces_total 5.0\n")
                    .contains("\nshop_order_duration_seconds_count 2\n")
                    .contains("\nshop_exceptions_total{exception=\"IllegalArgumentException\","
                            + "logger=\"[dispatcherServlet]\"} 1.0\n")
                    .containsPattern("\nshop_start_seconds\\{application=\"\\w+\"} [0-9.]+\n")
                    .contains("\nlogtally_rules_refused{appender=\"metrics\"} 0.0\n")
                    .contains("\njvm_info{");
        }
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext shop, String path)
            throws IOException, InterruptedException {
        String port = shop.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}

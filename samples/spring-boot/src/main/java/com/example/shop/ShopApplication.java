package com.example.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A small shop that logs as any application does. No line of it touches a metric: those are made of its log events by
 * the rules in {@code logback-spring.xml}, and the Actuator shows them beside its own.
 */
@SpringBootApplication
public class ShopApplication {
    /** Runs until it is stopped with Ctrl-C. {@code -Dserver.port=} chooses another port than 8080. */
    public static void main(String[] arguments) {
        String port = SpringApplication.run(ShopApplication.class, arguments)
                .getEnvironment()
                .getProperty("local.server.port");
        System.out.printf(
                """
                The shop is open. Order something, and something that there is not, and see the metrics:

                    curl -s "http://localhost:%1$s/order/hats?pieces=3"
                    curl -s "http://localhost:%1$s/order/gold?pieces=1"
                    curl -s http://localhost:%1$s/actuator/prometheus | grep ^shop_

                Ctrl-C closes the shop.
                """,
                port);
    }
}

package com.example.shop;

import java.math.BigDecimal;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** What customers do: log in and out, search, order, pay. One thread. */
final class Customers {
    private static final Logger LOG = LoggerFactory.getLogger(Customers.class);
    private static final Marker SECURITY = MarkerFactory.getMarker("SECURITY");
    private static final String[] CURRENCIES = {"EUR", "EUR", "EUR", "USD", "USD", "CHF"};

    private final Random random;
    private int sessions;
    private int orders;

    Customers(Random random) {
        this.random = random;
    }

    /** What the next customer does. */
    void act() {
        switch (random.nextInt(6)) {
            case 0 -> logIn();
            case 1 -> logOut();
            case 2, 3 -> LOG.info("Search for '{}' found {} products", term(), random.nextInt(30));
            default -> order();
        }
    }

    private void logIn() {
        if (random.nextInt(10) == 0) {
            LOG.warn(SECURITY, "Wrong password for customer {}", random.nextInt(1_000));
        } else {
            sessions++;
            LOG.info("Customer {} logged in", random.nextInt(1_000));
        }
    }

    private void logOut() {
        if (sessions > 0) {
            sessions--;
            LOG.info("Customer {} logged out", random.nextInt(1_000));
        }
    }

    private void order() {
        BigDecimal amount = BigDecimal.valueOf(100 + random.nextInt(20_000), 2);
        String currency = CURRENCIES[random.nextInt(CURRENCIES.length)];
        LOG.atInfo()
                .addKeyValue("event", "order_placed")
                .addKeyValue("order", ++orders)
                .addKeyValue("amount", amount)
                .addKeyValue("currency", currency)
                .log("Order placed");
        LOG.info("Payment of {} {} {}", amount, currency, random.nextInt(20) == 0 ? "declined" : "accepted");
    }

    /** A few terms are common, the others are never the same again. */
    private String term() {
        return switch (random.nextInt(4)) {
            case 0 -> "shoes";
            case 1 -> "hats";
            case 2 -> "socks";
            default -> "gift " + Integer.toString(random.nextInt(1_000_000), Character.MAX_RADIX);
        };
    }
}

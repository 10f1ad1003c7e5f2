package com.example.shop;

import java.math.BigDecimal;
import java.util.Random;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.message.StringMapMessage;

/** What customers do: log in and out, search, order, pay. One thread. */
final class Customers {
    private static final Logger LOG = LogManager.getLogger(Customers.class);
    private static final Marker SECURITY = MarkerManager.getMarker("SECURITY");
    private static final Marker LOGIN_FAILED =
            MarkerManager.getMarker("LOGIN_FAILED").addParents(SECURITY);
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
            LOG.warn(LOGIN_FAILED, "Wrong password for customer {}", random.nextInt(1_000));
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
        LOG.info(new StringMapMessage()
                .with("event", "order_placed")
                .with("order", ++orders)
                .with("amount", amount.toString())
                .with("currency", currency));
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

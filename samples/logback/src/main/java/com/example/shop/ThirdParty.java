package com.example.shop;

import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in for HikariCP, the Kafka client, Hibernate and Spring Boot, none of which is here: it logs lines of theirs under
 * the names of their loggers, in the words and with the kinds of argument of HikariCP 7, kafka-clients 4, Hibernate 7 and
 * Spring Boot 3. What a rule of {@code logback.xml} makes of them it makes of the libraries' own lines. One thread.
 */
final class ThirdParty {
    private static final Logger HIKARI = LoggerFactory.getLogger("com.zaxxer.hikari.pool.HikariPool");
    private static final Logger KAFKA_CONSUMER =
            LoggerFactory.getLogger("org.apache.kafka.clients.consumer.internals.ConsumerCoordinator");
    private static final Logger KAFKA_NETWORK = LoggerFactory.getLogger("org.apache.kafka.clients.NetworkClient");
    private static final Logger HIBERNATE_SLOW = LoggerFactory.getLogger("org.hibernate.SQL_SLOW");
    private static final Logger SPRING_BOOT = LoggerFactory.getLogger("com.example.shop.ShopApplication");
    private static final String[] REBALANCE_REASONS = {
        "group is already rebalancing",
        "rebalance failed due to 'The group is rebalancing, so a rejoin is needed.' (RebalanceInProgressException)",
        "session timed out without receiving a heartbeat response",
        "need to re-join with the given member-id: consumer-orders-1-6f1ed650"
    };

    private final Random random;

    ThirdParty(Random random) {
        this.random = random;
    }

    /** What Spring Boot logs once, through the logger of the application's class. */
    void start() {
        SPRING_BOOT.info("Started ShopApplication in 2.345 seconds (process running for 2.811)");
    }

    /** What the libraries log at times. */
    void work() {
        hikari();
        if (random.nextInt(5) == 0) {
            hibernate();
        }
        if (random.nextInt(10) == 0) {
            kafka();
        }
    }

    /** Every 30 seconds in truth, at DEBUG, with arguments. */
    private void hikari() {
        int active = random.nextInt(10);
        HIKARI.debug(
                "{} - {}stats (total={}/{}, idle={}/{}, active={}, waiting={})",
                "HikariPool-1",
                "Pool ",
                10,
                10,
                10 - active,
                5,
                active,
                active == 9 ? 2 : 0);
    }

    /** Hibernate puts the whole text together before it logs: there is no template. */
    private void hibernate() {
        HIBERNATE_SLOW.info("Slow query took " + (500 + random.nextInt(1_500))
                + " milliseconds [select o.id,o.total from orders o where o.customer_id=?]");
    }

    /** So does the Kafka client, to put the client and the group in front of each line. */
    private void kafka() {
        String prefix = "[Consumer clientId=consumer-orders-1, groupId=orders] ";
        int node = 1 + random.nextInt(3);
        switch (random.nextInt(3)) {
            case 0 -> KAFKA_NETWORK.info(prefix + "Node " + node + " disconnected.");
            case 1 -> KAFKA_NETWORK.info(prefix + "Disconnecting from node " + node + " due to request timeout.");
            default ->
                KAFKA_CONSUMER.info(prefix + "Request joining group due to: "
                        + REBALANCE_REASONS[random.nextInt(REBALANCE_REASONS.length)]);
        }
    }
}

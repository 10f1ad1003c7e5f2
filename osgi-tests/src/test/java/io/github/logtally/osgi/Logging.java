package io.github.logtally.osgi;

import io.github.logtally.osgi.application.Log4jOrders;
import io.github.logtally.osgi.application.LogbackOrders;
import java.util.List;
import java.util.function.IntConsumer;

/** The logging frameworks as bundles. */
enum Logging {
    LOG4J(
            List.of("log4j-api", "log4j-core"),
            "log4j-api",
            "log4j-core",
            "logtally-log4j-appender",
            Log4jOrders.class,
            "org.apache.logging.log4j",
            "log4j2.configurationFile",
            "log4j2.xml"),
    LOGBACK(
            List.of(
                    "asm",
                    "asm-tree",
                    "asm-analysis",
                    "asm-commons",
                    "asm-util",
                    "org.apache.aries.spifly.dynamic.bundle",
                    "slf4j-api",
                    "logback-core",
                    "logback-classic"),
            "slf4j-api",
            "logback-classic",
            "logtally-logback-appender",
            LogbackOrders.class,
            "org.slf4j",
            "logback.configurationFile",
            "logback.xml");

    final List<String> bundles;
    final String api;
    final String host;
    final String fragment;
    final Class<? extends IntConsumer> orders;
    final String imports;
    final String property;
    final String file;

    Logging(
            List<String> bundles,
            String api,
            String host,
            String fragment,
            Class<? extends IntConsumer> orders,
            String imports,
            String property,
            String file) {
        this.bundles = bundles;
        this.api = api;
        this.host = host;
        this.fragment = fragment;
        this.orders = orders;
        this.imports = imports;
        this.property = property;
        this.file = file;
    }
}

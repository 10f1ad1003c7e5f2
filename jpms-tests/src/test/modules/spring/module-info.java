/** A Spring Boot application. */
module com.example.orders {
    requires io.github.logtally.logback;
    requires io.github.logtally.spring;
    requires io.prometheus.metrics.exporter.httpserver;
    requires io.prometheus.metrics.model;
    requires jdk.httpserver;
    requires org.slf4j;
    requires spring.boot;
    requires spring.boot.autoconfigure;
    requires spring.context;

    opens com.example.orders to
            spring.beans,
            spring.context,
            spring.core;
}

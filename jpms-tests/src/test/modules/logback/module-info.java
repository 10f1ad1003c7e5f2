/** An application that names what only its configuration needs. */
module com.example.orders {
    requires io.github.logtally.logback;
    requires io.prometheus.metrics.exporter.httpserver;
    requires jdk.httpserver;
    requires org.slf4j;
}

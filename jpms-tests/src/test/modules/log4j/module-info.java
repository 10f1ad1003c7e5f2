/** An application that does not name Logtally: the command line adds it. */
module com.example.orders {
    requires io.prometheus.metrics.exporter.httpserver;
    requires jdk.httpserver;
    requires org.apache.logging.log4j;
}

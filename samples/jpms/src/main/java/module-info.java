/** A kiosk. Its log events become metrics by the rules in {@code logback.xml}. */
module com.example.kiosk {
    // Named by no class here, but by logback.xml
    requires io.github.logtally.logback;
    requires io.prometheus.metrics.exporter.httpserver;
    // What the exporter is made of: an automatic module cannot ask for it
    requires jdk.httpserver;
    requires org.slf4j;
}

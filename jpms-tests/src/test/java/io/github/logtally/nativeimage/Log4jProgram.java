package io.github.logtally.nativeimage;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.apache.logging.log4j.core.LoggerContext;

/** Has Log4j read a configuration that has every element, in its place and out of it. */
public final class Log4jProgram implements Runnable {
    @Override
    public void run() {
        LoggerContext context = new LoggerContext("native-image", null, configuration());
        context.start();
        context.getLogger("orders").info("Order {}", 1);
        context.stop();
    }

    private static URI configuration() {
        try {
            return Objects.requireNonNull(Log4jProgram.class.getResource("/nativeimage/log4j2.xml"))
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.github.logtally.spring.contract;

/** The logging framework that the application has. */
enum Framework {
    LOGBACK("logback.xml", "LogbackLoggingSystem"),
    LOG4J("log4j2.xml", "Log4J2LoggingSystem");

    private final String file;
    private final String loggingSystem;

    Framework(String file, String loggingSystem) {
        this.file = file;
        this.loggingSystem = loggingSystem;
    }

    /** The one that the build has put on the class path. */
    static Framework current() {
        return valueOf(System.getProperty("logtally.framework"));
    }

    /** The name of its configuration file. */
    String file() {
        return file;
    }

    /** The simple name of Spring Boot's class for it. */
    String loggingSystem() {
        return loggingSystem;
    }
}

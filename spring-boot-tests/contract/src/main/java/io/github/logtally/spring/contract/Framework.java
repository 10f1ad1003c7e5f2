package io.github.logtally.spring.contract;

/** The logging framework that the application has. */
enum Framework {
    LOGBACK("logback", "LogbackLoggingSystem"),
    LOG4J("log4j2", "Log4J2LoggingSystem");

    private final String name;
    private final String loggingSystem;

    Framework(String name, String loggingSystem) {
        this.name = name;
        this.loggingSystem = loggingSystem;
    }

    /** The one that the build has put on the class path. */
    static Framework current() {
        return valueOf(System.getProperty("logtally.framework"));
    }

    /** The name of the configuration file that it finds by itself. */
    String file() {
        return name + ".xml";
    }

    /** The name of the configuration file that Spring Boot finds for it. */
    String springFile() {
        return name + "-spring.xml";
    }

    /** The simple name of Spring Boot's class for it. */
    String loggingSystem() {
        return loggingSystem;
    }
}

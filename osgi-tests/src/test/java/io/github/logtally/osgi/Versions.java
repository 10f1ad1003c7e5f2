package io.github.logtally.osgi;

/** What the bundles run on. */
enum Versions {
    NEWEST(
            System.getProperty("log4j.version"),
            System.getProperty("logback.version"),
            System.getProperty("slf4j.version"),
            System.getProperty("prometheus.version")),
    OLDEST("2.20.0", "1.5.0", "2.0.12", "1.3.10");

    private final String log4j;
    private final String logback;
    private final String slf4j;
    private final String prometheus;

    Versions(String log4j, String logback, String slf4j, String prometheus) {
        this.log4j = log4j;
        this.logback = logback;
        this.slf4j = slf4j;
        this.prometheus = prometheus;
    }

    /** The name of the jar of an artifact. */
    String jar(String artifact) {
        return artifact.equals("snakeyaml-engine") ? artifact + ".jar" : artifact + "-" + of(artifact) + ".jar";
    }

    private String of(String artifact) {
        String family = artifact.substring(0, Math.max(0, artifact.indexOf('-')));
        return switch (family) {
            case "log4j" -> log4j;
            case "logback" -> logback;
            case "slf4j" -> slf4j;
            case "prometheus" -> prometheus;
            case "logtally" -> System.getProperty("logtally.version");
            default -> artifact.equals("jsr305") ? "3.0.2" : artifact.startsWith("asm") ? "9.9.1" : "1.3.7";
        };
    }
}

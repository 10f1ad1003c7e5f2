package io.github.logtally.benchmarks;

import java.util.List;

/** The logging frameworks. */
public enum Framework {
    LOGBACK {
        @Override
        Calls open(Peer peer, List<Rule> rules) {
            return new LogbackCalls(peer, rules);
        }
    },
    LOG4J {
        @Override
        Calls open(Peer peer, List<Rule> rules) {
            return new Log4jCalls(peer, rules);
        }
    };

    /** The framework with this peer as the only appender of its root logger; once in a JVM. */
    abstract Calls open(Peer peer, List<Rule> rules);
}

package io.github.logtally.trial;

import io.github.logtally.config.ConfigCompiler;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.LevelScale;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A mistake in a configuration.
 *
 * @param place the rule in words, or the appender
 * @param setting the setting; empty for the element as a whole
 * @param text the line that an appender reports
 */
@ProviderType
public record RuleProblem(String place, String setting, String text) {
    /**
     * All that is wrong with a configuration, as an appender would report it when it starts. Nothing is run.
     *
     * @param appenderName the appender's name, for messages
     * @param appender the appender's settings, with its rules as children
     * @param levels the levels of the logging framework
     * @return the mistakes, in the order of the configuration
     */
    public static List<RuleProblem> of(String appenderName, Element appender, LevelScale levels) {
        return ConfigCompiler.compile(appenderName, appender, levels).problems().stream()
                .map(problem -> new RuleProblem(problem.place(), problem.setting(), problem.text()))
                .toList();
    }
}

package io.github.logtally.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.logtally.rules.check.WrongConfigurations.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the check says of Log4j's configuration is what Log4j's appender says when it starts. */
class Log4jMessagesTest {
    private static final String PREFIX = "Logtally 'metrics': ";

    /** What no appender of the core's tests has: the ways of writing that Log4j takes, and those that it does not. */
    private static final List<String> FURTHER = List.of(
            "<Logtally name='metrics'><counter NAME='x_total' MINLEVEL='WRAN'/></Logtally>",
            "<logtally name='metrics' Capacity='many'><Counter name='x_total'/></logtally>",
            "<Logtally name='metrics'><Counter name='x_total'><contains>a</contains><regex>(</regex></Counter></Logtally>",
            "<Logtally name='metrics'><Counter name='x_total'><replace>(</replace></Counter></Logtally>",
            "<Logtally name='metrics'><Counter name='x_total'><Lable/></Counter></Logtally>",
            "<Logtally name='metrics'><Countr/></Logtally>",
            "<Logtally name='metrics'><ThresholdFilter level='INFO'/><Counter name='x_total' level='${level}'/></Logtally>",
            "<Logtally name='metrics'><Counter name='x_total' labels='a' Labels='b'/></Logtally>",
            "<Logtally name='metrics' ignoreExceptions='false'><Counter name='x_total' help='' value=''/></Logtally>",
            "<Logtally name='metrics' rules='classpath:nowhere.yaml, file:/nowhere/a.yaml, b.yaml, http://c/d'/>",
            "<Logtally name='metrics'><Label name='a'/><Counter/></Logtally>",
            "<Logtally name='metrics'><Counter name='x_total' level='AUDIT'/><Gauge name='y' level='AUDITT'/></Logtally>",
            "<Logtally name='metrics'><Counter name='x_total'>text</Counter><Counter name='x_total' labels='level'/></Logtally>");

    private final LoggerContext context = new LoggerContext("check");

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        context.stop();
    }

    @TestFactory
    Stream<DynamicTest> check_saysWhatTheAppenderSays() throws IOException {
        List<String> appenders = new ArrayList<>(FURTHER);
        WrongConfigurations.read().forEach(lines -> appenders.add(appender(lines)));
        return appenders.stream()
                .map(appender -> dynamicTest(appender, () -> {
                    String configuration =
                            "<Configuration status='OFF'>\n<CustomLevels><CustomLevel name='AUDIT' intLevel='250'/></CustomLevels>\n"
                                    + "<Properties><Property name='level'>WRONG</Property></Properties>\n<Appenders>\n"
                                    + appender
                                    + "\n</Appenders>\n<Loggers><Root level='INFO'><AppenderRef ref='metrics'/></Root></Loggers>\n</Configuration>\n";
                    List<String> said = said(configuration);
                    assertThat(checked(configuration)).isEqualTo(said);
                    // The one that is a mistake in the core's eyes alone
                    assertThat(said.isEmpty()).isEqualTo(appender.contains("minlevel="));
                }));
    }

    private static String appender(List<Line> lines) {
        StringBuilder xml = new StringBuilder();
        List<Line> open = new ArrayList<>();
        if (lines.get(0).depth() != 0) {
            open.add(new Line(0, "Logtally", List.of()));
            xml.append("<Logtally name='metrics'>");
        }
        for (Line line : lines) {
            while (!open.isEmpty() && open.get(open.size() - 1).depth() >= line.depth()) {
                xml.append("</").append(open.remove(open.size() - 1).kind()).append('>');
            }
            xml.append('<').append(line.kind()).append(line.depth() == 0 ? " name='metrics'" : "");
            for (String[] setting : line.settings()) {
                xml.append(' ')
                        .append(setting[0])
                        .append("=\"")
                        .append(WrongConfigurations.escaped(setting[1]))
                        .append('"');
            }
            xml.append('>');
            open.add(line);
        }
        while (!open.isEmpty()) {
            xml.append("</").append(open.remove(open.size() - 1).kind()).append('>');
        }
        return xml.toString();
    }

    /** Without the places: the check knows them where the appender counts the rules. */
    private List<String> checked(String configuration) throws IOException {
        Path file = Files.writeString(folder.resolve("log4j2.xml"), configuration);
        return FileCheck.check(file, List.of(folder)).stream()
                .filter(Finding::isMistake)
                .map(finding -> finding.text().replaceFirst("^.*?log4j2\\.xml:\\d+:\\d+: ", ""))
                .map(text -> text.replaceAll(" \\((rule \\d+|\\S*xml:\\d+:\\d+)\\)", ""))
                .toList();
    }

    private List<String> said(String configuration) throws IOException {
        List<String> said = new ArrayList<>();
        StatusListener listener = new StatusListener() {
            @Override
            public void log(StatusData data) {
                String message = data.getMessage().getFormattedMessage();
                if (message.startsWith(PREFIX)) {
                    said.add(message.substring(PREFIX.length()).replaceAll(" \\(rule \\d+\\)", ""));
                }
            }

            @Override
            public Level getStatusLevel() {
                return Level.ERROR;
            }

            @Override
            public void close() {}
        };
        StatusLogger.getLogger().registerListener(listener);
        try {
            byte[] bytes = configuration.getBytes(StandardCharsets.UTF_8);
            context.setConfiguration(
                    new XmlConfiguration(context, new ConfigurationSource(new ByteArrayInputStream(bytes))));
        } finally {
            StatusLogger.getLogger().removeListener(listener);
        }
        return said;
    }
}

package io.github.logtally.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import io.github.logtally.logback.LogtallyAppender;
import io.github.logtally.rules.check.WrongConfigurations.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the check says of Logback's configuration is what Logback's appender says when it starts. */
class LogbackMessagesTest {
    /** The ways of writing that Logback takes, and those that it does not. */
    private static final List<String> FURTHER = List.of(
            "<counter name='x_total' minLevel='WARN'/>",
            "<counter><name>x_total</name><mesage>Order {id}</mesage><labels>id</labels></counter>",
            "<conter><name>x_total</name></conter>",
            "<counter><name>x_total</name><contains></contains><minLevel>  WRAN  </minLevel></counter>",
            "<counter><name>x_total</name><name>y_total</name></counter>",
            "<Counter><Name>x_total</Name><MinLevel>WRAN</MinLevel></Counter>",
            "<counter><name>x_total</name><level>${level}</level></counter>",
            "<counter><name>x_total</name><lable><name>a</name></lable></counter>",
            "<label><name>a</name></label>",
            "<counter><name>x_total</name><exclude/></counter>",
            "<capacity>many</capacity><capacity>few</capacity><capcity>1</capcity>",
            "<counter><name>x_total</name><labels>tenant={mdc:tenant:-none}</labels><level>FATAL</level></counter>",
            "<counter><name>x_total</name><label><name>a</name><values>b</values></label></counter>");

    private final LoggerContext context = new LoggerContext();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        context.stop();
    }

    @TestFactory
    Stream<DynamicTest> check_saysWhatTheAppenderSays() throws IOException {
        List<String> appenders = new ArrayList<>(FURTHER);
        WrongConfigurations.read().stream()
                .filter(LogbackMessagesTest::canBeWritten)
                .forEach(lines -> appenders.add(appender(lines)));
        assertThat(appenders).hasSizeGreaterThan(80);
        return appenders.stream()
                .map(appender -> dynamicTest(appender, () -> {
                    String configuration = "<configuration>\n<property name='level' value='WRONG'/>\n"
                            + "<appender name='metrics' class='io.github.logtally.logback.LogtallyAppender'>\n"
                            + appender
                            + "\n</appender>\n<root level='INFO'><appender-ref ref='metrics'/></root>\n</configuration>\n";
                    assertThat(checked(configuration))
                            .isEqualTo(said(configuration))
                            .isNotEmpty();
                }));
    }

    /** Logback takes an empty element for none, and stumbles over braces and over {@code :-}: those have their own tests. */
    private static boolean canBeWritten(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.settings().stream())
                .allMatch(setting -> !setting[1].isBlank()
                        && setting[0].matches("[A-Za-z]\\w*")
                        && LogbackText.isBalanced(setting[1])
                        && LogbackText.cut(setting[1]).equals(setting[1]));
    }

    private static String appender(List<Line> lines) {
        StringBuilder xml = new StringBuilder();
        List<String> open = new ArrayList<>();
        for (Line line : lines) {
            while (open.size() >= Math.max(1, line.depth())) {
                xml.append("</").append(open.remove(open.size() - 1)).append('>');
            }
            String tag = line.kind().substring(0, 1).toLowerCase(Locale.ROOT)
                    + line.kind().substring(1);
            if (line.depth() > 0) {
                xml.append('<').append(tag).append('>');
                open.add(tag);
            }
            for (String[] setting : line.settings()) {
                xml.append('<').append(setting[0]).append('>');
                xml.append(WrongConfigurations.escaped(setting[1]));
                xml.append("</").append(setting[0]).append('>');
            }
        }
        while (!open.isEmpty()) {
            xml.append("</").append(open.remove(open.size() - 1)).append('>');
        }
        return xml.toString();
    }

    /** Without the places: the check knows them where the appender counts the rules. */
    private List<String> checked(String configuration) throws IOException {
        Path file = Files.writeString(folder.resolve("logback.xml"), configuration);
        return FileCheck.check(file, List.of(folder)).stream()
                .filter(Finding::isMistake)
                .map(finding -> finding.text().replaceFirst("^.*?logback\\.xml:\\d+:\\d+: ", ""))
                .map(text -> text.replaceAll(" \\((rule \\d+|\\S*xml:\\d+:\\d+)\\)", ""))
                .toList();
    }

    private List<String> said(String configuration) throws JoranException {
        context.reset();
        context.getStatusManager().clear();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getLevel() == Status.WARN && status.getOrigin() instanceof LogtallyAppender)
                .map(status -> status.getMessage().replaceAll(" \\(rule \\d+\\)", ""))
                .toList();
    }
}

package io.github.logtally.rules.check;

import io.github.logtally.rulesfile.RulesFile;
import io.github.logtally.rulesfile.RulesSources;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.LevelScale;
import io.github.logtally.trial.RuleProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds what is wrong with the rules in a file, of whichever kind it is: a rules file, or a configuration of Log4j or Logback in XML.
 * No framework runs, and nothing that a file names is loaded but the rules files it refers to.
 */
public final class FileCheck {
    private static final long LARGEST = 16L << 20;
    private static final String CLASS_PATH = "classpath:";
    private static final Pattern RULES = Pattern.compile("(?m)^metrics\\s*:");

    private final List<Path> classPath;
    private final List<Finding> findings = new ArrayList<>();

    private FileCheck(List<Path> classPath) {
        this.classPath = classPath;
    }

    /**
     * Checks a file.
     *
     * @param classPath folders in which {@code rules="classpath:.."} is looked for
     * @throws IOException if it cannot be read
     */
    public static List<Finding> check(Path file, List<Path> classPath) throws IOException {
        FileCheck check = new FileCheck(classPath);
        if (isXml(file)) {
            check.xml(file);
        } else {
            check.rules(file);
        }
        return check.findings;
    }

    /** Whether a file in a folder has something to check: a line {@code metrics:} in YAML, the name Logtally in XML. */
    public static boolean isConcerned(Path file) throws IOException {
        boolean yaml =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).matches(".*\\.ya?ml");
        if ((!yaml && !isXml(file)) || Files.size(file) > LARGEST) {
            return false;
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return yaml ? RULES.matcher(text).find() : text.contains("Logtally");
    }

    private static boolean isXml(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    private void rules(Path file) throws IOException {
        if (String.valueOf(file.getFileName())
                .toLowerCase(Locale.ROOT)
                .matches("log4j2?(-[^.]*)?\\.(ya?ml|json|jsn|properties)")) {
            findings.add(Finding.note(
                    file + ": of Log4j's formats only XML is read here; Log4j says what is wrong when it starts"));
            return;
        }
        problems("metrics", new Element("Logtally", Map.of(), read(file)), KnownLevels.OF_ANY);
    }

    private static List<Element> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return RulesFile.read(file.toString(), in).elements();
        }
    }

    private void xml(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            findings.add(Finding.mistake(file + ": is too large to be a configuration"));
            return;
        }
        try {
            XmlElement root = XmlFile.read(file.toString(), Files.readAllBytes(file));
            if (!root.is("Configuration") && !root.is("included")) {
                findings.add(Finding.note(root.at().text() + ": no configuration of Log4j or Logback"));
                return;
            }
            includes(root);
            List<FoundAppender> appenders = new ArrayList<>(Log4jFile.read(root));
            appenders.addAll(LogbackFile.read(root));
            if (appenders.isEmpty()) {
                findings.add(Finding.note(root.at().text() + ": no Logtally appender"));
            }
            appenders.forEach(this::appender);
        } catch (XmlFile.NotRead e) {
            findings.add(Finding.mistake(e.words()));
        }
    }

    private void includes(XmlElement root) {
        root.forEach(element -> {
            if (element.is("include")) {
                findings.add(Finding.note(element.at().text() + ": what it includes is not looked into"));
            }
        });
    }

    private void appender(FoundAppender appender) {
        appender.notes().forEach(note -> findings.add(Finding.note(note)));
        appender.mistakes().forEach(mistake -> findings.add(Finding.mistake(mistake)));
        problems(appender.name(), withRulesFiles(appender.element()), appender.levels());
    }

    /** With the rules of the files that it names, as far as they can be found from here. */
    private Element withRulesFiles(Element appender) {
        String setting = appender.settings().getOrDefault("rules", "");
        if (setting.isBlank() || Variables.isOpen(setting)) {
            return appender;
        }
        if (setting.contains(CLASS_PATH) && classPath.isEmpty()) {
            findings.add(Finding.note(at(appender, "rules") + setting
                    + " is not looked into: say with --classpath in which folder it is"));
            return appender;
        }
        return RulesSources.of(setting, List.of(new Folders(classPath))).read().addTo(appender);
    }

    private static String at(Element element, String setting) {
        return element.origin() == null ? "" : element.origin().of(setting).text() + ": ";
    }

    private void problems(String name, Element appender, LevelScale levels) {
        OpenSettings open = OpenSettings.in(appender);
        open.notes().forEach(note -> findings.add(Finding.note(note)));
        for (RuleProblem problem : RuleProblem.of(name, appender, levels)) {
            if (!open.concerns(problem)) {
                findings.add(Finding.mistake(place(appender, problem) + problem.text()));
            }
        }
    }

    /** Where the appender itself is wrong, which the core has no place for. */
    private static String place(Element appender, RuleProblem problem) {
        boolean known =
                !problem.place().startsWith("appender ") || !problem.text().startsWith(problem.place());
        return known ? "" : at(appender, problem.setting());
    }
}

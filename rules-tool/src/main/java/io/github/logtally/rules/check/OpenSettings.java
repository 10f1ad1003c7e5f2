package io.github.logtally.rules.check;

import io.github.logtally.spi.Element;
import io.github.logtally.trial.RuleProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The settings whose text only the running application knows: what is said of them is not known to be true. */
final class OpenSettings {
    private final List<String> notes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private OpenSettings() {}

    static OpenSettings in(Element appender) {
        OpenSettings open = new OpenSettings();
        open.collect(appender);
        return open;
    }

    private void collect(Element element) {
        element.settings().forEach((name, value) -> {
            if (Variables.isOpen(value)) {
                names.add(name);
                String at = element.origin() == null
                        ? ""
                        : element.origin().of(name).text() + ": ";
                notes.add(at + name + " is not checked: what " + value.substring(value.indexOf("${"))
                        + " stands for is known to the running application alone");
            }
        });
        element.children().forEach(this::collect);
    }

    List<String> notes() {
        return notes;
    }

    /** Whether a mistake may come from such a setting. */
    boolean concerns(RuleProblem problem) {
        return problem.text().contains("${") || names.contains(problem.setting());
    }
}

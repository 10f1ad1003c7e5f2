package io.github.logtally.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resolves what stands in the braces of a reference: a capture of the rule's own condition, or one of the built-in
 * references.
 */
final class References {
    /** Arguments that a reference can name: 0 to this. */
    static final int LAST_ARGUMENT = 99;

    /** Built-in references that need nothing behind their name, as a bare label can name them. */
    private static final List<String> PLAIN =
            List.of("level", "logger", "thread", "marker", "template", "message", "exception", "rootCause");

    private static final List<String> WITH_KEY = List.of("mdc", "field", "arg");
    private static final Set<String> CHARACTERS = Set.of("lbrace", "rbrace", "sp");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

    /** No rule's condition is there to capture anything: the appender's own labels. */
    static final References OF_EVERY_EVENT = new References(List.of(), true, false);

    private final Collection<String> captures;
    private final boolean capturesKnown;
    private final boolean ofRule;

    private References(Collection<String> captures, boolean capturesKnown, boolean ofRule) {
        this.captures = captures;
        this.capturesKnown = capturesKnown;
        this.ofRule = ofRule;
    }

    /** References of a rule whose condition has these captures. */
    static References toCaptures(Collection<String> captures) {
        return new References(captures, true, true);
    }

    /** References of a rule whose captures a mistake hides: any name passes, so that one mistake is not said twice. */
    static References toUnknownCaptures() {
        return new References(List.of(), false, true);
    }

    /** Whether a hole or group of this name could not be told from a built-in reference. */
    static boolean isBuiltIn(String name) {
        return PLAIN.contains(name) || WITH_KEY.contains(name) || CHARACTERS.contains(name);
    }

    /** Whether a capture of this name is there for certain. */
    boolean hasCapture(String name) {
        return captures.contains(name);
    }

    /** What the text between braces, without a default, names. */
    Reference resolve(String content) throws Mistake {
        if (captures.contains(content)) {
            return new Reference.Capture(content);
        }
        int colon = content.indexOf(':');
        return colon < 0 ? plain(content) : withArgument(content.substring(0, colon), content.substring(colon + 1));
    }

    private Reference plain(String name) throws Mistake {
        return switch (name) {
            case "level" -> new Reference.Level();
            case "logger" -> new Reference.Logger(0);
            case "thread" -> new Reference.ThreadName();
            case "marker" -> new Reference.Marker();
            case "template" -> new Reference.MessageTemplate();
            case "message" -> new Reference.Message();
            case "exception" -> new Reference.ExceptionName(false);
            case "rootCause" -> new Reference.RootCauseName(false);
            case "mdc", "field" -> throw new Mistake("{" + name + "} names no key: write {" + name + ":key}.");
            case "arg" -> throw new Mistake("{arg} names no argument: write {arg:0} for the first.");
            case "", "*" ->
                throw new Mistake("{" + name
                        + "} is a hole nobody names and cannot be referred to: give the hole a name in the pattern.");
            default -> capture(name);
        };
    }

    private Reference capture(String name) throws Mistake {
        if (capturesKnown) {
            throw new Mistake(unknown(name));
        }
        return new Reference.Capture(name);
    }

    private Reference withArgument(String name, String argument) throws Mistake {
        return switch (name) {
            case "mdc" -> new Reference.Mdc(key(name, argument));
            case "field" -> new Reference.Field(key(name, argument));
            case "arg" -> new Reference.Argument(index(name, argument, 0, LAST_ARGUMENT));
            case "logger" -> new Reference.Logger(index(name, argument, 1, Integer.MAX_VALUE));
            case "exception" -> new Reference.ExceptionName(isFull(name, argument));
            case "rootCause" -> new Reference.RootCauseName(isFull(name, argument));
            default -> throw noArgument(name, argument);
        };
    }

    private Mistake noArgument(String name, String argument) {
        if (captures.contains(name) || isBuiltIn(name) || !capturesKnown) {
            return new Mistake("{" + Words.cut(name) + "} takes nothing behind its name but a default, {"
                    + Words.cut(name) + ":-default}; found " + Words.quote(argument) + ".");
        }
        return new Mistake(unknown(name));
    }

    private static String key(String name, String key) throws Mistake {
        if (key.isBlank()) {
            throw new Mistake("{" + name + ":} names no key: write {" + name + ":key}.");
        }
        return key.trim();
    }

    private static int index(String name, String text, int min, int max) throws Mistake {
        int index = INDEX.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (index < min || index > max) {
            String range = max == Integer.MAX_VALUE ? min + " or more" : min + " to " + max;
            throw new Mistake("{" + name + ":" + Words.cut(text) + "}: " + Words.quote(text) + " is no whole number, "
                    + range + ".");
        }
        return index;
    }

    private static boolean isFull(String name, String argument) throws Mistake {
        if (!argument.equals("full")) {
            throw new Mistake("{" + name + ":" + Words.cut(argument) + "} is no reference: write {" + name
                    + "} for the simple class name or {" + name + ":full} for the full one.");
        }
        return true;
    }

    /** Says that a name is no reference here, and which are. */
    private String unknown(String name) {
        List<String> all = new ArrayList<>(captures);
        all.addAll(PLAIN);
        all.addAll(WITH_KEY);
        String has = ofRule
                ? captures.isEmpty()
                        ? "This rule's message and regex capture nothing"
                        : "Captures of this rule: " + String.join(", ", captures)
                : "The appender's labels cannot refer to the captures of a rule";
        return "{" + Words.cut(name) + "} is nothing an event could fill" + braced(Nearest.of(name, all)) + " " + has
                + "; built in are {level}, {logger}, {logger:2}, {thread}, {marker}, {template}, {message}, {exception},"
                + " {exception:full}, {rootCause}, {mdc:key}, {field:key}, {arg:0}.";
    }

    private static String braced(@Nullable String nearest) {
        return Words.didYouMean(
                nearest == null ? null : WITH_KEY.contains(nearest) ? "{" + nearest + ":..}" : "{" + nearest + "}");
    }
}

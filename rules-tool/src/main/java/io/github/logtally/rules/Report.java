package io.github.logtally.rules;

/** The text of a failed assertion. */
final class Report {
    private static final int LONGEST_EVENT = 300;

    private final StringBuilder text = new StringBuilder();

    Report line(String words) {
        text.append(text.isEmpty() ? "" : "\n").append(words);
        return this;
    }

    /** The text of an event on one line, and not too long a one. */
    static String cut(String words) {
        String line = words.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_EVENT ? line : line.substring(0, LONGEST_EVENT) + "...";
    }

    static String events(int number) {
        return number + (number == 1 ? " event" : " events");
    }

    AssertionError failure() {
        return new AssertionError(text.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

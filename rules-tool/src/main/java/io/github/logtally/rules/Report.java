package io.github.logtally.rules;

/** The text of a failed assertion. */
final class Report {
    private static final int LONGEST_LINE = 300;

    private final StringBuilder text = new StringBuilder();

    Report line(String words) {
        text.append(text.isEmpty() ? "" : "\n").append(cut(words));
        return this;
    }

    /** One line, and not too long a one. */
    static String cut(String words) {
        String line = words.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...";
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

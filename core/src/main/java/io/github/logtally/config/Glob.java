package io.github.logtally.config;

/**
 * A pattern in which {@code *} stands for any text and {@code ?} for any one character. Matching takes time linear in
 * the text for each {@code *} and allocates nothing.
 */
public final class Glob {
    private final String pattern;

    /** A glob of this text. */
    public Glob(String pattern) {
        this.pattern = pattern;
    }

    /** Whether the whole of {@code text} matches. */
    public boolean matches(CharSequence text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            char expected = p < pattern.length() ? pattern.charAt(p) : '\0';
            if (p < pattern.length() && expected == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (expected == '?' || expected == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && glob.pattern.equals(pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return pattern;
    }
}

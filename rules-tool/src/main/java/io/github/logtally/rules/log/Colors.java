package io.github.logtally.rules.log;

/** Takes the escape sequences out that colour a terminal. Looks for them in everything once it has seen one at the beginning. */
final class Colors {
    private static final byte ESCAPE = 0x1B;

    private enum State {
        TEXT,
        ESCAPED,
        SEQUENCE
    }

    // Mutable state: a sequence may go on in what is read next

    private State state = State.TEXT;
    private boolean first = true;
    private boolean colored;

    /** Takes them out of {@code bytes[from, to)}; returns the new end. */
    int strip(byte[] bytes, int from, int to) {
        if (first) {
            first = false;
            colored = Bytes.indexOf(bytes, from, to, ESCAPE) >= 0;
        }
        if (!colored) {
            return to;
        }
        int end = from;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            switch (state) {
                case TEXT -> {
                    if (b == ESCAPE) {
                        state = State.ESCAPED;
                    } else {
                        bytes[end++] = b;
                    }
                }
                case ESCAPED -> state = b == '[' ? State.SEQUENCE : State.TEXT;
                case SEQUENCE -> state = b >= '@' && b <= '~' ? State.TEXT : State.SEQUENCE;
            }
        }
        return end;
    }
}

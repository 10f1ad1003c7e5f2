package io.github.logtally.benchmarks;

/** What is to be reached: a figure that is at most, or at least, a limit. */
record Goal(String text, double limit, boolean atMost) {
    static Goal atMost(double limit, String text) {
        return new Goal(text, limit, true);
    }

    static Goal atLeast(double limit, String text) {
        return new Goal(text, limit, false);
    }

    /** Whether it is reached, by the median; unsettled where the quartiles are on both sides of the limit. */
    String verdict(Spread measured) {
        if (!measured.isMeasured()) {
            return "not measured";
        }
        String verdict = reached(measured.median()) ? "yes" : "**no**";
        if (measured.rounds() == 1) {
            return verdict + " (one round)";
        }
        boolean settled = reached(measured.low()) == reached(measured.high());
        return settled ? verdict : verdict + ", unsettled";
    }

    private boolean reached(double value) {
        return atMost ? value <= limit : value >= limit;
    }
}

package io.github.logtally.benchmarks;

/** A case of the log call: its figures for each peer, by the names that its benchmark gives them. */
record LogCall(String benchmark, Framework framework, String parameters, String command) {
    String key(Peer peer) {
        return benchmark + "/" + framework + "/" + peer + parameters;
    }

    String bytesKey(Peer peer) {
        return benchmark + " bytes/" + framework + "/" + peer + parameters;
    }

    /** What the peer adds to the call with an appender that does nothing. */
    Spread added(Results results, Peer peer) {
        return results.added(key(peer), key(Peer.NO_OP));
    }

    /** How many times what Logtally adds the peer adds. */
    Spread times(Results results, Peer peer) {
        return results.ratioOfAdded(key(peer), key(Peer.LOGTALLY), key(Peer.NO_OP));
    }
}

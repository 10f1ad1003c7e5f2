package io.github.logtally;

/** Where the library lives, as far as that decides how long engines run besides those who start and close them. */
interface Residence {
    /** A class path or a module path: engines run until they are closed. */
    Residence PLAIN = new Residence() {
        @Override
        public boolean letsRun() {
            return true;
        }

        @Override
        public void opened(LogtallyEngine<?> engine, Class<?> user) {}

        @Override
        public void closed(LogtallyEngine<?> engine) {}
    };

    /** Whether engines may run now. Any thread. */
    boolean letsRun();

    /**
     * An engine is about to start: it is to be suspended, resumed and closed from now on. Any thread.
     *
     * @param user a class of those who started it
     */
    void opened(LogtallyEngine<?> engine, Class<?> user);

    /** An engine has been closed for good. Any thread. */
    void closed(LogtallyEngine<?> engine);

    /**
     * Where this library lives.
     *
     * @param onEnd called when the library's own class loader is not in use any more
     */
    static Residence find(Runnable onEnd) {
        try {
            return BundleWatch.begin(onEnd);
        } catch (LinkageError | IllegalStateException e) {
            // Without OSGi its classes are not there; a framework that is about to end takes no listener any more
            return PLAIN;
        }
    }
}

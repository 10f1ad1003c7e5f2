package com.example.fleet;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** A {@link DrivenInstance} in a JVM of its own. One thread. */
final class InstanceProcess implements AutoCloseable {
    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;
    private final String target;

    private InstanceProcess() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DrivenInstance.class.getName())
                .redirectError(Redirect.INHERIT)
                .start();
        in = process.outputWriter();
        out = process.inputReader();
        target = "localhost:" + out.readLine();
    }

    /** Starts it, and returns once its port is open. */
    static InstanceProcess start() throws IOException {
        return new InstanceProcess();
    }

    /** What Prometheus scrapes. */
    String target() {
        return target;
    }

    /** Has it do this, and returns once it has. */
    void does(String... commands) throws IOException {
        for (String command : commands) {
            in.write(command);
            in.newLine();
            in.flush();
            if (!"done".equals(out.readLine())) {
                throw new IOException(command + " was not done");
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}

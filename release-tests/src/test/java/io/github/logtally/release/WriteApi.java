package io.github.logtally.release;

import aQute.bnd.osgi.Jar;
import aQute.bnd.version.MavenVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Writes the baseline of each published module anew, where that hides no change of a released API. */
public final class WriteApi {
    private WriteApi() {}

    public static void main(String[] arguments) throws IOException {
        for (Published module : Published.modules()) {
            try (Jar jar = new Jar(module.jar("").toFile())) {
                ApiBaseline now = new ApiBaseline(Published.VERSION, Api.of(jar));
                if (Files.exists(module.api())) {
                    checkRenewal(ApiBaseline.read(Files.readString(module.api())), now, module);
                }
                Files.writeString(module.api(), now.write());
            }
        }
    }

    /** Changes of what was released add up until the next release: only that takes its place. */
    static void checkRenewal(ApiBaseline last, ApiBaseline now, Object module) {
        if (!last.isReleased()) {
            return;
        }
        if (MavenVersion.parseMavenString(now.version()).isSnapshot()) {
            throw new IllegalStateException(
                    module + ": the API of release " + last.version() + " gives way to that of the next release only");
        }
        List<String> problems = last.problems(now);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(module + ": " + String.join("\n", problems));
        }
    }
}

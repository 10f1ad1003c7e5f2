package io.github.logtally.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import aQute.bnd.osgi.Jar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiBaselineTest {
    private static final String DOOR = "public class Door { public void open() {} protected int width; }";
    private static final String LESS = "public class Door { protected int width; }";
    private static final String OTHER = "public class Door { public void open() {} protected long width; }";
    private static final String MORE =
            "public class Door { public void open() {} public void close() {} protected int width; }";
    private static final String HIDDEN =
            "public class Door { public void open() {} void lock() {} protected int width; }";

    private static final Map<String, Path> COMPILED = new HashMap<>();

    @TempDir
    static Path directory;

    @Test
    void method_whenRemoved_needsAMinorStepBelow1() {
        ApiBaseline released = api("0.1.0", "0.1.0", DOOR);

        assertThat(released.problems(api("0.1.1", "0.1.1", LESS)))
                .contains(
                        "package example needs version 0.2.0 at least, and has 0.1.1, for these changes:",
                        "    REMOVED METHOD open() (MAJOR)",
                        "the artifact needs version 0.2.0 at least, and has 0.1.1, for these changes:");
        assertThat(released.problems(api("0.2.0", "0.2.0", LESS))).isEmpty();
    }

    @Test
    void method_whenRemoved_needsAMajorStepFrom1() {
        ApiBaseline released = api("1.4.2", "1.4.2", DOOR);

        assertThat(released.problems(api("1.5.0", "1.5.0", LESS)))
                .contains("package example needs version 2.0.0 at least, and has 1.5.0, for these changes:");
        assertThat(released.problems(api("2.0.0", "2.0.0", LESS))).isEmpty();
    }

    @Test
    void method_whenAdded_needsAMicroStepBelow1() {
        ApiBaseline released = api("0.1.0", "0.1.0", DOOR);

        assertThat(released.problems(api("0.1.0", "0.1.0", MORE)))
                .contains(
                        "package example needs version 0.1.1 at least, and has 0.1.0, for these changes:",
                        "    ADDED METHOD close() (MINOR)");
        assertThat(released.problems(api("0.1.1-SNAPSHOT", "0.1.1", MORE))).isEmpty();
    }

    @Test
    void method_whenAdded_needsAMinorStepFrom1() {
        ApiBaseline released = api("1.4.2", "1.4.2", DOOR);

        assertThat(released.problems(api("1.4.3", "1.4.3", MORE)))
                .contains("package example needs version 1.5.0 at least, and has 1.4.3, for these changes:");
        assertThat(released.problems(api("1.5.0", "1.5.0", MORE))).isEmpty();
    }

    @Test
    void field_whenOfAnotherType_isAChangeThatBreaks() {
        assertThat(api("1.4.2", "1.4.2", DOOR).problems(api("1.5.0", "1.5.0", OTHER)))
                .contains("package example needs version 2.0.0 at least, and has 1.5.0, for these changes:");
    }

    @Test
    void step_ofThePackageAlone_isNotEnough() {
        assertThat(api("1.4.2", "1.4.2", DOOR).problems(api("1.5.0", "2.0.0", LESS)))
                .first()
                .isEqualTo("the artifact needs version 2.0.0 at least, and has 1.5.0, for these changes:");
    }

    @Test
    void package_whenNoLongerExported_isAChangeThatBreaks() {
        ApiBaseline nothing = new ApiBaseline("1.5.0", Api.read(""));

        assertThat(api("1.4.2", "1.4.2", DOOR).problems(nothing))
                .contains("the artifact needs version 2.0.0 at least, and has 1.5.0, for these changes:");
    }

    @Test
    void member_thatNobodySees_isNoChange() {
        assertThat(api("0.1.0", "0.1.0", DOOR).problems(api("0.1.0", "0.1.0", HIDDEN)))
                .isEmpty();
    }

    @Test
    void baseline_beforeTheFirstRelease_letsNoChangePassUnseen() {
        ApiBaseline unreleased = api("0.1.0-SNAPSHOT", "0.1.0", DOOR);

        assertThat(unreleased.problems(api("0.2.0-SNAPSHOT", "0.2.0", LESS)))
                .contains("      REMOVED METHOD open() (MAJOR)");
        assertThat(unreleased.problems(api("0.1.0-SNAPSHOT", "0.1.0", MORE)))
                .contains("      ADDED METHOD close() (MINOR)");
        assertThat(unreleased.problems(api("0.1.0-SNAPSHOT", "0.2.0", DOOR))).isNotEmpty();
        assertThat(unreleased.problems(api("0.1.0-SNAPSHOT", "0.1.0", DOOR))).isEmpty();
    }

    @Test
    void renewal_hidesNoChangeOfAReleasedApi() {
        ApiBaseline unreleased = api("0.1.0-SNAPSHOT", "0.1.0", DOOR);
        ApiBaseline released = api("0.1.0", "0.1.0", DOOR);

        WriteApi.checkRenewal(unreleased, api("0.1.0-SNAPSHOT", "0.1.0", LESS), "door");
        WriteApi.checkRenewal(released, api("0.1.1", "0.1.1", MORE), "door");
        assertThatIllegalStateException()
                .isThrownBy(() -> WriteApi.checkRenewal(released, api("0.1.1", "0.1.1", LESS), "door"))
                .withMessageContaining("package example needs version 0.2.0");
        assertThatIllegalStateException()
                .isThrownBy(() -> WriteApi.checkRenewal(released, api("0.2.0-SNAPSHOT", "0.2.0", LESS), "door"))
                .withMessage("door: the API of release 0.1.0 gives way to that of the next release only");
    }

    @Test
    void text_readAndWritten_isTheSame() {
        String text = api("0.1.0", "0.1.0", DOOR).write();

        assertThat(text).contains("\n  CLASS example.Door\n", "\n    METHOD open()\n");
        assertThat(ApiBaseline.read(text).write()).isEqualTo(text);
    }

    /** Of a bundle that exports one package with one class, as it is read from a jar. */
    private static ApiBaseline api(String version, String packageVersion, String source) {
        try (Jar jar = new Jar(
                COMPILED.computeIfAbsent(source, ApiBaselineTest::compiled).toFile())) {
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
            manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", "example");
            manifest.getMainAttributes().putValue("Export-Package", "example;version=" + packageVersion);
            jar.setManifest(manifest);
            return new ApiBaseline(version, Api.of(jar));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path compiled(String source) {
        try {
            Path classes = Files.createTempDirectory(directory, "classes");
            Path file = Files.createTempDirectory(directory, "sources").resolve("Door.java");
            Files.writeString(file, "package example; " + source);
            assertThat(ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, "-d", classes.toString(), file.toString()))
                    .isZero();
            return classes;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

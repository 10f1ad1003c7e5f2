package io.github.logtally.release;

import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.MavenVersion;
import aQute.bnd.version.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * What an API is compared with: that of the last release, and its version. Before the first release, when there is none, it is the
 * API as it was last looked at, and no change of it goes unseen.
 */
record ApiBaseline(String version, Tree api) {
    private static final String HEADER =
            """
            # The API that changes are measured by. How, and how this file is made anew: CONTRIBUTING.md
            # version\s""";

    static ApiBaseline read(String text) {
        if (!text.startsWith(HEADER)) {
            throw new IllegalArgumentException("Not a baseline: " + text);
        }
        int end = text.indexOf('\n', HEADER.length());
        return new ApiBaseline(text.substring(HEADER.length(), end), Api.read(text.substring(end)));
    }

    String write() {
        return HEADER + version + '\n' + Api.write(api);
    }

    boolean isReleased() {
        return !MavenVersion.parseMavenString(version).isSnapshot();
    }

    /** What is wrong with a newer API that is to have this version; empty where nothing is. */
    List<String> problems(ApiBaseline newer) {
        List<String> problems = new ArrayList<>();
        Diff all = newer.api.diff(api);
        if (!isReleased()) {
            if (!Api.write(api).equals(Api.write(newer.api))) {
                problems.add("nothing is released yet, and the API has changed: look at it, and make api.txt anew");
                changes(all, "  ", problems);
            }
            return problems;
        }
        Delta most = Delta.UNCHANGED;
        for (Diff part : all.getChildren()) {
            Delta delta = change(part);
            most = delta.compareTo(most) > 0 ? delta : most;
            if (part.getType() == Type.PACKAGE && part.getOlder() != null && part.getNewer() != null) {
                check(
                        "package " + part.getName(),
                        delta,
                        version(part.getOlder()),
                        version(part.getNewer()),
                        part,
                        problems);
            }
        }
        check("the artifact", most, mavenVersion(version), mavenVersion(newer.version), all, problems);
        return problems;
    }

    private static void check(
            String what, Delta delta, Version older, Version newer, Diff diff, List<String> problems) {
        Version least = least(delta, older);
        if (newer.compareTo(least) < 0) {
            problems.add(what + " needs version " + least + " at least, and has " + newer + ", for these changes:");
            changes(diff, "  ", problems);
        }
    }

    /** By semantic versioning, one place further down below 1.0. */
    private static Version least(Delta delta, Version older) {
        boolean stable = older.getMajor() > 0;
        return switch (delta) {
            case MAJOR -> stable ? new Version(older.getMajor() + 1) : new Version(0, older.getMinor() + 1);
            case MINOR ->
                stable
                        ? new Version(older.getMajor(), older.getMinor() + 1)
                        : new Version(0, older.getMinor(), older.getMicro() + 1);
            case MICRO, CHANGED -> new Version(older.getMajor(), older.getMinor(), older.getMicro() + 1);
            default -> older;
        };
    }

    /** What a change means to those who have the API. */
    private static Delta change(Diff diff) {
        return switch (diff.getDelta()) {
            case ADDED -> diff.getNewer().ifAdded();
            case REMOVED -> diff.getOlder().ifRemoved();
            default -> diff.getDelta();
        };
    }

    private static void changes(Diff diff, String indent, List<String> lines) {
        for (Diff child : diff.getChildren()) {
            Delta delta = child.getDelta();
            if (delta == Delta.UNCHANGED || delta == Delta.IGNORED) {
                continue;
            }
            lines.add(indent + delta + " " + child.getType() + " " + child.getName() + " (" + change(child) + ")");
            changes(child, indent + "  ", lines);
        }
    }

    private static Version version(Tree exported) {
        for (Tree child : exported.getChildren()) {
            if (child.getType() == Type.VERSION) {
                return Version.parseVersion(child.getName());
            }
        }
        throw new IllegalArgumentException("No version of package " + exported.getName());
    }

    /** Without {@code SNAPSHOT}. */
    private static Version mavenVersion(String version) {
        return MavenVersion.parseMavenString(version).getOSGiVersion().getWithoutQualifier();
    }
}

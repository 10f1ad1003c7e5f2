package io.github.logtally.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.rules.layout.Layouts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogReaderTest {
    private final List<String> strays = new ArrayList<>();

    @Test
    void lines_areNumberedAndJoined() throws Exception {
        assertThat(read("[INFO] a\n[WARN] b\nc\n\td\n[INFO] e")).containsExactly("1+1 a", "2+3 b\nc\n\td", "5+1 e");
    }

    @Test
    void windowsLineEnds_areNoPartOfAMessage() throws Exception {
        assertThat(read("[INFO] a\r\n[WARN] b\r\n")).containsExactly("1+1 a", "2+1 b");
    }

    @Test
    void linesBeforeTheFirstEvent_areStrays() throws Exception {
        assertThat(read("banner\n\n[INFO] a\n")).containsExactly("3+1 a");
        assertThat(strays).containsExactly("1 banner", "2 ");
    }

    @Test
    void colors_areTakenOut() throws Exception {
        assertThat(read("[\u001B[32mINFO\u001B[0;39m] a \u001B[1mb\u001B[m\n")).containsExactly("1+1 a b");
    }

    @Test
    void longLine_isCut() throws Exception {
        String line = "x".repeat(3 * LogReader.MAX_EVENT);

        List<String> read = read("[INFO] " + line + "\n[INFO] b\n");

        assertThat(read).hasSize(2);
        assertThat(read.get(0)).startsWith("1+1 xxx").hasSizeBetween(LogReader.MAX_EVENT - 10, LogReader.MAX_EVENT * 2);
        assertThat(read.get(1)).isEqualTo("2+1 b");
    }

    @Test
    void longEvent_isCut() throws Exception {
        String lines = ("y".repeat(999) + "\n").repeat(3 * LogReader.MAX_EVENT / 1000);

        List<String> read = read("[INFO] a\n" + lines + "[INFO] b\n");

        assertThat(read).hasSize(2);
        assertThat(read.get(0)).startsWith("1+").hasSizeBetween(LogReader.MAX_EVENT - 2000, LogReader.MAX_EVENT);
        assertThat(read.get(1)).isEqualTo((lines.length() / 1000 + 2) + "+1 b");
    }

    /** Whatever pieces the log comes in, and however long its events are, all of it is read. */
    @Test
    void pieces_makeNoDifference() throws Exception {
        Random random = new Random(42);
        StringBuilder log = new StringBuilder();
        List<String> expected = new ArrayList<>();
        int line = 1;
        for (int i = 0; i < 2000; i++) {
            String message = "m".repeat(random.nextInt(i % 100 == 0 ? 200_000 : 200));
            int more = random.nextInt(4);
            StringBuilder all = new StringBuilder(message);
            for (int j = 0; j < more; j++) {
                all.append('\n').append("c".repeat(1 + random.nextInt(100)));
            }
            log.append("[INFO] ").append(all).append('\n');
            expected.add(line + "+" + (more + 1) + " " + all);
            line += more + 1;
        }

        assertThat(read(new Pieces(log.toString(), random))).isEqualTo(expected);
    }

    private List<String> read(String log) throws Exception {
        return read(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> read(InputStream in) throws Exception {
        LogFormat format = Layouts.of("[%level] %msg%n");
        LogReader reader = new LogReader(
                in,
                format,
                (line, bytes, from, to) ->
                        strays.add(line + " " + new String(bytes, from, to - from, StandardCharsets.UTF_8)));
        List<String> events = new ArrayList<>();
        for (LogEvent event = reader.next(); event != null; event = reader.next()) {
            StringBuilder message = new StringBuilder();
            format.message(event, message);
            events.add(event.lineNumber() + "+" + event.lines() + " " + message);
        }
        return events;
    }

    private static final class Pieces extends InputStream {
        private final byte[] bytes;
        private final Random random;
        private int at;

        Pieces(String text, Random random) {
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
            this.random = random;
        }

        @Override
        public int read() throws IOException {
            return at < bytes.length ? bytes[at++] : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == bytes.length) {
                return -1;
            }
            int read = Math.min(Math.min(length, bytes.length - at), 1 + random.nextInt(5000));
            System.arraycopy(bytes, at, into, from, read);
            at += read;
            return read;
        }
    }
}

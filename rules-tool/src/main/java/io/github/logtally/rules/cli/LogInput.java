package io.github.logtally.rules.cli;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A log to read: a file, a compressed one, or standard input. */
final class LogInput implements AutoCloseable {
    private static final String STANDARD_INPUT = "-";
    private static final int PEEK = 1 << 16;
    private static final int BUFFER = 1 << 17;

    private final Counted counted;
    private final InputStream in;
    private final long size;

    private LogInput(InputStream source, long size, boolean compressed) throws IOException {
        this.counted = new Counted(source);
        this.in = new BufferedInputStream(compressed ? new GZIPInputStream(counted, BUFFER) : counted, PEEK);
        this.size = size;
    }

    /** Opens a file by its path; {@code -} is standard input, a name that ends in {@code .gz} a compressed file. */
    static LogInput open(String path) throws IOException {
        if (path.equals(STANDARD_INPUT)) {
            return new LogInput(System.in, -1, false);
        }
        Path file = Path.of(path);
        return new LogInput(Files.newInputStream(file), Files.size(file), path.endsWith(".gz"));
    }

    InputStream stream() {
        return in;
    }

    /** The beginning of the log, which is read again afterwards. */
    byte[] peek() throws IOException {
        in.mark(PEEK);
        byte[] beginning = in.readNBytes(PEEK - 1);
        in.reset();
        return beginning;
    }

    /** How many bytes there are to read, compressed as they are; negative where that is not known. */
    long size() {
        return size;
    }

    /** How many of them were read. */
    long read() {
        return counted.count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}

package io.github.logtally.rules.cli;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A log to read as UTF-8, without the mark that may stand at its beginning: a file, a compressed one, or standard input. */
final class LogInput implements AutoCloseable {
    private static final String STANDARD_INPUT = "-";
    private static final int PEEK = 1 << 16;
    private static final int BUFFER = 1 << 17;

    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_LE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16_BE = {(byte) 0xFE, (byte) 0xFF};

    private final Counted counted;
    private final InputStream in;
    private final long size;

    private LogInput(String name, InputStream source, long size, @Nullable Charset charset) throws IOException {
        this.counted = new Counted(source);
        InputStream file = new BufferedInputStream(counted, BUFFER);
        InputStream text = begins(file, GZIP) ? new BufferedInputStream(new Decompressed(name, file), PEEK) : file;
        boolean isUtf16 = begins(text, UTF_16_LE) || begins(text, UTF_16_BE);
        if (begins(text, UTF_8)) {
            text.skipNBytes(UTF_8.length);
        }
        Charset written = charset == null && isUtf16 ? StandardCharsets.UTF_16 : charset;
        this.in = written == null || written.equals(StandardCharsets.UTF_8)
                ? text
                : new BufferedInputStream(new Utf8Input(text, written), PEEK);
        this.size = size;
    }

    /**
     * Opens a log, compressed by gzip or not.
     *
     * @param path its path; {@code -} is standard input
     * @param charset how it is written; where that is null UTF-8, or UTF-16 if it begins as that does
     */
    static LogInput open(String path, @Nullable Charset charset) throws IOException {
        if (path.equals(STANDARD_INPUT)) {
            return new LogInput("standard input", System.in, -1, charset);
        }
        Path file = Path.of(path);
        if (Files.isDirectory(file)) {
            throw new IOException(path + ": is a folder");
        }
        return new LogInput(path, Files.newInputStream(file), Files.size(file), charset);
    }

    private static boolean begins(InputStream in, byte[] wanted) throws IOException {
        in.mark(wanted.length);
        byte[] found = in.readNBytes(wanted.length);
        in.reset();
        return Arrays.equals(found, wanted);
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

    /** Says which file it is that cannot be decompressed. */
    private static final class Decompressed extends FilterInputStream {
        private final String name;

        Decompressed(String name, InputStream in) throws IOException {
            super(new GZIPInputStream(in, BUFFER));
            this.name = name;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return in.read(bytes, from, length);
            } catch (EOFException | ZipException e) {
                throw new IOException(name + ": the compressed file is cut or broken: " + e.getMessage(), e);
            }
        }
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

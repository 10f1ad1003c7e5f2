package io.github.logtally.rules.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A text of another encoding as UTF-8. One thread. */
final class Utf8Input extends InputStream {
    private static final int CHARS = 1 << 13;

    private final Reader reader;

    // Mutable state: chars[0, kept) are the first half of a pair

    private final char[] chars = new char[CHARS];
    private int kept;
    private byte[] bytes = {};
    private int at;

    Utf8Input(InputStream in, Charset charset) {
        this.reader = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        return at < bytes.length || fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == bytes.length && !fill()) {
            return -1;
        }
        int copied = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, from, copied);
        at += copied;
        return copied;
    }

    private boolean fill() throws IOException {
        int read = reader.read(chars, kept, chars.length - kept);
        int filled = kept + Math.max(0, read);
        kept = read > 0 && Character.isHighSurrogate(chars[filled - 1]) ? 1 : 0;
        bytes = new String(chars, 0, filled - kept).getBytes(StandardCharsets.UTF_8);
        at = 0;
        if (kept > 0) {
            chars[0] = chars[filled - 1];
        }
        return bytes.length > 0 || (read > 0 && fill());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

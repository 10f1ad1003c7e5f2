package io.github.logtally.rulesfile;

import io.github.logtally.spi.Element;
import io.github.logtally.spi.Origin;
import io.github.logtally.spi.Origin.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A rules file: YAML 1.2 in UTF-8, at most {@value #LARGEST} bytes. Immutable.
 *
 * <pre>{@code
 * metrics:
 *   - counter: http_requests_total        # or gauge, histogram, summary; then the name
 *     message: Request {method} {path} took {ms} ms status {status}
 *     level: [INFO, WARN]                 # level, logger, buckets, quantiles, exemplars, allow, zero:
 *     logger: com.acme, com.acmeother     #   a list, or one text with commas as in the other formats
 *     mdc: {tenant: acme, region: eu*}    # mdc, field, map: a map, a list of key=value, or such a text
 *     labels:                             # a list or a map, or such a text
 *       - method                          # the same as method={method}
 *       - tenant={mdc:tenant:-none}
 *       - name: status
 *         map: {2??: ok, "*": other}
 *     exclude:                            # one map of conditions, or a list of them
 *       - contains: /health
 *   - histogram: http_request_duration_seconds
 *     message: Request {method} {path} took {ms} ms status {status}
 *     value: "{ms}"
 *     valueUnit: ms
 *     buckets: [0.1, 1]
 *     labels:
 *       method: "{method}"                # the label's name and its value,
 *       status: {value: "{status}", maxValues: 10}  # its name and its settings,
 *       path:                             # or its name alone
 * }</pre>
 *
 * <p>All other settings have the names and meanings of the other formats. Scalars are taken as they are written, in quotes
 * or not: {@code 0.10}, {@code 007}, {@code no}; null is no value. In items of lists and in maps {@code ,} and {@code =}
 * are literal, but for the first {@code =} of an item that names a key. No tags, no duplicate keys, one document; aliases
 * are followed within bounds.
 *
 * @param name the name of the file, as in messages
 * @param elements one element for each rule, in their order; whoever compiles them says all that is wrong with them,
 *     what was found while reading included; whatever in the file is no rule is an element of an empty kind that is
 *     refused there
 */
@ProviderType
public record RulesFile(String name, List<Element> elements) {
    /** Bytes that a rules file can have. */
    public static final int LARGEST = 1 << 20;

    /**
     * A file with a copy of these elements.
     *
     * @param name as in {@link #name}
     * @param elements as in {@link #elements}
     */
    public RulesFile {
        elements = List.copyOf(elements);
    }

    /**
     * Reads a file. Never throws.
     *
     * @param name its name, for messages
     * @param in its bytes; not closed
     * @return what is in it, or one element that is refused
     */
    public static RulesFile read(String name, InputStream in) {
        try {
            return read(name, in.readNBytes(LARGEST + 1));
        } catch (IOException e) {
            return refused(name, "cannot be read: " + e);
        }
    }

    /**
     * Reads a file that is in memory. Never throws.
     *
     * @param name its name, for messages
     * @param bytes its bytes
     * @return what is in it, or one element that is refused
     */
    public static RulesFile read(String name, byte[] bytes) {
        return read(name, ByteBuffer.wrap(bytes));
    }

    /** Reads a file that is in memory, and leaves the buffer as it is. Never throws. */
    static RulesFile read(String name, ByteBuffer bytes) {
        if (bytes.remaining() > LARGEST) {
            return refused(name, "is larger than the " + LARGEST + " bytes allowed.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.duplicate())
                    .toString();
            return read(name, text);
        } catch (CharacterCodingException e) {
            return refused(name, "is not in UTF-8.");
        }
    }

    /**
     * Reads the text of a file. Never throws.
     *
     * @param name its name, for messages
     * @param yaml its text
     * @return what is in it, or one element that is refused
     */
    public static RulesFile read(String name, String yaml) {
        try {
            return new RulesFile(name, RuleReader.read(name, YamlReader.read(name, yaml)));
        } catch (YamlMistake mistake) {
            return new RulesFile(name, List.of(ElementBuilder.refused(mistake.at(), line(mistake.words()))));
        } catch (LinkageError e) {
            return refused(
                    name,
                    "cannot be read without the YAML library: add org.snakeyaml:snakeyaml-engine to the class path, or"
                            + " the module org.snakeyaml.engine to the module path and to --add-modules (" + e
                            + ").");
        } catch (RuntimeException | StackOverflowError e) {
            return refused(name, "cannot be read: " + e);
        }
    }

    /**
     * A file that could not be had.
     *
     * @param name its name, for messages
     * @param message why
     * @return one element, which is refused for this reason
     */
    public static RulesFile refused(String name, String message) {
        return new RulesFile(name, List.of(ElementBuilder.refused(new Position(name, 0, 0), line(message))));
    }

    /**
     * What was found wrong while reading, each in a line with file, line and column. What an engine says of
     * the elements has all of it.
     *
     * @return the mistakes, in the order of the file
     */
    public List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        elements.forEach(element -> collect(element, mistakes));
        return List.copyOf(mistakes);
    }

    private static void collect(Element element, List<String> mistakes) {
        Origin origin = element.origin();
        if (origin != null) {
            for (Origin.Mistake mistake : origin.mistakes()) {
                String setting = mistake.setting().isEmpty() ? "" : mistake.setting() + ": ";
                mistakes.add(mistake.at().text() + ": " + setting + mistake.message());
            }
        }
        element.children().forEach(child -> collect(child, mistakes));
    }

    private static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(500)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }
}

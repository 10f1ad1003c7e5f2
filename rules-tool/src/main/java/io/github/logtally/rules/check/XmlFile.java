package io.github.logtally.rules.check;

import io.github.logtally.spi.Origin.Position;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads XML with the places of its elements. No DTD, no entities of one's own, nothing from anywhere else. */
final class XmlFile {
    private static final int DEEPEST = 200;

    private XmlFile() {}

    /** Why a file is not read. */
    static final class NotRead extends Exception {
        private static final long serialVersionUID = 1L;

        NotRead(String message) {
            super(message, null, false, false);
        }

        String words() {
            return String.valueOf(getMessage());
        }
    }

    /** The root element. */
    static XmlElement read(String file, byte[] bytes) throws NotRead {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return read(file, factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (XMLStreamException e) {
            Position at = e.getLocation() == null
                    ? new Position(file, 1, 1)
                    : new Position(
                            file,
                            e.getLocation().getLineNumber(),
                            e.getLocation().getColumnNumber());
            String message = String.valueOf(e.getMessage()).replaceFirst("(?s).*Message: ", "");
            throw new NotRead(at.text() + ": no XML: " + message);
        }
    }

    private static XmlElement read(String file, XMLStreamReader reader) throws XMLStreamException, NotRead {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        Position next = new Position(file, 1, 1);
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new NotRead(next.text() + ": it has a DTD, which is not read");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                XmlElement element = new XmlElement(reader.getLocalName(), attributes(reader), next);
                if (open.isEmpty()) {
                    root = element;
                } else {
                    open.getLast().children().add(element);
                }
                open.addLast(element);
                if (open.size() > DEEPEST) {
                    throw new NotRead(next.text() + ": its elements are nested too deeply");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.removeLast();
            } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
                    && !open.isEmpty()) {
                open.getLast().characters().append(reader.getText());
            }
            next = next(file, reader, event == XMLStreamConstants.CHARACTERS ? 1 : 0);
        }
        return required(root, file);
    }

    private static XmlElement required(@Nullable XmlElement root, String file) throws NotRead {
        if (root == null) {
            throw new NotRead(new Position(file, 1, 1).text() + ": it has no element");
        }
        return root;
    }

    /** The reader stands behind what it has read; behind text it has read the beginning of what follows, too. */
    private static Position next(String file, XMLStreamReader reader, int ahead) {
        return new Position(
                file,
                Math.max(1, reader.getLocation().getLineNumber()),
                Math.max(1, reader.getLocation().getColumnNumber() - ahead));
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            String name = reader.getAttributeLocalName(i);
            attributes.put(
                    prefix == null || prefix.isEmpty() ? name : prefix + ":" + name, reader.getAttributeValue(i));
        }
        return attributes;
    }
}

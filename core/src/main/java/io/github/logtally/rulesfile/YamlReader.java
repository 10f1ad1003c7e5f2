package io.github.logtally.rulesfile;

import io.github.logtally.config.Words;
import io.github.logtally.rulesfile.YamlNode.Entries;
import io.github.logtally.rulesfile.YamlNode.Entry;
import io.github.logtally.rulesfile.YamlNode.Items;
import io.github.logtally.rulesfile.YamlNode.Text;
import io.github.logtally.spi.Origin.Mistake;
import io.github.logtally.spi.Origin.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Puts the one document of a YAML 1.2 file together from the parser's events. The only class that knows the YAML library,
 * and of that the parser alone: nothing in the file can name a class, and no object of one is made.
 *
 * <p>Refused: tags, aliases of what they stand in, collections deeper than {@value #DEEPEST}, and files that say more than
 * {@value #MOST_NODES} things, however often aliases repeat them.
 */
final class YamlReader {
    /** Levels of collections in each other. */
    static final int DEEPEST = 16;

    /** Scalars and collections of a file, what aliases repeat counted each time. */
    static final int MOST_NODES = 200_000;

    private final String file;
    private final Iterator<Event> events;
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();
    private int depth;
    private int nodes;

    private YamlReader(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /** The root of the file's document, or null where it has none. */
    static @Nullable YamlNode read(String file, String yaml) throws YamlMistake {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(RulesFile.LARGEST)
                .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(yaml).iterator();
            return new YamlReader(file, events).document();
        } catch (MarkedYamlEngineException e) {
            throw new YamlMistake(position(file, e.getProblemMark()), "is no YAML: " + words(e));
        } catch (YamlEngineException e) {
            throw new YamlMistake(new Position(file, 1, 1), "is no YAML: " + Words.said(e.getMessage()));
        }
    }

    private static String words(MarkedYamlEngineException e) {
        return Words.said(e.getContext() == null ? e.getProblem() : e.getContext() + ", " + e.getProblem()) + ".";
    }

    private @Nullable YamlNode document() throws YamlMistake {
        YamlNode root = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                if (root != null) {
                    throw new YamlMistake(at(event), "is a second document: a rules file has one.");
                }
                root = node(events.next());
            }
        }
        return root;
    }

    private YamlNode node(Event event) throws YamlMistake {
        if (event instanceof AliasEvent alias) {
            return repeated(alias);
        }
        count(event, 1);
        YamlNode node;
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), event);
            node = new Text(at(event), scalar.getValue(), scalar.isPlain());
        } else {
            CollectionStartEvent start = (CollectionStartEvent) event;
            refuseTag(start.getTag(), event);
            if (++depth > DEEPEST) {
                throw new YamlMistake(at(event), "is nested deeper than the " + DEEPEST + " levels allowed.");
            }
            node = event.getEventId() == Event.ID.MappingStart ? mapping(event) : sequence(event);
            depth--;
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        if (anchor.isPresent()) {
            anchors.put(anchor.get(), node);
        }
        return node;
    }

    private Items sequence(Event start) throws YamlMistake {
        List<YamlNode> items = new ArrayList<>();
        int size = 1;
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            YamlNode item = node(event);
            items.add(item);
            size += item.size();
        }
        return new Items(at(start), items, size);
    }

    private Entries mapping(Event start) throws YamlMistake {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        int size = 1;
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlNode key = node(event);
            YamlNode value = node(events.next());
            size += key.size() + value.size();
            if (!(key instanceof Text text)) {
                mistakes.add(new Mistake(at(event), "", "a key must be a text."));
                continue;
            }
            Entry other = entries.putIfAbsent(text.value(), new Entry(new Text(at(event), text.value(), true), value));
            if (other != null) {
                mistakes.add(new Mistake(
                        at(event),
                        "",
                        "the key " + Words.quote(text.value()) + " is there twice, first in line "
                                + other.key().at().line() + "."));
            }
        }
        return new Entries(at(start), List.copyOf(entries.values()), mistakes, size);
    }

    private YamlNode repeated(AliasEvent alias) throws YamlMistake {
        YamlNode node = anchors.get(alias.getAlias());
        if (node == null) {
            throw new YamlMistake(
                    at(alias), "the alias *" + alias.getAlias().getValue() + " stands for nothing before it.");
        }
        count(alias, node.size());
        return node;
    }

    private void count(Event event, int more) throws YamlMistake {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw new YamlMistake(
                    at(event),
                    "is too much: " + MOST_NODES + " values are allowed, those that aliases repeat included.");
        }
    }

    private void refuseTag(Optional<String> tag, Event event) throws YamlMistake {
        if (tag.isPresent()) {
            throw new YamlMistake(
                    at(event), "the tag " + Words.quote(tag.get()) + " is not allowed: a rules file has no tags.");
        }
    }

    private Position at(Event event) {
        return position(file, event.getStartMark());
    }

    private static Position position(String file, Optional<Mark> mark) {
        return mark.map(it -> new Position(file, it.getLine() + 1, it.getColumn() + 1))
                .orElseGet(() -> new Position(file, 1, 1));
    }
}

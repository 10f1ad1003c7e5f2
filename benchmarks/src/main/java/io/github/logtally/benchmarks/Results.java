package io.github.logtally.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The figures of all rounds, from a directory with one of each round in it.
 *
 * <p>The machine is faster in one minute and slower in the next; the peers of a case run one after the other in each
 * round. So what is compared are figures of one round, and what counts is the median of the comparisons.
 */
final class Results {
    /** Rounds to figures by the names of {@link Figure}: what, a slash, and its subject. */
    private final Map<String, Map<String, Double>> rounds = new HashMap<>();

    /** Reads the figures of each directory in this one, which is a round. */
    static Results read(Path directory) throws IOException {
        Results results = new Results();
        try (Stream<Path> files = Files.walk(directory, 2)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String round = directory.relativize(file).getName(0).toString();
                Files.readAllLines(file).forEach(line -> results.add(round, line));
            }
        }
        return results;
    }

    private void add(String round, String line) {
        if (line.startsWith("RESULT\t")) {
            String[] cells = line.split("\t", -1);
            rounds.computeIfAbsent(round, ignored -> new HashMap<>())
                    .put(cells[1] + "/" + cells[2], Double.valueOf(cells[4]));
        }
    }

    int rounds() {
        return rounds.size();
    }

    Spread of(String key) {
        return compare(key, key, (figure, same) -> figure);
    }

    /** How much more the one is than the other. */
    Spread added(String key, String base) {
        return compare(key, base, (figure, other) -> figure - other);
    }

    /** How many times the other the one is. */
    Spread ratio(String key, String base) {
        return compare(key, base, (figure, other) -> figure / other);
    }

    /**
     * How many times what the other adds to the base the one adds; without the rounds in which neither adds anything that
     * could be seen, and infinitely often where only the one does.
     */
    Spread ratioOfAdded(String key, String other, String base) {
        List<Double> ratios = new ArrayList<>();
        for (Map<String, Double> round : rounds.values()) {
            Double with = round.get(key);
            Double less = round.get(other);
            Double without = round.get(base);
            if (with != null && less != null && without != null && (with > without || less > without)) {
                ratios.add(less > without ? (with - without) / (less - without) : Double.POSITIVE_INFINITY);
            }
        }
        return Spread.of(ratios);
    }

    private Spread compare(String key, String base, Comparison comparison) {
        List<Double> values = new ArrayList<>();
        for (Map<String, Double> round : rounds.values()) {
            Double figure = round.get(key);
            Double other = round.get(base);
            if (figure != null && other != null) {
                values.add(comparison.of(figure, other));
            }
        }
        return Spread.of(values);
    }

    private interface Comparison {
        double of(double figure, double other);
    }
}

package io.fraiseql.bench.run;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@code scripts/bench --columnar} measures.
 *
 * @param rounds more than one are warmed up by one more
 * @param heap of the server and the floor, as {@code -Xmx} takes it
 */
record ColumnarOptions(Path root, TestDatabase database, int rows, int rounds, String heap) {

    private static final List<TestDatabase> DATABASES =
            List.of(TestDatabase.POSTGRESQL, TestDatabase.SQLITE, TestDatabase.MARIADB, TestDatabase.MYSQL);
    private static final String KNOWN =
            DATABASES.stream().map(TestDatabase::dialect).collect(Collectors.joining("|"));
    private static final String USAGE = "usage: scripts/bench --columnar [--quick] [--database " + KNOWN
            + "] [--rows N] [--rounds N] [--heap SIZE]";

    private static final int ROWS = 1_000_000;
    private static final int MOST_ROWS = 10_000_000;
    private static final int QUICK_ROWS = 50_000;
    private static final int ROUNDS = 5;
    private static final int MOST_ROUNDS = 100;

    /** @throws IllegalArgumentException for an argument that is not known, with what there is */
    static ColumnarOptions parse(String[] arguments) {
        ColumnarOptions options = new ColumnarOptions(
                Path.of(arguments[0]).toAbsolutePath(), TestDatabase.POSTGRESQL, ROWS, ROUNDS, "512m");
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].equals("--quick")) {
                options = new ColumnarOptions(options.root, options.database, QUICK_ROWS, 1, options.heap);
            } else if (i + 1 < arguments.length) {
                options = options.with(arguments[i], arguments[++i]);
            } else {
                throw new IllegalArgumentException("unknown or without a value: " + arguments[i] + "; " + USAGE);
            }
        }
        return options;
    }

    private ColumnarOptions with(String name, String value) {
        return switch (name) {
            case "--database" -> new ColumnarOptions(root, named(value), rows, rounds, heap);
            case "--rows" -> new ColumnarOptions(root, database, number(name, value, MOST_ROWS), rounds, heap);
            case "--rounds" -> new ColumnarOptions(root, database, rows, number(name, value, MOST_ROUNDS), heap);
            case "--heap" -> new ColumnarOptions(root, database, rows, rounds, size(value));
            default -> throw new IllegalArgumentException("unknown: " + name + "; " + USAGE);
        };
    }

    private static TestDatabase named(String dialect) {
        TestDatabase database = DATABASES.stream()
                .filter(known -> known.dialect().equals(dialect))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no database " + dialect + "; there are " + KNOWN));
        if (!database.present()) {
            throw new IllegalArgumentException(dialect + " is not here; scripts/services brings it, or says why not");
        }
        return database;
    }

    private static int number(String name, String value, int most) {
        if (!value.matches("[1-9]\\d{0,8}") || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(name + " takes a number from 1 to " + most + ", not " + value);
        }
        return Integer.parseInt(value);
    }

    private static String size(String value) {
        if (!value.matches("[1-9]\\d*[kmg]")) {
            throw new IllegalArgumentException("--heap takes a size as 256m, not " + value);
        }
        return value;
    }
}

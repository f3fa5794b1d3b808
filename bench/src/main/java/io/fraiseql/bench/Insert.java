package io.fraiseql.bench;

import io.fraiseql.bench.data.BenchTables;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The writes that are measured, into a table of four columns and a key that the database gives. */
public enum Insert {
    ONE("CreateNote", "insert of one row", 1, List.of(1, 16)),
    MANY("CreateNotes", "insert of 10,000 rows in one mutation", 10_000, List.of(1));

    private final String operation;
    private final String title;
    private final int rows;
    private final List<Integer> connections;

    Insert(String operation, String title, int rows, List<Integer> connections) {
        this.operation = operation;
        this.title = title;
        this.rows = rows;
        this.connections = connections;
    }

    /** The operation's name, which is also the name of its file. */
    public String operation() {
        return operation;
    }

    /** What it writes, in words. */
    public String title() {
        return title;
    }

    /** How many rows a request writes. */
    public int rows() {
        return rows;
    }

    /** At how many connections it is measured. */
    public List<Integer> connections() {
        return connections;
    }

    /** Bodies of requests: {@code variables} holds {@code inputs}, a list, or {@code input}, one object. */
    public String[] bodies() {
        SplittableRandom random = new SplittableRandom(ordinal());
        String document = RequestBody.document("inserts/" + operation + ".graphql");
        String[] bodies = new String[this == ONE ? 1024 : 8];
        for (int i = 0; i < bodies.length; i++) {
            String inputs =
                    IntStream.range(0, rows).mapToObj(row -> input(random)).collect(Collectors.joining(","));
            String variables = this == ONE ? "\"input\":" + inputs : "\"inputs\":[" + inputs + "]";
            bodies[i] = RequestBody.of(operation, variables, document);
        }
        return bodies;
    }

    private static String input(SplittableRandom random) {
        return "{\"authorId\":%d,\"title\":\"title %d\",\"body\":\"%s\",\"score\":%d}"
                .formatted(
                        1 + random.nextInt(BenchTables.USERS),
                        random.nextInt(1000),
                        "some words ".repeat(1 + random.nextInt(8)),
                        random.nextInt(100));
    }
}

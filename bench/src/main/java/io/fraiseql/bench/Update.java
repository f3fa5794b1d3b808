package io.fraiseql.bench;

import java.util.SplittableRandom;

/** Updates of one row of the table of {@link Insert}, by its key. */
public final class Update {

    public static final String OPERATION = "UpdateNote";
    /** How many rows there are to be updated. */
    public static final int ROWS = 10_000;

    private static final int BODIES = 4096;

    private Update() {}

    /** What fills the table. */
    public static String rows() {
        return "INSERT INTO notes (author_id, title, body, score) SELECT n, 'title ' || n, repeat('some words ', 4), n % 100"
                + " FROM generate_series(1, " + ROWS + ") AS n";
    }

    /** Bodies of requests, each of which changes two columns of some row. */
    public static String[] bodies() {
        SplittableRandom random = new SplittableRandom(1);
        String document = RequestBody.document("inserts/" + OPERATION + ".graphql");
        String[] bodies = new String[BODIES];
        for (int i = 0; i < bodies.length; i++) {
            String variables = "\"id\":\"%d\",\"set\":{\"title\":\"title %d\",\"score\":%d}"
                    .formatted(1 + random.nextInt(ROWS), random.nextInt(1_000_000), random.nextInt(1_000_000));
            bodies[i] = RequestBody.of(OPERATION, variables, document);
        }
        return bodies;
    }
}

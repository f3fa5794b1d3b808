package io.fraiseql.bench.run;

import io.fraiseql.bench.Insert;
import io.fraiseql.bench.Shape;
import java.io.IOException;

/**
 * One operation to be measured, with the requests that all programs get.
 *
 * @param operation its name
 * @param title what it does, in words
 */
record Work(String operation, String title, String[] bodies) {

    private static final int BODIES = 4096;

    /** A read; the cursors in its requests are the server's. */
    static Work of(Shape shape, Program server) throws IOException, InterruptedException {
        String[] bodies = shape.bodies(BODIES, new Cursors(server).at(shape.places()));
        return new Work(shape.operation(), shape.title(), bodies);
    }

    /** A write. */
    static Work of(Insert insert) {
        return new Work(insert.operation(), insert.title(), insert.bodies());
    }
}

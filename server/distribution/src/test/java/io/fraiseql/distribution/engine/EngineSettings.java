package io.fraiseql.distribution.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.execute.MutationOptions;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.sql.Dialect;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * How a {@link TestingEngine} is made.
 *
 * @param deadline of each request
 * @param dialect what to put around the dialect
 * @param database what to put around the database
 * @param authored what an author changes in the schema that introspection wrote
 * @param caching of the results of every query; null for none
 * @param mutations bounds of the mutations of every table; null for a schema without
 * @param renames names by table or {@code table.column}, as {@code introspect --rename} takes them
 */
public record EngineSettings(
        int maxRows,
        int maxResponseBytes,
        Duration deadline,
        UnaryOperator<Dialect> dialect,
        UnaryOperator<Database> database,
        UnaryOperator<ObjectNode> authored,
        Map<String, String> renames,
        @Nullable Caching caching,
        @Nullable MutationOptions mutations) {

    /**
     * A result cache.
     *
     * @param seconds that each result lives
     * @param nanoClock by which it ages
     */
    public record Caching(int seconds, long maxBytes, LongSupplier nanoClock) {}

    /** Limits that let everything through, nothing put around. */
    public static EngineSettings open() {
        return new EngineSettings(
                1_000_000,
                256 << 20,
                Duration.ofSeconds(60),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                Map.of(),
                null,
                null);
    }

    /** With bounds of rows and bytes. */
    public EngineSettings bounded(int rows, int bytes) {
        return new EngineSettings(rows, bytes, deadline, dialect, database, authored, renames, caching, mutations);
    }

    /** With a deadline. */
    public EngineSettings within(Duration time) {
        return new EngineSettings(
                maxRows, maxResponseBytes, time, dialect, database, authored, renames, caching, mutations);
    }

    /** With another dialect in front of the real one. */
    public EngineSettings speaking(UnaryOperator<Dialect> wrapper) {
        return new EngineSettings(
                maxRows, maxResponseBytes, deadline, wrapper, database, authored, renames, caching, mutations);
    }

    /** With another database in front of the real one. */
    public EngineSettings reading(UnaryOperator<Database> wrapper) {
        return new EngineSettings(
                maxRows, maxResponseBytes, deadline, dialect, wrapper, authored, renames, caching, mutations);
    }

    /** With names of one's own. */
    public EngineSettings named(Map<String, String> names) {
        return new EngineSettings(
                maxRows, maxResponseBytes, deadline, dialect, database, authored, names, caching, mutations);
    }

    /** With a result cache. */
    public EngineSettings caching(Caching cache) {
        return new EngineSettings(
                maxRows, maxResponseBytes, deadline, dialect, database, authored, renames, cache, mutations);
    }

    /** With changes by an author. */
    public EngineSettings authored(UnaryOperator<ObjectNode> change) {
        return new EngineSettings(
                maxRows, maxResponseBytes, deadline, dialect, database, change, renames, caching, mutations);
    }

    /** With mutations for every table, and the outbox on. */
    public EngineSettings writing() {
        return writing(MutationOptions.DEFAULT);
    }

    /** With mutations for every table. */
    public EngineSettings writing(MutationOptions options) {
        return new EngineSettings(
                maxRows, maxResponseBytes, deadline, dialect, database, authored, renames, caching, options);
    }
}

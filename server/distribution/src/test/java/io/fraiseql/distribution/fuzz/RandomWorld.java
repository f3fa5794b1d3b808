package io.fraiseql.distribution.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.distribution.engine.Answer;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.distribution.oracle.Oracle;
import io.fraiseql.distribution.oracle.World;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The same random tables on SQLite, on PostgreSQL and in the oracle. */
public final class RandomWorld implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final List<TableDraft> tables;
    private final Path file;
    private final String databaseName;
    private final TestingEngine sqlite;
    private final TestingEngine postgres;
    private final World world;
    private final Oracle oracle;

    private RandomWorld(List<TableDraft> tables, TestPostgres server, EngineSettings settings) {
        this.tables = tables;
        this.file = emptyFile();
        this.databaseName = "random_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        this.sqlite = open(Target.sqlite(file).pooled(1), settings);
        this.postgres =
                open(Target.postgres(createDatabase(server, databaseName)).pooled(1), settings);
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        tables.forEach(table -> rows.put(table.name(), table.rows()));
        this.world = new World(sqlite.schema(), rows);
        new World(postgres.schema(), rows);
        this.oracle = new Oracle(world);
    }

    static RandomWorld draw(Dice dice, Names names, EngineSettings settings) {
        return of(new RandomTables(dice, names, 8).draw(), settings);
    }

    static RandomWorld of(List<TableDraft> tables, EngineSettings settings) {
        return new RandomWorld(tables, TestPostgres.shared(), settings);
    }

    /** With a PostgreSQL of one's own. */
    static RandomWorld draw(Dice dice, TestPostgres server) {
        return new RandomWorld(new RandomTables(dice, Names.PLAIN, 8).draw(), server, EngineSettings.open());
    }

    private TestingEngine open(Target target, EngineSettings settings) {
        target.run(new Script(target.isPostgres()).of(tables));
        return TestingEngine.open(target, settings);
    }

    private static Path emptyFile() {
        try {
            return Files.createTempFile("random", ".db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database whose lower case is Unicode's, like the other engines' here. */
    private static String createDatabase(TestPostgres server, String name) {
        TestPostgres.sql(
                server.adminUrl(),
                "CREATE DATABASE " + name
                        + " TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' ENCODING 'UTF8'");
        return server.adminUrl().replaceFirst("(://[^/]+/)[^?]*", "$1" + name);
    }

    /** What there is to ask for. */
    public World world() {
        return world;
    }

    /** The name of the database on PostgreSQL. */
    String databaseName() {
        return databaseName;
    }

    Oracle oracle() {
        return oracle;
    }

    TestingEngine sqlite() {
        return sqlite;
    }

    TestingEngine postgres() {
        return postgres;
    }

    /** Asks all three; the report of a difference, or null when they agree. */
    String difference(Operation operation) {
        String wanted = oracle.answer(operation.text(), operation.variables()).toString();
        Answer light = sqlite.ask(operation.text(), operation.variables());
        Answer heavy = postgres.ask(operation.text(), operation.variables());
        boolean equal =
                agrees(light, wanted) && agrees(heavy, wanted) && light.json().equals(heavy.json());
        return equal ? null : new Report(tables, operation, sqlite, postgres).of(wanted, light.json(), heavy.json());
    }

    private static boolean agrees(Answer answer, String wanted) {
        JsonNode tree = answer.tree();
        return !tree.has("errors") && tree.path("data").toString().equals(wanted);
    }

    @Override
    public void close() {
        sqlite.close();
        postgres.close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

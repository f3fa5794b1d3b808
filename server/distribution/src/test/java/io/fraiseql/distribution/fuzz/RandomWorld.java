package io.fraiseql.distribution.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.distribution.engine.Answer;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.distribution.oracle.Oracle;
import io.fraiseql.distribution.oracle.Scalar;
import io.fraiseql.distribution.oracle.World;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The same random tables on every database that is here and in the oracle. */
public final class RandomWorld implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final List<TableDraft> tables;
    private final boolean documents;
    private final Path folder;
    private final Map<TestDatabase, TestingEngine> engines = new EnumMap<>(TestDatabase.class);
    private final World world;
    private final Oracle oracle;

    private RandomWorld(List<TableDraft> tables, Map<TestDatabase, String> urls, EngineSettings settings) {
        this(tables, false, EnumSet.allOf(TestDatabase.class), urls, settings.authored(Script::instants));
    }

    private RandomWorld(
            List<TableDraft> tables,
            boolean documents,
            Set<TestDatabase> on,
            Map<TestDatabase, String> urls,
            EngineSettings settings) {
        this.tables = tables;
        this.documents = documents;
        this.folder = folder();
        for (TestDatabase database : on) {
            if (database.present()) {
                String url = urls.containsKey(database) ? urls.get(database) : create(database);
                engines.put(database, open(Target.at(url).pooled(1), settings));
            }
        }
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        tables.forEach(table -> rows.put(table.name(), table.rows()));
        this.world = new World(engines.get(TestDatabase.SQLITE).schema(), rows);
        engines.values().forEach(engine -> new World(engine.schema(), rows));
        this.oracle = new Oracle(world);
    }

    static RandomWorld draw(Dice dice, Names names, EngineSettings settings) {
        return of(new RandomTables(dice, names, 8).draw(), settings);
    }

    static RandomWorld of(List<TableDraft> tables, EngineSettings settings) {
        return new RandomWorld(tables, Map.of(), settings);
    }

    /** With the types that an author adds. */
    static RandomWorld drawAuthored(Dice dice, Names names, EngineSettings settings) {
        List<TableDraft> tables = new RandomTables(dice, names, 8, List.of(Scalar.values())).draw();
        return new RandomWorld(
                tables,
                false,
                EnumSet.allOf(TestDatabase.class),
                Map.of(),
                settings.authored(schema -> AuthoredTypes.apply(Script.instants(schema), tables)));
    }

    /** With the values of every table in JSON documents. */
    static RandomWorld drawDocuments(Dice dice, Names names, EngineSettings settings) {
        List<TableDraft> tables = new RandomTables(dice, names, 8).draw();
        return new RandomWorld(
                tables,
                true,
                EnumSet.allOf(TestDatabase.class),
                Map.of(),
                settings.authored(schema -> DocumentTypes.apply(schema, tables)));
    }

    /** With one of the databases at a place of one's own. */
    static RandomWorld draw(Dice dice, TestDatabase database, String url) {
        return new RandomWorld(
                new RandomTables(dice, Names.PLAIN, 8).draw(), Map.of(database, url), EngineSettings.open());
    }

    private TestingEngine open(Target target, EngineSettings settings) {
        target.run(script(target.database()));
        return TestingEngine.open(target, settings);
    }

    private List<String> script(TestDatabase database) {
        return new Script(database, documents).of(tables);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("random");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String create(TestDatabase database) {
        return database == TestDatabase.POSTGRESQL
                ? createUnicode(
                        TestPostgres.shared(),
                        "random_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet())
                : database.create(folder);
    }

    /** A PostgreSQL database whose lower case is Unicode's, like the other engines' here. */
    static String createUnicode(TestPostgres server, String name) {
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

    Oracle oracle() {
        return oracle;
    }

    TestingEngine engine(TestDatabase database) {
        return engines.get(database);
    }

    Collection<TestingEngine> engines() {
        return engines.values();
    }

    /** Asks all of them; the report of a difference, or null when they agree. */
    String difference(Operation operation) {
        String wanted = oracle.answer(operation.text(), operation.variables()).toString();
        Map<TestDatabase, String> answers = new EnumMap<>(TestDatabase.class);
        List<Boolean> right = new ArrayList<>();
        engines.forEach((database, engine) -> {
            Answer answer = engine.ask(operation.text(), operation.variables());
            answers.put(database, answer.json());
            right.add(agrees(answer, wanted));
        });
        boolean equal =
                !right.contains(false) && answers.values().stream().distinct().count() == 1;
        return equal ? null : new Report(script(TestDatabase.POSTGRESQL), operation, engines).of(wanted, answers);
    }

    private static boolean agrees(Answer answer, String wanted) {
        JsonNode tree = answer.tree();
        return !tree.has("errors") && tree.path("data").toString().equals(wanted);
    }

    @Override
    public void close() {
        engines.values().forEach(TestingEngine::close);
        try (var files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

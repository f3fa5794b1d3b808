package io.fraiseql.distribution.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.compile.CompiledSchemaReader;
import io.fraiseql.core.compile.CompiledSchemaWriter;
import io.fraiseql.core.compile.StatementCompiler;
import io.fraiseql.core.execute.CacheOptions;
import io.fraiseql.core.execute.DocumentOptions;
import io.fraiseql.core.execute.EngineOptions;
import io.fraiseql.core.execute.EngineState;
import io.fraiseql.core.execute.EngineStatistics;
import io.fraiseql.core.execute.MutationOptions;
import io.fraiseql.core.execute.QueryEngine;
import io.fraiseql.core.execute.SourceStamps;
import io.fraiseql.core.introspect.IntrospectOptions;
import io.fraiseql.core.introspect.SchemaGenerator;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.plan.OperationPlan;
import io.fraiseql.core.plan.OperationPlanner;
import io.fraiseql.core.plan.PlanOptions;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.request.Outcome;
import io.fraiseql.core.request.StreamFormat;
import io.fraiseql.core.request.UploadEngine;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.core.surface.ParsedOperation;
import io.fraiseql.core.surface.Surface;
import io.fraiseql.core.surface.SurfaceLimits;
import io.fraiseql.server.system.SystemTables;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.sql.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The engine on a real database, from introspection through the compiled file to answers, as the server puts it together. */
public final class TestingEngine implements AutoCloseable {

    private static final Path MIGRATIONS = Path.of("..", "..", "migrations");
    private static final int PAGE_SIZE = 1000;
    private static final SurfaceLimits LIMITS = new SurfaceLimits(30, 100_000_000, 1000, 100, PAGE_SIZE, 200_000, true);

    private final EngineSettings settings;
    private final Database database;
    private final QueryEngine engine;
    private final Surface surface;
    private final OperationPlanner planner;
    private final JsonNode schema;

    private TestingEngine(Target target, EngineSettings settings) {
        ScalarCatalog scalars = new ScalarCatalog();
        Dialect plain = Target.dialect(target.database());
        this.settings = settings;
        this.database = settings.database().apply(target.open());
        boolean writes = settings.mutations() != null;
        if (writes) {
            new SystemTables(database.systemDataSource(), MIGRATIONS).migrate();
        }
        var options = new IntrospectOptions(List.of(), List.of(), settings.renames(), writes);
        var generated = new SchemaGenerator(scalars.types()).generate(database.introspect(List.of()), options);
        this.schema = settings.authored().apply(generated.schema().deepCopy());
        EngineSettings.Caching caching = settings.caching();
        if (caching != null) {
            schema.path("queries").forEach(query -> ((ObjectNode) query).put("cache_ttl_seconds", caching.seconds()));
        }
        Model authored = new SchemaLoader(scalars.types())
                .load(schema.toString(), List.of(plain.name()))
                .orThrow();
        Model model = compiled(authored, plain, scalars);
        Dialect dialect = settings.dialect().apply(plain);
        this.surface = new Surface(model, dialect, scalars::codec, LIMITS);
        this.planner = new OperationPlanner(
                model, dialect, new PlanOptions(PAGE_SIZE, true), surface.schema(), surface::coerceLiteral);
        this.engine = new QueryEngine(
                surface,
                planner,
                database,
                new EngineOptions(settings.maxRows(), settings.maxResponseBytes(), 1000),
                settings.mutations() == null ? MutationOptions.DEFAULT : settings.mutations(),
                DocumentOptions.TEXT,
                caching == null ? null : new CacheOptions(caching.maxBytes(), caching.nanoClock()),
                new EngineState());
    }

    private static Model compiled(Model authored, Dialect dialect, ScalarCatalog scalars) {
        var statements = new StatementCompiler(authored, dialect, scalars::codec).compile(Map.of());
        String file = new CompiledSchemaWriter().write("test", authored, Map.of(dialect.name(), statements));
        return new CompiledSchemaReader(scalars.types()).read(file).model();
    }

    /** Introspects, compiles and opens. */
    public static TestingEngine open(Target target, EngineSettings settings) {
        return new TestingEngine(target, settings);
    }

    /** The authored schema as introspection wrote it. */
    public JsonNode schema() {
        return schema;
    }

    /** What the engine has done. */
    public EngineStatistics statistics() {
        return engine.statistics();
    }

    /** The open database, wrapped as the settings say. */
    public Database database() {
        return database;
    }

    /** Answers a request. */
    public Answer ask(String document, Map<String, Object> variables) {
        return ask(document, variables, settings.deadline());
    }

    /** Answers a request within a time of its own. */
    public Answer ask(String document, Map<String, Object> variables, Duration time) {
        return ask(document, variables, time, Identity.ANONYMOUS);
    }

    /** Answers a request of somebody within the time of the settings. */
    public Answer ask(String document, Identity identity) {
        return ask(document, Map.of(), settings.deadline(), identity);
    }

    /** Writes batches. */
    public UploadEngine uploads() {
        return engine.uploads();
    }

    /** How many bytes the cached results take. */
    public long cachedBytes() {
        return engine.cachedBytes();
    }

    /** To be told of writes. */
    public SourceStamps stamps() {
        return engine.stamps();
    }

    private Answer ask(String document, Map<String, Object> variables, Duration time, Identity identity) {
        Utf8Buffer out = new Utf8Buffer(1024);
        long deadline = System.nanoTime() + time.toNanos();
        Outcome outcome = engine.execute(
                GraphQLRequest.of(document, null, variables), new RequestContext("test", identity, deadline), out);
        return new Answer(outcome, new String(out.array(), 0, out.length(), StandardCharsets.UTF_8));
    }

    /** Opens a stream; an operation that is refused gives the errors as its only part. */
    public StreamedRows stream(String document, Map<String, Object> variables, StreamFormat format) {
        Utf8Buffer out = new Utf8Buffer(1024);
        long deadline = System.nanoTime() + settings.deadline().toNanos();
        GraphQLEngine.Opened opened = engine.stream(
                GraphQLRequest.of(document, null, variables),
                format,
                new RequestContext("test", Identity.ANONYMOUS, deadline),
                out);
        return new StreamedRows(opened.stream(), out);
    }

    /** Compiles an operation without running it. */
    public Planned plan(String document, Map<String, Object> variables) {
        ParsedOperation parsed = surface.parse(document, null);
        Map<String, Object> values = surface.coerceVariables(parsed, variables);
        return new Planned(planner.plan(parsed, values, Map.of()), values);
    }

    /** The SQL of an operation with one root field. */
    String statement(String document) {
        return ((RootPlan.Rows) plan(document, Map.of()).plan().roots().get(0))
                .statement()
                .sql();
    }

    /**
     * A compiled operation.
     *
     * @param variables coerced
     */
    public record Planned(OperationPlan plan, Map<String, Object> variables) {}

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}

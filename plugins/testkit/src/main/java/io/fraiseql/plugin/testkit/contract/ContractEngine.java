package io.fraiseql.plugin.testkit.contract;

import io.fraiseql.core.compile.CaptureScript;
import io.fraiseql.core.compile.CompiledSchemaReader;
import io.fraiseql.core.compile.CompiledSchemaWriter;
import io.fraiseql.core.compile.StatementCompiler;
import io.fraiseql.core.execute.DocumentOptions;
import io.fraiseql.core.execute.EngineOptions;
import io.fraiseql.core.execute.EngineState;
import io.fraiseql.core.execute.MutationOptions;
import io.fraiseql.core.execute.QueryEngine;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.plan.OperationPlanner;
import io.fraiseql.core.plan.PlanOptions;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.core.surface.Surface;
import io.fraiseql.core.surface.SurfaceLimits;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.Dialect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The engine as the server has it: the schema compiled, written, read back, and answered from. Texts are ordered by code point. */
final class ContractEngine implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int PAGE_SIZE = 1000;
    private static final SurfaceLimits LIMITS = new SurfaceLimits(15, 1_000_000, 50, 20, PAGE_SIZE, 20_000, true);
    private static final EngineOptions OPTIONS = new EngineOptions(100_000, 64 << 20, 1000);

    private final QueryEngine engine;
    private final List<String> triggers;

    /**
     * Compiles.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException if the dialect lacks something that the schema needs
     */
    ContractEngine(String schema, Dialect dialect, Database database) {
        ScalarCatalog scalars = new ScalarCatalog();
        Model authored = new SchemaLoader(scalars.types())
                .load(schema, List.of(dialect.name()))
                .orThrow();
        var statements = new StatementCompiler(authored, dialect, scalars::codec).compile(Map.of());
        String file = new CompiledSchemaWriter().write("contract", authored, Map.of(dialect.name(), statements));
        Model model = new CompiledSchemaReader(scalars.types()).read(file).model();
        Surface surface = new Surface(model, dialect, scalars::codec, LIMITS);
        var planner = new OperationPlanner(
                model, dialect, new PlanOptions(PAGE_SIZE, true), surface.schema(), surface::coerceLiteral);
        boolean captures = dialect.capabilities().contains(Capability.CAPTURE);
        this.triggers = captures ? new CaptureScript(model, dialect).statements() : List.of();
        this.engine = new QueryEngine(
                surface,
                planner,
                database,
                OPTIONS,
                new MutationOptions(OPTIONS.maxRows(), false),
                DocumentOptions.TEXT,
                null,
                new EngineState());
    }

    /** The statements that make the triggers of the schema, and take others away. */
    List<String> triggers() {
        return triggers;
    }

    /** The bytes of the answer to a request, as text. */
    String ask(ContractCase.Step step) {
        Utf8Buffer out = new Utf8Buffer(1024);
        engine.execute(
                GraphQLRequest.of(step.document(), step.operationName(), step.variables()),
                new RequestContext("contract", Identity.ANONYMOUS, System.nanoTime() + DEADLINE.toNanos()),
                out);
        return new String(out.array(), 0, out.length(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        engine.close();
    }
}

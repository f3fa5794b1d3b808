package io.fraiseql.bench.micro;

import io.fraiseql.bench.Shape;
import io.fraiseql.core.execute.EngineOptions;
import io.fraiseql.core.execute.QueryEngine;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.plan.OperationPlanner;
import io.fraiseql.core.plan.PlanOptions;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.request.RequestReader;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.core.surface.Surface;
import io.fraiseql.core.surface.SurfaceLimits;
import io.fraiseql.plugin.postgresql.PostgresDialect;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.RequestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The engine without a database, from the bytes of a request to the bytes of its answer, the plan in the cache. No rows shows what every request pays;
 * a thousand rows of twelve columns show the writing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {

    private static final SurfaceLimits LIMITS = new SurfaceLimits(15, 10_000_000, 100, 20, 1000, 50_000, true);
    private static final EngineOptions OPTIONS = new EngineOptions(100_000, 64 << 20, 1000);
    private static final RequestContext CONTEXT =
            new RequestContext("benchmark", Identity.ANONYMOUS, System.nanoTime() + TimeUnit.DAYS.toNanos(1));

    /** Rows of the answer. */
    @Param({"0", "1", "1000"})
    public int rows;

    private final RequestReader reader = new RequestReader();
    private final byte[] body = Shape.WIDE_ROWS.bodies(1)[0].getBytes(StandardCharsets.UTF_8);
    private final Utf8Buffer out = new Utf8Buffer(1 << 20);
    private QueryEngine engine = engine(new MemoryDatabase(0));

    /** Makes the engine that answers with so many rows. */
    @Setup
    public void prepare() {
        engine = engine(new MemoryDatabase(rows));
        out.clear();
        if (engine.execute(request(), CONTEXT, out).error() != null) {
            throw new IllegalStateException(new String(out.array(), 0, out.length(), StandardCharsets.UTF_8));
        }
    }

    /** Reads the request, finds the plan, writes the rows. */
    @Benchmark
    public int answer() {
        out.clear();
        engine.execute(request(), CONTEXT, out);
        return out.length();
    }

    private GraphQLRequest request() {
        return reader.read(body, 0, body.length);
    }

    private static QueryEngine engine(MemoryDatabase database) {
        ScalarCatalog scalars = new ScalarCatalog();
        PostgresDialect dialect = new PostgresDialect();
        Model model = new SchemaLoader(scalars.types())
                .load(schema(), List.of(dialect.name()))
                .orThrow();
        Surface surface = new Surface(model, dialect, scalars::codec, LIMITS);
        PlanOptions options = new PlanOptions(1000, false);
        OperationPlanner planner =
                new OperationPlanner(model, dialect, options, surface.schema(), surface::coerceLiteral);
        return new QueryEngine(surface, planner, database, OPTIONS);
    }

    private static String schema() {
        try (var in = Objects.requireNonNull(EngineBenchmark.class.getResourceAsStream("schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

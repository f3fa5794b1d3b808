package io.fraiseql.server.engine;

import io.fraiseql.core.compile.CaptureScript;
import io.fraiseql.core.compile.CompiledSchema;
import io.fraiseql.core.compile.CompiledSchemaReader;
import io.fraiseql.core.compile.StatementCompiler;
import io.fraiseql.core.compile.TargetStatements;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.execute.CacheOptions;
import io.fraiseql.core.execute.DocumentOptions;
import io.fraiseql.core.execute.EngineOptions;
import io.fraiseql.core.execute.EngineState;
import io.fraiseql.core.execute.MutationOptions;
import io.fraiseql.core.execute.QueryEngine;
import io.fraiseql.core.execute.TrustedDocument;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Writing;
import io.fraiseql.core.plan.OperationPlanner;
import io.fraiseql.core.plan.PlanOptions;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.surface.Surface;
import io.fraiseql.core.surface.SurfaceLimits;
import io.fraiseql.server.config.GraphqlConfig;
import io.fraiseql.server.config.PersistedQueriesConfig;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine of a compiled schema on an open database. Made on the boot thread.
 *
 * @param surface what clients see
 * @param model the schema
 * @param triggers what there must be of capture triggers; null where the database has none
 */
public record ServedEngine(
        QueryEngine engine,
        Surface surface,
        Model model,
        @Nullable CaptureScript triggers) {

    private static final int MAX_TOKENS = 50_000;

    /**
     * Reads the compiled schema and makes its engine.
     *
     * @param introspection whether clients may read the schema
     * @param mutations the bounds of mutations
     * @param state of the engine that this one replaces, or a new one
     * @throws FraiseqlException {@code INVALID_SCHEMA} when the file cannot be served on this database
     */
    public static ServedEngine open(
            Path file,
            Dialect dialect,
            Database database,
            GraphqlConfig config,
            boolean introspection,
            MutationOptions mutations,
            EngineState state) {
        ScalarCatalog scalars = new ScalarCatalog();
        CompiledSchema compiled = read(file, scalars);
        TargetStatements statements = compiled.statements().get(dialect.name());
        if (statements == null) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_SCHEMA,
                    file + " is compiled for " + compiled.model().targets() + ", and the database is " + dialect.name()
                            + "; compile it with --target " + dialect.name());
        }
        SurfaceLimits limits = new SurfaceLimits(
                config.maxDepth(),
                config.maxComplexity(),
                config.maxAliases(),
                config.maxRootFields(),
                config.maxPageSize(),
                MAX_TOKENS,
                introspection);
        Surface surface = new Surface(compiled.model(), dialect, scalars::codec, limits);
        StatementCompiler compiler = new StatementCompiler(compiled.model(), dialect, surface);
        verify(statements, compiler);
        PlanOptions options =
                new PlanOptions(config.maxPageSize(), config.textOrder() == GraphqlConfig.TextOrder.CODEPOINT);
        OperationPlanner planner =
                new OperationPlanner(compiled.model(), dialect, options, surface.schema(), surface::coerceLiteral);
        EngineOptions bounds =
                new EngineOptions(config.maxRows(), config.maxResponseBytes().toInt(), config.planCacheSize());
        DocumentOptions documents = documents(config, statements, compiler);
        CacheOptions caching = config.cache().enabled()
                ? new CacheOptions(config.cache().maxBytes().bytes(), System::nanoTime)
                : null;
        return new ServedEngine(
                new QueryEngine(surface, planner, database, bounds, mutations, documents, caching, state),
                surface,
                compiled.model(),
                dialect.capture() == null ? null : new CaptureScript(compiled.model(), dialect));
    }

    /** Whether what is written by a schema has events, as far as the configuration lets it. */
    public static boolean notesEvents(Model model) {
        return !model.mutations().isEmpty()
                || model.types().values().stream()
                        .anyMatch(type -> type.writing().capture() == Writing.Capture.TRIGGER);
    }

    /** Whether the schema has mutations. */
    public boolean mutates() {
        return !model.mutations().isEmpty();
    }

    /** Whether the schema has queries whose results may be kept. */
    public boolean caches() {
        return model.queries().values().stream().anyMatch(query -> query.cacheSeconds() > 0);
    }

    /**
     * The schema in a compiled file.
     *
     * @throws FraiseqlException {@code INVALID_SCHEMA} when it cannot be read
     */
    public static Model model(Path file) {
        return read(file, new ScalarCatalog()).model();
    }

    private static CompiledSchema read(Path file, ScalarCatalog scalars) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_SCHEMA,
                    "cannot read " + file + " (schema.path); write it with 'compile schema.json -o " + file + "'",
                    e);
        }
        return new CompiledSchemaReader(scalars.types()).read(text);
    }

    /** The frozen statements are what this version would send; anything else was compiled by another version. */
    private static void verify(TargetStatements statements, StatementCompiler compiler) {
        statements.operations().values().forEach(operation -> {
            if (!compiler.operation(operation.document()).equals(operation)) {
                throw new FraiseqlException(
                        CoreErrorCode.INVALID_SCHEMA,
                        "the SQL of operation " + operation.name()
                                + " in the compiled schema is not what this version and"
                                + " its plugins would send; run 'compile' again");
            }
        });
    }

    private static DocumentOptions documents(
            GraphqlConfig config, TargetStatements statements, StatementCompiler compiler) {
        List<TrustedDocument> trusted = new ArrayList<>();
        if (config.trustedDocuments() != GraphqlConfig.TrustedDocuments.OFF) {
            statements.operations().forEach((id, operation) -> {
                String name = operation.name() == null ? id : operation.name();
                trusted.add(
                        new TrustedDocument(name, id, operation.document(), compiler.samples(operation.document())));
            });
        }
        PersistedQueriesConfig persisted = config.persistedQueries();
        return new DocumentOptions(
                trusted,
                !config.anyDocument(),
                persisted.enabled()
                        ? new DocumentOptions.Persisted(
                                persisted.maxEntries(), persisted.maxBytes().bytes())
                        : null);
    }
}

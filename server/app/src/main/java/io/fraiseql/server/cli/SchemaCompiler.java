package io.fraiseql.server.cli;

import io.fraiseql.core.compile.CompiledSchemaWriter;
import io.fraiseql.core.compile.StatementCompiler;
import io.fraiseql.core.compile.TargetStatements;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.Problem;
import io.fraiseql.server.observer.ActionKinds;
import io.fraiseql.server.plugin.DatabaseOffer;
import io.fraiseql.spi.Nullable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the compiled schema of an authored one and of a folder of documents. */
public record SchemaCompiler(String product, ScalarCatalog scalars) {

    /**
     * A compiled schema.
     *
     * @param operations how many documents were compiled with it
     * @param text of the compiled file
     */
    public record Compiled(Model model, int operations, String text) {}

    /**
     * @param operations a folder of {@code .graphql} files, or null for no documents
     * @param actions what observers can name
     * @throws io.fraiseql.spi.error.FraiseqlException {@code INVALID_SCHEMA} with every problem
     */
    public Compiled compile(Path schema, @Nullable Path operations, List<DatabaseOffer> targets, ActionKinds actions) {
        SchemaFiles files = new SchemaFiles(scalars);
        Model model =
                files.model(schema, targets.stream().map(DatabaseOffer::name).toList());
        List<Problem> problems = actions.problems(model);
        if (!problems.isEmpty()) {
            throw SchemaFiles.refusal(schema, problems);
        }
        Map<String, String> documents = operations == null ? Map.of() : files.operations(operations);
        Map<String, TargetStatements> statements = new LinkedHashMap<>();
        for (DatabaseOffer target : targets) {
            StatementCompiler compiler = new StatementCompiler(model, target.dialect(), scalars::codec);
            statements.put(target.name(), compiler.compile(documents));
        }
        return new Compiled(model, documents.size(), new CompiledSchemaWriter().write(product, model, statements));
    }
}

package io.fraiseql.core.compile;

import graphql.schema.GraphQLObjectType;
import io.fraiseql.core.compile.TargetStatements.Field;
import io.fraiseql.core.compile.TargetStatements.Operation;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Sha256;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.QueryFields;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.plan.OperationPlan;
import io.fraiseql.core.plan.OperationPlanner;
import io.fraiseql.core.plan.PlanOptions;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.scalar.ScalarCodec;
import io.fraiseql.core.surface.ParsedOperation;
import io.fraiseql.core.surface.Surface;
import io.fraiseql.core.surface.SurfaceLimits;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compiles the statements of one schema for one dialect ahead of time. Thread-safe. */
public final class StatementCompiler {

    private static final int MAX_PAGE_SIZE = 1000;
    private static final SurfaceLimits NO_LIMITS =
            new SurfaceLimits(100, Integer.MAX_VALUE, 10_000, 1_000, MAX_PAGE_SIZE, 1_000_000, true);

    private final Model model;
    private final Surface surface;
    private final OperationPlanner planner;
    private final SampleVariables samples;
    private final RootDocument rootDocument;

    public StatementCompiler(Model model, Dialect dialect, Function<String, @Nullable ScalarCodec> codecs) {
        this(model, dialect, new Surface(model, dialect, codecs, NO_LIMITS));
    }

    /** For a surface that is there already, without its limits. */
    public StatementCompiler(Model model, Dialect dialect, Surface surface) {
        this.model = model;
        this.surface = surface.withLimits(NO_LIMITS);
        this.planner = new OperationPlanner(
                model,
                dialect,
                new PlanOptions(MAX_PAGE_SIZE, false),
                this.surface.schema(),
                this.surface::coerceLiteral);
        this.samples = new SampleVariables(surface.schema());
        this.rootDocument = new RootDocument(model, surface.schema());
    }

    /**
     * The statement of every query with all its scalar fields, and of the declared operations.
     *
     * @param documents the declared documents by file name
     * @throws FraiseqlException {@link CoreErrorCode#INVALID_SCHEMA} naming every document that cannot be compiled and why
     */
    public TargetStatements compile(Map<String, String> documents) {
        Map<String, String> roots = new LinkedHashMap<>();
        GraphQLObjectType queryType = surface.schema().getQueryType();
        QueryFields.of(model).values().forEach(field -> {
            if (field.query() != null && queryType.getFieldDefinition(field.name()) != null) {
                roots.put(field.name(), root(field, field.query()));
            }
        });
        Map<String, Operation> operations = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        documents.forEach((file, document) -> {
            try {
                operations.put(Sha256.of(document), operation(document));
            } catch (FraiseqlException e) {
                problems.add(file + ": " + e.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new FraiseqlException(CoreErrorCode.INVALID_SCHEMA, String.join("\n", problems));
        }
        return new TargetStatements(roots, operations);
    }

    /**
     * Compiles one document that has one operation.
     *
     * @throws io.fraiseql.core.surface.GraphQLRequestException if it is not valid
     */
    public Operation operation(String document) {
        ParsedOperation parsed = surface.parse(document, null);
        Map<String, Object> variables = samples.of(parsed.operation());
        return new Operation(parsed.operation().getName(), document, fields(plan(parsed, variables)));
    }

    /**
     * The variables of the shape that {@link #operation} compiles a document for.
     *
     * @return typed values, as coerced ones are
     */
    public Map<String, Object> samples(String document) {
        return samples.of(surface.parse(document, null).operation());
    }

    /**
     * Compiles a document for the shape of given variables.
     *
     * @param operationName null when the document has one operation
     * @param variables raw JSON values
     */
    public OperationPlan plan(String document, @Nullable String operationName, Map<String, Object> variables) {
        ParsedOperation parsed = surface.parse(document, operationName);
        return plan(parsed, surface.coerceVariables(parsed, variables));
    }

    private OperationPlan plan(ParsedOperation parsed, Map<String, Object> variables) {
        return planner.plan(parsed, variables, surface.introspect(parsed, variables));
    }

    private static List<Field> fields(OperationPlan plan) {
        List<Field> fields = new ArrayList<>();
        for (RootPlan root : plan.roots()) {
            String sql = PlanSql.of(root);
            if (sql != null) {
                fields.add(new Field(root.key(), sql));
            }
        }
        return fields;
    }

    private String root(QueryFields.QueryField field, RootField query) {
        ParsedOperation parsed = surface.valid(rootDocument.of(field.name(), field.kind(), query));
        return fields(plan(parsed, samples.of(parsed.operation()))).get(0).sql();
    }
}

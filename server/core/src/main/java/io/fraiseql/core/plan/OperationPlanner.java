package io.fraiseql.core.plan;

import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.QueryFields;
import io.fraiseql.core.model.QueryFields.QueryField;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.surface.ParsedOperation;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles operations of one schema for one dialect. Thread-safe. */
public final class OperationPlanner {

    private final Model model;
    private final Dialect dialect;
    private final PlanOptions options;
    private final GraphQLSchema schema;
    private final Map<String, QueryField> fields;
    private final LiteralCoercion literals;

    public OperationPlanner(
            Model model, Dialect dialect, PlanOptions options, GraphQLSchema schema, LiteralCoercion literals) {
        this.model = model;
        this.dialect = dialect;
        this.options = options;
        this.schema = schema;
        this.fields = QueryFields.of(model);
        this.literals = literals;
    }

    /**
     * Compiles a validated operation.
     *
     * @param variables the coerced variables; only their shape goes into the plan
     * @param introspection the answers of the {@code __schema} and {@code __type} fields by response key
     * @throws io.fraiseql.spi.error.FraiseqlException if an argument cannot be served
     */
    public OperationPlan plan(
            ParsedOperation operation, Map<String, Object> variables, Map<String, byte[]> introspection) {
        ArgumentReader reader = new ArgumentReader(literals, variables);
        FieldCollector collector = new FieldCollector(model, operation.fragments(), variables);
        FieldArguments arguments = new FieldArguments(schema, reader);
        OperationDefinition definition = operation.operation();
        List<RootPlan> roots = new ArrayList<>();
        for (SelectedField selected :
                collector.collect(schema.getQueryType().getName(), List.of(definition.getSelectionSet()))) {
            roots.add(
                    selected.name().startsWith("__")
                            ? fixed(selected, introspection)
                            : rows(selected, collector, arguments, reader));
        }
        boolean consistent = !definition.getDirectives("consistent").isEmpty();
        return new OperationPlan(roots, consistent);
    }

    private RootPlan fixed(SelectedField selected, Map<String, byte[]> introspection) {
        if (selected.name().equals("__typename")) {
            String typeName = "\"" + schema.getQueryType().getName() + "\"";
            return new RootPlan.Fixed(
                    selected.key(), RootPlan.label(selected.key()), typeName.getBytes(StandardCharsets.UTF_8));
        }
        byte[] json = introspection.get(selected.key());
        if (json == null) {
            throw new IllegalStateException("no introspection answer for " + selected.key());
        }
        return new RootPlan.Fixed(selected.key(), RootPlan.label(selected.key()), json);
    }

    private RootPlan rows(
            SelectedField selected, FieldCollector collector, FieldArguments arguments, ArgumentReader reader) {
        QueryField field = fields.get(selected.name());
        if (field == null) {
            throw new IllegalStateException("no query " + selected.name());
        }
        PlanContext context = new PlanContext(model, dialect, options, reader);
        SelectionPlanner selections = new SelectionPlanner(context, collector, arguments);
        Map<String, Argument> given = arguments.all(schema.getQueryType().getName(), selected.first());
        RootField query = field.query();
        if (query == null) {
            return node(field, given, selected, context, selections);
        }
        RootPlanner planner = new RootPlanner(context, selections);
        switch (field.kind()) {
            case CONNECTION -> planner.connection(query, given, selected);
            case AGGREGATE -> planner.aggregate(query, given, selected);
            default -> planner.rows(query, given, selected);
        }
        return new RootAssembly(context, selections.levels())
                .rows(selected.key(), query.type().nullable() && field.kind() != QueryFields.Kind.AGGREGATE);
    }

    private static RootPlan node(
            QueryField field,
            Map<String, Argument> given,
            SelectedField selected,
            PlanContext context,
            SelectionPlanner selections) {
        NodePlanner planner = new NodePlanner(context, selections);
        boolean one = field.kind() == QueryFields.Kind.NODE;
        boolean planned = given.get(one ? "id" : "ids") instanceof Argument.Leaf leaf
                && (one ? planner.one(leaf, selected) : planner.several(leaf, selected));
        return planned
                ? new RootAssembly(context, selections.levels()).rows(selected.key(), one)
                : new RootPlan.Fixed(
                        selected.key(), RootPlan.label(selected.key()), RootPlan.utf8(one ? "null" : "[]"));
    }

    /** What of a variable that holds global ids a plan depends on. */
    public static String nodeShape(@Nullable Object value) {
        return NodePlanner.shape(value);
    }
}

package io.fraiseql.core.plan;

import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.CsvColumn;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.QueryFields;
import io.fraiseql.core.model.QueryFields.QueryField;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.surface.ListDocuments;
import io.fraiseql.core.surface.ParsedOperation;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
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
    private final MutationPlanner mutations;
    private final EventTable events;
    private final Captures captures;

    public OperationPlanner(
            Model model, Dialect dialect, PlanOptions options, GraphQLSchema schema, LiteralCoercion literals) {
        this.model = model;
        this.dialect = dialect;
        this.options = options;
        this.schema = schema;
        this.fields = QueryFields.of(model);
        this.literals = literals;
        this.events = new EventTable(dialect);
        this.captures = new Captures(model, dialect);
        this.mutations = new MutationPlanner(model, dialect, options);
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
        if (definition.getOperation() == OperationDefinition.Operation.SUBSCRIPTION) {
            roots(operation, collector).forEach(subscriptions(collector)::check);
            return new OperationPlan(List.of(), false, false);
        }
        boolean writes = definition.getOperation() == OperationDefinition.Operation.MUTATION;
        String rootType = writes ? SurfaceNames.MUTATION : schema.getQueryType().getName();
        List<RootPlan> roots = new ArrayList<>();
        for (SelectedField selected : roots(operation, collector)) {
            if (selected.name().startsWith("__")) {
                roots.add(fixed(selected, rootType, introspection));
            } else if (writes) {
                roots.add(mutations.plan(selected, reader, collector, arguments));
            } else {
                roots.add(rows(selected, collector, arguments, reader));
            }
        }
        boolean consistent = !definition.getDirectives("consistent").isEmpty();
        boolean oneTransaction = !definition.getDirectives("transaction").isEmpty();
        return new OperationPlan(roots, consistent, oneTransaction);
    }

    /**
     * Plans a validated subscription.
     *
     * @param variables the coerced variables
     * @throws io.fraiseql.spi.error.FraiseqlException if it asks for what events do not have
     */
    public SubscriptionPlan subscription(ParsedOperation operation, Map<String, Object> variables) {
        FieldCollector collector = new FieldCollector(model, operation.fragments(), variables);
        List<SelectedField> roots = roots(operation, collector);
        if (roots.size() != 1) {
            throw new FraiseqlException(
                    CoreErrorCode.GRAPHQL_VALIDATION_FAILED, "a subscription has exactly one root field");
        }
        FieldArguments arguments = new FieldArguments(schema, new ArgumentReader(literals, variables));
        return subscriptions(collector).plan(roots.get(0), arguments, variables);
    }

    private SubscriptionPlanner subscriptions(FieldCollector collector) {
        return new SubscriptionPlanner(model, dialect.name(), collector);
    }

    /** The lists of the schema. */
    public ListDocuments lists() {
        return new ListDocuments(model, dialect.name());
    }

    /** The tables that take uploads. */
    public UploadTables uploads() {
        return mutations.uploads();
    }

    /** The batches that were uploaded, on this dialect, which must be one that writes. */
    public BatchTable batches() {
        return new BatchTable(dialect);
    }

    /** The tables and views that this schema reads. */
    public ReadSources sources() {
        return ReadSources.of(model, dialect.name());
    }

    /** The outbox on this dialect. */
    public EventTable events() {
        return events;
    }

    /** The types whose events triggers write. */
    public Captures captures() {
        return captures;
    }

    /** How many statements that write were rendered, apart from those of plans. */
    public long writesRendered() {
        return mutations.rendered();
    }

    private static RootPlan fixed(SelectedField selected, String rootType, Map<String, byte[]> introspection) {
        if (selected.name().equals("__typename")) {
            String typeName = "\"" + rootType + "\"";
            return new RootPlan.Fixed(
                    selected.key(), RootPlan.label(selected.key()), typeName.getBytes(StandardCharsets.UTF_8));
        }
        byte[] json = introspection.get(selected.key());
        if (json == null) {
            throw new IllegalStateException("no introspection answer for " + selected.key());
        }
        return new RootPlan.Fixed(selected.key(), RootPlan.label(selected.key()), json);
    }

    /**
     * Compiles an operation whose one root field is a list with lists below it for being read in pages.
     *
     * @param ordered whether a list with an order of its own is read as one page; otherwise it cannot be read
     * @throws io.fraiseql.spi.error.FraiseqlException if that list cannot be read so
     */
    public PagedPlan pages(ParsedOperation operation, Map<String, Object> variables, boolean ordered) {
        ArgumentReader reader = new ArgumentReader(literals, variables);
        FieldCollector collector = new FieldCollector(model, operation.fragments(), variables);
        FieldArguments arguments = new FieldArguments(schema, reader);
        SelectedField selected = roots(operation, collector).get(0);
        return new PagePlanner(
                        query(selected),
                        selected,
                        arguments.all(schema.getQueryType().getName(), selected.first()),
                        collector,
                        arguments,
                        () -> new PlanContext(model, dialect, options, reader))
                .plan(ordered);
    }

    /** The columns that the rows of an operation's one root field have as a table. */
    public List<CsvColumn> csvColumns(ParsedOperation operation, Map<String, Object> variables) {
        FieldCollector collector = new FieldCollector(model, operation.fragments(), variables);
        return new CsvColumns(schema, collector).of(roots(operation, collector).get(0));
    }

    private List<SelectedField> roots(ParsedOperation operation, FieldCollector collector) {
        String rootType =
                switch (operation.operation().getOperation()) {
                    case QUERY -> schema.getQueryType().getName();
                    case MUTATION -> SurfaceNames.MUTATION;
                    case SUBSCRIPTION -> SurfaceNames.SUBSCRIPTION;
                };
        return collector.collect(rootType, List.of(operation.operation().getSelectionSet()));
    }

    private RootField query(SelectedField selected) {
        RootField field = model.queries().get(selected.name());
        if (field == null) {
            throw new IllegalStateException("no query " + selected.name());
        }
        return field;
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
            default -> planner.rows(query, given, selected, null);
        }
        boolean nullable = query.type().nullable() && field.kind() != QueryFields.Kind.AGGREGATE;
        return new RootAssembly(context, selections.levels()).rows(selected.key(), nullable, query);
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
                ? new RootAssembly(context, selections.levels()).rows(selected.key(), one, null)
                : new RootPlan.Fixed(
                        selected.key(), RootPlan.label(selected.key()), RootPlan.utf8(one ? "null" : "[]"));
    }

    /** What of a variable that holds global ids a plan depends on. */
    public static String nodeShape(@Nullable Object value) {
        return NodePlanner.shape(value);
    }
}

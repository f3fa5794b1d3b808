package io.fraiseql.core.plan;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.plan.GroupPlanner.Key;
import io.fraiseql.core.plan.ListOpening.Opened;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plans aggregates: groups of the rows of a list, or one group of the rows that belong to each parent. */
final class AggregatePlanner {

    private final PlanContext context;
    private final FieldCollector collector;
    private final FieldArguments arguments;
    private final ListPlanner lists;

    AggregatePlanner(PlanContext context, FieldCollector collector, FieldArguments arguments) {
        this.context = context;
        this.collector = collector;
        this.arguments = arguments;
        this.lists = new ListPlanner(context);
    }

    /** Groups of the rows of a list. */
    void groups(Opened rows, Level level, RootField query, Map<String, Argument> given, SelectedField selected) {
        TypeRef type = query.type();
        GroupedScope groups = new GroupedScope(rows.level(), context.nextAlias());
        level.scope = groups;
        Map<String, Field> fields = context.fields(type);
        RowScope row = rows.row().scope();
        List<Key> keys = new GroupPlanner(context, rows.joins(), groups).keys(given.get("groupBy"), fields, row);
        Aggregates aggregates = new Aggregates(context, fields, row, groups);
        Argument having = given.get("having");
        level.where = having == null ? null : Conditions.all(List.of(aggregates.having(having)));
        order(level, aggregates, keys, given.get("orderBy"));
        ListArguments page = ListArguments.of(given);
        level.page = lists.page(page.limit(), page.offset());
        AggregateWriter writer = writer(type, aggregates, keys, level);
        if (query.windows().isEmpty()) {
            writer.aggregate(selected.selections());
        } else {
            writer.windowed(query, selected.selections());
        }
    }

    /** The aggregates over the rows of each parent. */
    void ofEachParent(Opened rows, TypeRef type, SelectedField selected) {
        Level level = rows.level();
        level.grouped = true;
        Aggregates aggregates =
                new Aggregates(context, context.fields(type), rows.row().scope(), null);
        AggregateWriter writer = writer(type, aggregates, List.of(), level);
        writer.aggregate(selected.selections());
        level.form = new BranchForm.Single(RootPlan.utf8(writer.empty()));
    }

    private void order(Level level, Aggregates aggregates, List<Key> keys, @Nullable Argument orderBy) {
        OrderPlanner orders = new OrderPlanner(context, new ToOneJoins(context, level));
        List<OrderTerm> terms = new ArrayList<>();
        if (orderBy instanceof Argument.Items items) {
            items.items().forEach(item -> terms.add(aggregates.term(item, keys, orders)));
        }
        for (Key key : keys) {
            OrderTerm term = orders.ascending(key.field(), aggregates.groups());
            if (terms.stream().noneMatch(other -> other.value().equals(term.value()))) {
                terms.add(term);
            }
        }
        level.order.addAll(terms);
    }

    private AggregateWriter writer(TypeRef type, Aggregates aggregates, List<Key> keys, Level level) {
        return new AggregateWriter(context, collector, arguments, type.name(), aggregates, keys, level);
    }
}

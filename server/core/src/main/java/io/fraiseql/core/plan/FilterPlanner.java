package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.Join;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlRelation.Source;
import io.fraiseql.spi.sql.SqlRelation.Unnest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Turns {@code where} into a condition. */
final class FilterPlanner {

    private final PlanContext context;
    private final Relations relations;
    private final OperatorPlanner operators;

    FilterPlanner(PlanContext context) {
        this.context = context;
        this.relations = new Relations(context);
        this.operators = new OperatorPlanner(context);
    }

    /**
     * The condition that a filter states on a row.
     *
     * @param fields the fields of the row's type
     */
    SqlExpr where(Argument filter, Map<String, Field> fields, RowScope scope) {
        List<SqlExpr> conditions = new ArrayList<>();
        members(filter, "where").forEach((name, value) -> conditions.add(member(name, value, fields, scope)));
        return new SqlExpr.Logic(true, conditions);
    }

    private SqlExpr member(String name, Argument value, Map<String, Field> fields, RowScope scope) {
        return switch (name) {
            case "_and" -> new SqlExpr.Logic(true, all(items(value, name), fields, scope));
            case "_or" -> new SqlExpr.Logic(false, all(items(value, name), fields, scope));
            case "_not" -> new SqlExpr.Not(where(value, fields, scope));
            default -> field(name, value, fields, scope);
        };
    }

    private List<SqlExpr> all(List<Argument> filters, Map<String, Field> fields, RowScope scope) {
        return filters.stream().map(filter -> where(filter, fields, scope)).toList();
    }

    private SqlExpr field(String name, Argument value, Map<String, Field> fields, RowScope scope) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalStateException("no field " + name);
        }
        if (field.type().leaf()) {
            List<SqlExpr> conditions = new ArrayList<>();
            members(value, name)
                    .forEach((operator, operand) ->
                            conditions.add(operators.condition(operator, (Argument.Leaf) operand, field, scope)));
            return new SqlExpr.Logic(true, conditions);
        }
        if (field.type().list()) {
            List<SqlExpr> conditions = new ArrayList<>();
            members(value, name)
                    .forEach((quantifier, filter) -> conditions.add(quantified(quantifier, filter, field, scope)));
            return new SqlExpr.Logic(true, conditions);
        }
        return field.relation() == null
                ? embedded(field, value, scope)
                : exists(related(field, scope), field, value, false, false);
    }

    private SqlExpr quantified(String quantifier, Argument filter, Field field, RowScope scope) {
        Rows rows = field.relation() == null ? elements(field, scope) : related(field, scope);
        return switch (quantifier) {
            case "some" -> exists(rows, field, filter, false, false);
            case "none" -> exists(rows, field, filter, true, false);
            case "every" -> exists(rows, field, filter, true, true);
            default -> throw new IllegalStateException("no quantifier " + quantifier);
        };
    }

    /** The rows of a list that a condition is put to. */
    private record Rows(RowScope scope, Supplier<Source> from, Supplier<List<Join>> joins, List<SqlExpr> conditions) {}

    private Rows related(Field field, RowScope scope) {
        Relations.Joined joined = relations.correlate(field, scope);
        return new Rows(joined.scope(), joined::from, joined::joins, joined.conditions());
    }

    private Rows elements(Field field, RowScope scope) {
        context.require(Capability.DOCUMENT_UNNEST, "a filter on '" + field.name() + "'");
        Unnest unnest = new Unnest(scope.value(field), context.nextAlias());
        SqlExpr element = new SqlExpr.Column(unnest.alias(), "value", ColumnType.JSON, null, true);
        return new Rows(new DocumentScope(context, element), () -> unnest, List::of, List.of());
    }

    private SqlExpr exists(Rows rows, Field field, Argument filter, boolean negated, boolean counterExample) {
        SqlExpr condition = where(filter, context.fields(field.type()), rows.scope());
        List<SqlExpr> conditions = new ArrayList<>(rows.conditions());
        conditions.add(counterExample ? new SqlExpr.NotTrue(condition) : condition);
        Select select = new Select(
                List.of(new SelectItem(new SqlExpr.Literal(1L, ColumnType.INT), "x")),
                rows.from().get(),
                rows.joins().get(),
                Conditions.all(conditions),
                List.of(),
                null);
        return new SqlExpr.Exists(select, negated);
    }

    private SqlExpr embedded(Field field, Argument filter, RowScope scope) {
        if (field.type().kind() != TypeRef.Kind.OBJECT) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "'" + field.name() + "' cannot be filtered on; leave it out of 'where'");
        }
        SqlExpr object = scope.value(field);
        SqlExpr condition =
                where(filter, context.type(field.type().name()).fields(), new DocumentScope(context, object));
        return new SqlExpr.Logic(true, List.of(new SqlExpr.NullTest(object, true), condition));
    }

    static Map<String, Argument> members(Argument value, String where) {
        if (value instanceof Argument.Members members) {
            return members.members();
        }
        throw nullFilter(where);
    }

    static List<Argument> items(Argument value, String where) {
        if (value instanceof Argument.Items items) {
            return items.items();
        }
        throw nullFilter(where);
    }

    static FraiseqlException nullFilter(String where) {
        return new FraiseqlException(
                CoreErrorCode.BAD_USER_INPUT,
                "'" + where + "' is null; leave it out, write {} for a filter that is always true, or use isNull");
    }
}

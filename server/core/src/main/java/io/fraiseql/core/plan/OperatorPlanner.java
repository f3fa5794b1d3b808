package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Field;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlExpr.JsonTest;
import io.fraiseql.spi.sql.SqlExpr.SearchTest;
import io.fraiseql.spi.sql.SqlExpr.TextMatch;
import io.fraiseql.spi.sql.SqlExpr.TypeTest;
import java.util.function.UnaryOperator;

/** Turns one operator of a filter into a condition. */
final class OperatorPlanner {

    private final PlanContext context;

    OperatorPlanner(PlanContext context) {
        this.context = context;
    }

    SqlExpr condition(String operator, Argument.Leaf operand, Field field, RowScope scope) {
        if (operand.current() == null) {
            throw nullOperand(field, operator);
        }
        Operation operation = new Operation(operand, field, scope.value(field), scope.valueType(field));
        return switch (operator) {
            case "eq" -> compare(operation, Comparison.Operator.EQUAL);
            case "neq" -> compare(operation, Comparison.Operator.NOT_EQUAL);
            case "lt" -> compare(operation, Comparison.Operator.LESS);
            case "lte" -> compare(operation, Comparison.Operator.LESS_OR_EQUAL);
            case "gt" -> compare(operation, Comparison.Operator.GREATER);
            case "gte" -> compare(operation, Comparison.Operator.GREATER_OR_EQUAL);
            case "in" -> in(operation, false);
            case "nin" -> in(operation, true);
            case "isNull" -> new SqlExpr.NullTest(operation.value(), !Boolean.TRUE.equals(operand.current()));
            default -> text(operator, operation);
        };
    }

    static FraiseqlException nullOperand(Field field, String operator) {
        return new FraiseqlException(
                CoreErrorCode.BAD_USER_INPUT,
                "'" + field.name() + "." + operator + "' is null; use {isNull: true} to find nulls, or leave it out");
    }

    /** An operator's operand beside the value it is applied to. */
    private record Operation(Argument.Leaf operand, Field field, SqlExpr value, ValueType type) {}

    private SqlExpr compare(Operation operation, Comparison.Operator operator) {
        ValueType type = operation.type();
        boolean range = operator != Comparison.Operator.EQUAL && operator != Comparison.Operator.NOT_EQUAL;
        return new Comparison(
                operator,
                operation.value(),
                range ? bound(operation) : bind(operation, false),
                type.type(),
                type.sql(),
                range && type.type() == ColumnType.TEXT && context.options.codepointOrder());
    }

    /** A whole number that bounds a range and stands in the document is written into the SQL: the database then knows how much it leaves. */
    private SqlExpr bound(Operation operation) {
        ColumnType type = operation.type().type();
        boolean constant = operation.operand().source() instanceof BindSource.Constant source
                && source.constant() instanceof Long
                && (type == ColumnType.INT || type == ColumnType.BIGINT);
        return constant ? new SqlExpr.Literal(operation.operand().current(), type) : bind(operation, false);
    }

    private SqlExpr in(Operation operation, boolean negated) {
        Operation checked = context.writes ? notEmpty(operation) : operation;
        return new SqlExpr.InList(
                operation.value(),
                bind(checked, true),
                negated,
                operation.type().type(),
                operation.type().sql());
    }

    /** To a write an empty list is a mistake, because negated it stands for every row. */
    private static Operation notEmpty(Operation operation) {
        Argument.Leaf operand = operation.operand();
        BindSource source = new BindSource.NotEmpty(operation.field().name(), operand.source());
        return new Operation(
                new Argument.Leaf(source, operand.current(), operand.literal()),
                operation.field(),
                operation.value(),
                operation.type());
    }

    private SqlExpr.Bind bind(Operation operation, boolean list) {
        BindSource source = convert(operation.operand().source(), operation.field(), operation.type());
        return context.slots.bind(
                source, operation.type().type(), list, operation.type().sql());
    }

    private BindSource convert(BindSource source, Field field, ValueType type) {
        UnaryOperator<Object> conversion = FieldConversion.of(context.model, field, type);
        return conversion == null ? source : new BindSource.Converted(source, conversion);
    }

    private SqlExpr text(String operator, Operation operation) {
        return switch (operator) {
            case "contains" ->
                isText(operation)
                        ? match(operation, TextMatch.Operator.CONTAINS, false, false)
                        : json(operation, operator, JsonTest.Operator.CONTAINS);
            case "icontains" -> match(operation, TextMatch.Operator.CONTAINS, true, false);
            case "startsWith" -> match(operation, TextMatch.Operator.STARTS_WITH, false, false);
            case "istartsWith" -> match(operation, TextMatch.Operator.STARTS_WITH, true, false);
            case "endsWith" -> match(operation, TextMatch.Operator.ENDS_WITH, false, false);
            case "iendsWith" -> match(operation, TextMatch.Operator.ENDS_WITH, true, false);
            case "like" -> match(operation, TextMatch.Operator.LIKE, false, false);
            case "ilike" -> match(operation, TextMatch.Operator.LIKE, true, false);
            case "nlike" -> match(operation, TextMatch.Operator.LIKE, false, true);
            case "nilike" -> match(operation, TextMatch.Operator.LIKE, true, true);
            case "regex" -> regex(operation, operator, false);
            case "iregex" -> regex(operation, operator, true);
            default -> special(operator, operation);
        };
    }

    private SqlExpr special(String operator, Operation operation) {
        return switch (operator) {
            case "containedBy" -> json(operation, operator, JsonTest.Operator.CONTAINED_BY);
            case "overlaps" -> json(operation, operator, JsonTest.Operator.OVERLAPS);
            case "hasKey" -> json(operation, operator, JsonTest.Operator.HAS_KEY);
            case "lengthEq" -> json(operation, operator, JsonTest.Operator.LENGTH_EQUAL);
            case "lengthGt" -> json(operation, operator, JsonTest.Operator.LENGTH_GREATER);
            case "lengthLt" -> json(operation, operator, JsonTest.Operator.LENGTH_LESS);
            case "matches" -> search(operation, operator, SearchTest.Operator.MATCHES);
            case "plainQuery" -> search(operation, operator, SearchTest.Operator.PLAIN);
            case "phraseQuery" -> search(operation, operator, SearchTest.Operator.PHRASE);
            case "webSearch" -> search(operation, operator, SearchTest.Operator.WEB);
            default -> ofType(operator, operation);
        };
    }

    private SqlExpr ofType(String operator, Operation operation) {
        return switch (operator) {
            case "inSubnet" -> typeTest(operation, operator, Capability.NETWORKS, TypeTest.Operator.IN_SUBNET);
            case "containsSubnet" ->
                typeTest(operation, operator, Capability.NETWORKS, TypeTest.Operator.CONTAINS_SUBNET);
            case "overlapsSubnet" ->
                typeTest(operation, operator, Capability.NETWORKS, TypeTest.Operator.OVERLAPS_SUBNET);
            case "ancestorOf" -> typeTest(operation, operator, Capability.LABEL_TREES, TypeTest.Operator.ANCESTOR_OF);
            case "descendantOf" ->
                typeTest(operation, operator, Capability.LABEL_TREES, TypeTest.Operator.DESCENDANT_OF);
            case "matchesPath" -> typeTest(operation, operator, Capability.LABEL_TREES, TypeTest.Operator.MATCHES_PATH);
            default -> throw new IllegalStateException("no operator " + operator);
        };
    }

    private SqlExpr typeTest(Operation operation, String name, Capability capability, TypeTest.Operator operator) {
        context.require(capability, "the operator '" + name + "'");
        return new TypeTest(operator, operation.value(), bind(operation, false));
    }

    private static boolean isText(Operation operation) {
        return operation.type().type() == ColumnType.TEXT;
    }

    private SqlExpr match(Operation operation, TextMatch.Operator operator, boolean ignoreCase, boolean negated) {
        SqlExpr.Bind pattern = operator == TextMatch.Operator.LIKE ? likePattern(operation) : bind(operation, false);
        return new TextMatch(operator, ignoreCase, negated, operation.value(), pattern);
    }

    /** Databases disagree on a pattern whose last character escapes nothing, so none gets to see one. */
    private SqlExpr.Bind likePattern(Operation operation) {
        BindSource source = convert(operation.operand().source(), operation.field(), operation.type());
        return context.slots.bind(
                new BindSource.Converted(source, OperatorPlanner::completeEscape),
                operation.type().type(),
                false,
                operation.type().sql());
    }

    static Object completeEscape(Object pattern) {
        String text = (String) pattern;
        int backslashes = 0;
        while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        if (backslashes % 2 == 1) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "a LIKE pattern cannot end with its escape character; write \\\\ for a backslash");
        }
        return text;
    }

    private SqlExpr regex(Operation operation, String name, boolean ignoreCase) {
        context.require(Capability.REGEX, "the operator '" + name + "'");
        return match(operation, TextMatch.Operator.REGEX, ignoreCase, false);
    }

    private SqlExpr search(Operation operation, String name, SearchTest.Operator operator) {
        context.require(Capability.FULL_TEXT, "the operator '" + name + "'");
        return new SearchTest(operator, operation.value(), bind(operation, false));
    }

    private SqlExpr json(Operation operation, String name, JsonTest.Operator operator) {
        context.require(Capability.JSON_OPERATORS, "the operator '" + name + "'");
        boolean array = operation.type().sql() != null && operation.type().sql().array();
        return new JsonTest(operator, operation.value(), array, jsonOperand(operation, operator, array));
    }

    private SqlExpr.Bind jsonOperand(Operation operation, JsonTest.Operator operator, boolean array) {
        BindSource source = operation.operand().source();
        switch (operator) {
            case HAS_KEY:
                return context.slots.bind(source, ColumnType.TEXT, false, null);
            case LENGTH_EQUAL, LENGTH_GREATER, LENGTH_LESS:
                return context.slots.bind(source, ColumnType.INT, false, null);
            default:
                break;
        }
        Field field = operation.field();
        if (!field.type().list()) {
            return context.slots.bind(source, ColumnType.JSON, false, null);
        }
        BindSource elements = convert(source, field, operation.type());
        return array
                ? context.slots.bind(
                        elements,
                        context.elementType(field.type()),
                        true,
                        operation.type().sql())
                : context.slots.bind(new BindSource.JsonArray(elements), ColumnType.JSON, false, null);
    }
}

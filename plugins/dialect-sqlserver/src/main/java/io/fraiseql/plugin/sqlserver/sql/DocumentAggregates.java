package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.JsonValue;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A value inside a document is a subquery, and of these there are neither aggregates (error 130) nor groups (error 144). So it is read in a row of its
 * own that is applied to each row before they are grouped. One use per select.
 */
final class DocumentAggregates {

    private static final String ALIAS = "d";

    private final List<JsonValue> values = new ArrayList<>();
    private final Select select;

    DocumentAggregates(Select select) {
        List<SelectItem> items = select.items().stream()
                .map(item -> new SelectItem(read(item.value()), item.alias()))
                .toList();
        List<SqlExpr> group = select.group().stream().map(this::read).toList();
        this.select =
                new Select(items, select.from(), select.joins(), select.where(), group, select.order(), select.page());
    }

    /** The select with the columns of that row in place of the values. */
    Select select() {
        return select;
    }

    /** Writes the row behind the joins, where there is one. */
    void apply(SqlWriter out) {
        for (int i = 0; i < values.size(); i++) {
            out.text(i == 0 ? " CROSS APPLY (SELECT " : ", ").node(values.get(i));
            out.text(" AS ").identifier(name(i));
        }
        if (!values.isEmpty()) {
            out.text(") AS ").identifier(ALIAS);
        }
    }

    private SqlExpr read(SqlExpr value) {
        return switch (value.kind()) {
            case READ -> {
                SqlExpr.Read read = (SqlExpr.Read) value;
                yield new SqlExpr.Read(read(read.value()), read.type(), read.sql());
            }
            case AGGREGATE -> {
                SqlAggregation.Aggregate aggregate = (SqlAggregation.Aggregate) value;
                yield new SqlAggregation.Aggregate(
                        aggregate.function(),
                        column(aggregate.value()),
                        aggregate.type(),
                        aggregate.sql(),
                        aggregate.scale(),
                        aggregate.codepoint());
            }
            case GROUP_KEY -> {
                SqlAggregation.GroupKey key = (SqlAggregation.GroupKey) value;
                yield new SqlAggregation.GroupKey(required(key.value()), key.type(), key.sql());
            }
            case TIME_BUCKET -> {
                SqlAggregation.TimeBucket bucket = (SqlAggregation.TimeBucket) value;
                yield new SqlAggregation.TimeBucket(
                        bucket.unit(), required(bucket.value()), bucket.type(), bucket.sql());
            }
            default -> value;
        };
    }

    private SqlExpr required(SqlExpr value) {
        return value.kind() == SqlNode.Kind.JSON_VALUE ? column((JsonValue) value) : value;
    }

    private @Nullable SqlExpr column(@Nullable SqlExpr value) {
        return value == null ? null : required(value);
    }

    private SqlExpr column(JsonValue value) {
        if (!values.contains(value)) {
            values.add(value);
        }
        return new SqlExpr.Column(ALIAS, name(values.indexOf(value)), value.type(), null, true);
    }

    private static String name(int index) {
        return "v" + index;
    }
}

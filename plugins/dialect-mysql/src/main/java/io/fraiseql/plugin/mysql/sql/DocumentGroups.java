package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlAggregation.Aggregate;
import io.fraiseql.spi.sql.SqlAggregation.GroupKey;
import io.fraiseql.spi.sql.SqlAggregation.TimeBucket;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Column;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlRelation.Subquery;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups of values inside documents: the values of every row first, as columns of a subquery that has a LIMIT so that it is computed for
 * itself. Where the servers group rows they have the documents no longer, and MySQL refuses to take a value out of them.
 */
final class DocumentGroups {

    private static final String ALIAS = "documents";

    private final Select select;
    private final List<SelectItem> values = new ArrayList<>();

    private DocumentGroups(Select select) {
        this.select = select;
    }

    /** The select with its values in a subquery where one of them is inside a document; else the same. */
    static Select of(Select select) {
        boolean inside = select.items().stream().anyMatch(item -> isInside(item.value()));
        return inside ? new DocumentGroups(select).computed() : select;
    }

    private static boolean isInside(SqlExpr expression) {
        return switch (expression.kind()) {
            case READ -> isInside(((SqlExpr.Read) expression).value());
            case AGGREGATE -> isDocumentValue(((Aggregate) expression).value());
            case GROUP_KEY -> isDocumentValue(((GroupKey) expression).value());
            case TIME_BUCKET -> isDocumentValue(((TimeBucket) expression).value());
            default -> false;
        };
    }

    private static boolean isDocumentValue(@Nullable SqlExpr value) {
        return value != null && value.kind() == SqlNode.Kind.JSON_VALUE;
    }

    private Select computed() {
        List<SelectItem> items = select.items().stream()
                .map(item -> new SelectItem(outside(item.value()), item.alias()))
                .toList();
        List<SqlExpr> group = select.group().stream().map(this::outside).toList();
        Select rows = new Select(values, select.from(), select.joins(), select.where(), List.of(), Relations.EVERY_ROW);
        return new Select(
                items, new Subquery(List.of(rows), ALIAS), List.of(), null, group, select.order(), select.page());
    }

    /** What stands outside of the subquery: functions over its columns. */
    private SqlExpr outside(SqlExpr expression) {
        return switch (expression.kind()) {
            case LITERAL -> expression;
            case READ -> {
                SqlExpr.Read read = (SqlExpr.Read) expression;
                yield new SqlExpr.Read(outside(read.value()), read.type(), read.sql());
            }
            case AGGREGATE -> {
                Aggregate of = (Aggregate) expression;
                SqlExpr value = of.value() == null ? null : column(of.value(), of.type(), of.sql());
                yield new Aggregate(of.function(), value, of.type(), of.sql(), of.scale(), of.codepoint());
            }
            case GROUP_KEY -> {
                GroupKey key = (GroupKey) expression;
                yield new GroupKey(column(key.value(), key.type(), key.sql()), key.type(), key.sql());
            }
            case TIME_BUCKET -> {
                TimeBucket of = (TimeBucket) expression;
                yield new TimeBucket(of.unit(), column(of.value(), of.type(), of.sql()), of.type(), of.sql());
            }
            default -> column(expression, ColumnType.BIGINT, null); // the number of a parent
        };
    }

    private SqlExpr column(SqlExpr value, ColumnType type, @Nullable SqlType sql) {
        int index = 0;
        while (index < values.size() && !values.get(index).value().equals(value)) {
            index++;
        }
        String name = "v" + index;
        if (index == values.size()) {
            values.add(new SelectItem(value, name));
        }
        return new Column(ALIAS, name, type, isDocumentValue(value) ? null : sql, true);
    }
}

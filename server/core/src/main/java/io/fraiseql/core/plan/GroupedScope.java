package io.fraiseql.core.plan;

import io.fraiseql.core.model.Field;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlRelation.Source;
import io.fraiseql.spi.sql.SqlRelation.Subquery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups of rows as a source: keys and aggregates are its columns, as many as are asked for. */
final class GroupedScope implements RowScope {

    private final Level rows;
    private final String alias;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<SqlExpr> keys = new ArrayList<>();

    /** One column: its name, and the value over the rows. */
    private record Column(String name, SqlExpr value, ValueType type) {}

    /**
     * @param rows what is grouped; no level of the statement, only its source, joins and condition
     */
    GroupedScope(Level rows, String alias) {
        this.rows = rows;
        this.alias = alias;
    }

    /** Groups by a value. */
    void key(Field field, SqlExpr value, ValueType type) {
        keys.add(value);
        columns.put(field.name(), new Column("k" + keys.size(), value, type));
    }

    /** An aggregate of each group. */
    SqlExpr value(AggregateValue aggregate) {
        columns.computeIfAbsent(
                aggregate.field().name(),
                name -> new Column("a" + columns.size(), aggregate.value(), aggregate.type()));
        return value(aggregate.field());
    }

    private Column column(Field field) {
        Column column = columns.get(field.name());
        if (column == null) {
            throw new IllegalStateException("no column " + field.name());
        }
        return column;
    }

    @Override
    public SqlExpr value(Field field) {
        Column column = column(field);
        return new SqlExpr.Column(
                alias, column.name(), column.type().type(), column.type().sql(), true);
    }

    @Override
    public ValueType valueType(Field field) {
        return column(field).type();
    }

    @Override
    public @Nullable ValueType columnType(String name) {
        return null;
    }

    @Override
    public SqlExpr column(String name, ValueType type) {
        throw new IllegalStateException("groups have no relations");
    }

    @Override
    public RowScope member(String typeName) {
        return this;
    }

    @Override
    public Source source() {
        List<SelectItem> items = new ArrayList<>();
        columns.values().forEach(column -> items.add(new SelectItem(column.value(), column.name())));
        if (items.isEmpty()) {
            items.add(new SelectItem(SqlAggregation.Aggregate.count(), "a0"));
        }
        Select select = new Select(items, rows.source(), rows.joinList(), rows.where, keys, List.of(), null);
        return new Subquery(List.of(select), alias);
    }
}

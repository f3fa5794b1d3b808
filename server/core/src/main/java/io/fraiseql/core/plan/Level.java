package io.fraiseql.core.plan;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.Join;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlRelation.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The rows of one list while its statement is being planned: becomes one branch. Mutable; one thread. */
final class Level {

    /** A value that the rows carry. */
    record Column(SqlExpr value, ValueType type) {}

    /** A join whose source is made once all its values have been asked for. */
    record PendingJoin(Join.Type type, Supplier<Source> source, SqlExpr on) {}

    final int id;
    final @Nullable Level parent;
    final List<Column> columns = new ArrayList<>();
    final List<SqlExpr> keys = new ArrayList<>();
    final List<PendingJoin> joins = new ArrayList<>();
    final List<OrderTerm> order = new ArrayList<>();
    final List<Level> children = new ArrayList<>();
    final ProgramBuilder program = new ProgramBuilder();

    /** How the rows are reached from the parent's; null for the root. */
    @Nullable
    ChildSource reached;

    @Nullable
    RowScope scope;

    @Nullable
    SqlExpr where;

    /** The rows' own integer key when it alone is their order, ascending: it can stand for their number. Null otherwise. */
    @Nullable
    SqlExpr integerKey;

    /** How many of the rows are part of the answer when one more is read to see whether there are more; null when all are. */
    @Nullable
    SqlExpr visible;

    /** Whether there is one row for each parent, of aggregates over the rows that belong to it. */
    boolean grouped;

    BranchForm form = new BranchForm.Array();
    PageArguments page = PageArguments.NONE;
    /** Whether there is at most one row, so that it needs no number. */
    boolean single;

    Level(int id, @Nullable Level parent) {
        this.id = id;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    /** The source of the rows; called once all their values have been asked for. */
    Source source() {
        if (scope == null) {
            throw new IllegalStateException("level " + id + " has no source");
        }
        return scope.source();
    }

    /** The joins to the source; called like {@link #source}. */
    List<Join> joinList() {
        return joins.stream()
                .map(join -> new Join(join.type(), join.source().get(), join.on()))
                .toList();
    }

    /** The name of the relation that holds these rows for their children. */
    String name() {
        return "b" + id;
    }

    /** The place of a value among the columns; the same value is carried once. */
    int column(SqlExpr value, ValueType type) {
        Column column = new Column(value, type);
        int index = columns.indexOf(column);
        if (index < 0) {
            index = columns.size();
            columns.add(column);
        }
        return index;
    }

    /** The column that {@link #ordinal} carries already; -1 when there is none. */
    int ordinalColumn() {
        for (int i = 0; integerKey != null && i < columns.size(); i++) {
            if (columns.get(i).value().equals(integerKey)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * What orders the rows among their siblings.
     *
     * @param partition what the siblings share
     */
    SqlExpr ordinal(List<SqlExpr> partition) {
        return integerKey != null ? integerKey : new SqlAggregation.RowNumber(partition, order);
    }

    /** The place of a value among those that children refer to. */
    int key(SqlExpr value) {
        int index = keys.indexOf(value);
        if (index < 0) {
            index = keys.size();
            keys.add(value);
        }
        return index;
    }
}

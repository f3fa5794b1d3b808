package io.fraiseql.spi.database;

import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of one statement: data, made by the engine's compiler. A statement with to-many relations returns the rows of several
 * branches in one result; each row then names its branch in the column {@link #BRANCH}, its parent row in {@link #PARENT} and its
 * place among its siblings in {@link #ORDINAL}. A statement with a single branch has none of these columns.
 *
 * @param columns every column of the result, in order, zero-based
 * @param branches branch 0 is the root; a branch comes after its parent
 */
public record RowShape(List<Column> columns, List<Branch> branches) {

    /** The column that holds the branch number when there are several branches. */
    public static final int BRANCH = 0;
    /** The column that holds the {@link Branch#id} value of the parent row; null for the root. */
    public static final int PARENT = 1;
    /** The column that holds the place of a row among the children of its parent, ascending, not necessarily dense. */
    public static final int ORDINAL = 2;

    public RowShape {
        columns = List.copyOf(columns);
        branches = List.copyOf(branches);
    }

    /** Rows of a single branch, which has every column. */
    public static RowShape of(List<Column> columns) {
        List<Integer> all = IntStream.range(0, columns.size()).boxed().toList();
        return new RowShape(columns, List.of(new Branch(-1, -1, all)));
    }

    /** Whether rows carry {@link #BRANCH}, {@link #PARENT} and {@link #ORDINAL}. */
    public boolean branched() {
        return branches.size() > 1;
    }

    /**
     * One result column. Branches share columns of the same type, so a column may hold another field in each branch.
     *
     * @param type how it is read
     * @param sql the declared type, where a dialect needs it to read a value (storage, scale); null otherwise
     */
    public record Column(ColumnType type, @Nullable SqlType sql) {}

    /**
     * The rows of one list.
     *
     * @param parent the branch of the parent rows; -1 for the root
     * @param id the column that identifies a row of this branch to its children; {@link #ORDINAL} for the root, -1 for a branch
     *     without children
     * @param columns the columns that hold the values of its rows; {@link #ORDINAL} is among them when a value is also the row's place
     */
    public record Branch(int parent, int id, List<Integer> columns) {
        public Branch {
            columns = List.copyOf(columns);
        }
    }
}

package io.fraiseql.core.execute;

import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.plan.RowProgram;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.query.RowField;
import java.util.List;

/** What the rows of a plan are as typed columns, with those of the lists below them. Used for one plan. */
final class SelectedFields {

    private final RootPlan.Rows rows;
    private final SelectedColumn[][] columns;
    private final List<RowField> fields;

    /** @throws io.fraiseql.spi.error.FraiseqlException {@code BAD_USER_INPUT} when the rows have what typed columns cannot carry */
    SelectedFields(RootPlan.Rows rows) {
        this.rows = rows;
        this.columns = new SelectedColumn[rows.programs().size()][];
        this.fields = branch(0);
    }

    List<RowField> fields() {
        return fields;
    }

    /** The columns of a branch. */
    SelectedColumn[] columns(int branch) {
        return columns[branch];
    }

    private List<RowField> branch(int branch) {
        BranchFields known =
                new BranchFields(rows.programs().get(branch), rows.statement().shape(), this::list);
        columns[branch] = known.columns();
        return known.fields();
    }

    private RowField list(String name, int branch, int column) {
        RowField.Kind kind =
                switch (rows.forms().get(branch).kind()) {
                    case ARRAY -> RowField.Kind.LIST;
                    case SINGLE -> RowField.Kind.SINGLE;
                    case CONNECTION, NODES -> throw BranchFields.refused("'" + name + "', a connection");
                };
        RowProgram program = rows.programs().get(branch);
        if (program.op(0).kind() == RowProgram.Kind.PROJECTION) {
            throw BranchFields.refused("'" + name + "', a part of a JSON document");
        }
        return new RowField(name, kind, ColumnType.JSON, false, column, null, null, List.of(), branch(branch));
    }
}

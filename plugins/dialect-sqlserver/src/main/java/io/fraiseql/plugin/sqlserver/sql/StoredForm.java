package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr.Bind;
import io.fraiseql.spi.sql.SqlExpr.Stored;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** How bound values become what columns store: one by one, or as rows out of one JSON array of arrays, each of which ends with its number. */
final class StoredForm {

    private StoredForm() {}

    static boolean write(Stored node, SqlWriter out) {
        Bind bound =
                new Bind(node.value().slot(), bound(node.type()), node.value().list(), null);
        Form.fill(form(node.type(), node.sql()), out, () -> out.bind(bound));
        return true;
    }

    static boolean write(BoundRows node, SqlWriter out) {
        List<Bind> columns = node.columns();
        out.text("(SELECT ");
        for (int i = 0; i < columns.size(); i++) {
            String name = BoundRows.column(i);
            Form.fill(element(columns.get(i)), out, () -> out.identifier(name));
            out.text(" AS ").identifier(name).text(", ");
        }
        List<ColumnType> types =
                node.rows().row().stream().map(StoredForm::bound).toList();
        out.identifier(BoundRows.ORDINAL).text(" FROM OPENJSON(");
        out.bind(new Bind(node.rows().slot(), ColumnType.JSON, false, null, types))
                .text(") WITH (");
        for (int i = 0; i < columns.size(); i++) {
            out.identifier(BoundRows.column(i)).text(" " + elementType(columns.get(i)) + " '$[" + i + "]', ");
        }
        out.identifier(BoundRows.ORDINAL)
                .text(" int '$[" + columns.size() + "]')) AS ")
                .identifier(node.alias());
        return true;
    }

    /** Durations keep the form in which the client wrote them. */
    private static ColumnType bound(ColumnType type) {
        return type == ColumnType.DURATION ? ColumnType.TEXT : type;
    }

    private static String form(ColumnType type, @Nullable SqlType sql) {
        return switch (type) {
            case TEXT, DURATION -> ExactText.stored(sql);
            case UUID -> UuidForms.stored(sql);
            default -> "%";
        };
    }

    /** Under the collation of the column, because it may be compared with it; see {@link Form#element} for the others. */
    private static String element(Bind column) {
        SqlType sql = column.against();
        return switch (column.type()) {
            case TEXT, DURATION ->
                ExactText.stored(sql).equals("%") ? "%" + ExactText.collate(sql) : ExactText.stored(sql);
            case UUID -> UuidForms.stored(sql);
            case BYTES -> "CONVERT(varbinary(max), %, 2)";
            default -> "%";
        };
    }

    private static String elementType(Bind column) {
        SqlType sql = column.against();
        return switch (column.type()) {
            case DURATION -> "nvarchar(max)";
            case UUID -> "varchar(36)";
            case DECIMAL ->
                sql == null || sql.precision() == null
                        ? "nvarchar(100)"
                        : "decimal(" + sql.precision() + ", " + (sql.scale() == null ? 0 : sql.scale()) + ")";
            case LOCAL_DATETIME -> "datetime2(7)";
            default -> Form.of(column.type(), sql).elementType();
        };
    }
}

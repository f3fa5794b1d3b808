package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr.Bind;
import io.fraiseql.spi.sql.SqlExpr.Stored;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** How bound values become what columns store: one by one, or as rows out of one JSON array of arrays. */
final class StoredForm {

    private final ExactText exact;

    StoredForm(ExactText exact) {
        this.exact = exact;
    }

    boolean write(Stored node, SqlWriter out) {
        Bind bound = asWritten(node.value());
        String form = node.type() == ColumnType.UUID ? UuidForms.of(node.sql()).bound() : "%";
        Form.fill(form, out, () -> out.bind(bound));
        return true;
    }

    /** A bind whose durations keep the form in which the client wrote them. */
    static Bind asWritten(Bind bind) {
        return new Bind(bind.slot(), bound(bind.type()), bind.list(), bind.against());
    }

    private static ColumnType bound(ColumnType type) {
        return type == ColumnType.DURATION ? ColumnType.TEXT : type;
    }

    boolean write(BoundRows node, SqlWriter out) {
        out.text("(SELECT ");
        for (int i = 0; i < node.columns().size(); i++) {
            Bind column = node.columns().get(i);
            String name = BoundRows.column(i);
            Form.fill(form(column), out, () -> out.identifier(name));
            out.text(" AS ").identifier(name).text(", ");
        }
        List<ColumnType> types =
                node.rows().row().stream().map(StoredForm::bound).toList();
        out.identifier(BoundRows.ORDINAL).text(" FROM JSON_TABLE(");
        out.bind(new Bind(node.rows().slot(), ColumnType.JSON, false, null, types))
                .text(", '$[*]' COLUMNS (");
        for (int i = 0; i < node.columns().size(); i++) {
            out.identifier(BoundRows.column(i))
                    .text(" " + elementType(node.columns().get(i)));
            out.text(" PATH '$[" + i + "]' ERROR ON ERROR, ");
        }
        out.identifier(BoundRows.ORDINAL).text(" FOR ORDINALITY)) AS ").identifier("r");
        out.text(") AS ").identifier(node.alias());
        return true;
    }

    private String form(Bind column) {
        return switch (column.type()) {
            case TEXT, DURATION -> text(ExactText.name(collation(column.against())));
            case UUID -> uuid(column.against());
            case JSON -> "%";
            default -> Form.of(column.type(), column, column.against()).element();
        };
    }

    /** Under the collation of the column that it is compared with. A character that another character set lacks must stay an error. */
    private String text(@Nullable String collation) {
        return collation != null && ExactText.unicode(collation)
                ? ExactText.ofColumn(collation)
                : "%" + exact.collate();
    }

    private static String uuid(@Nullable SqlType sql) {
        String form = UuidForms.of(sql).bound();
        String collation = ExactText.name(collation(sql));
        return form.equals("%") && collation != null ? ExactText.ofColumn(collation) : form;
    }

    private static @Nullable String collation(@Nullable SqlType sql) {
        return sql == null ? null : sql.collation();
    }

    private static String elementType(Bind column) {
        SqlType sql = column.against();
        return switch (column.type()) {
            case TEXT, DURATION, JSON -> "LONGTEXT";
            case DECIMAL ->
                sql == null || sql.precision() == null
                        ? Form.DECIMAL
                        : "DECIMAL(" + sql.precision() + ", " + (sql.scale() == null ? 0 : sql.scale()) + ")";
            default -> Form.of(column.type(), column, sql).elementType();
        };
    }
}

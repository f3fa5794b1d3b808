package io.fraiseql.core.sql;

import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** The standard form of statements that write. */
final class StandardWrites {

    private final SqlWriter out;

    StandardWrites(SqlWriter out) {
        this.out = out;
    }

    void write(SqlWrite node) {
        switch (node.kind()) {
            case ASSIGNMENT -> assignment((SqlWrite.Assignment) node);
            case INSERT -> insert((SqlWrite.Insert) node);
            case INSERT_VALUES -> insertValues((SqlWrite.InsertValues) node);
            case UPDATE -> update((SqlWrite.Update) node);
            case UPDATE_EACH -> updateEach((SqlWrite.UpdateEach) node);
            case DELETE -> delete((SqlWrite.Delete) node);
            case LOCK -> lock((SqlWrite.Lock) node);
            default -> throw new IllegalStateException("no write: " + node.kind());
        }
    }

    private void lock(SqlWrite.Lock lock) {
        out.node(lock.select()).text(lock.passing() ? " FOR UPDATE SKIP LOCKED" : " FOR UPDATE");
    }

    private void assignment(SqlWrite.Assignment assignment) {
        out.identifier(assignment.column()).text(" = ").node(assignment.value());
    }

    private void insert(SqlWrite.Insert insert) {
        out.text("INSERT INTO ");
        name(insert.table(), out);
        if (insert.values().isEmpty()) {
            out.text(" DEFAULT VALUES");
        } else {
            columns(insert.values().stream().map(SqlWrite.Assignment::column).toList());
            values(insert);
        }
        returning(insert.returning());
    }

    private void columns(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            out.text(i == 0 ? " (" : ", ").identifier(names.get(i));
        }
        out.text(")");
    }

    private void insertValues(SqlWrite.InsertValues insert) {
        out.text("INSERT INTO ");
        name(insert.table(), out);
        columns(insert.columns());
        for (int i = 0; i < insert.rows().size(); i++) {
            out.text(i == 0 ? " VALUES (" : ", (");
            list(insert.rows().get(i));
            out.text(")");
        }
    }

    private void values(SqlWrite.Insert insert) {
        SqlRelation.BoundRows rows = insert.rows();
        List<? extends SqlNode> values =
                insert.values().stream().map(SqlWrite.Assignment::value).toList();
        if (rows == null) {
            out.text(" VALUES (");
            list(values);
            out.text(")");
            return;
        }
        out.text(" SELECT ");
        list(values);
        out.text(" FROM ").node(rows).text(" ORDER BY ");
        out.identifier(rows.alias()).text(".").identifier(SqlRelation.BoundRows.ORDINAL);
    }

    private void update(SqlWrite.Update update) {
        out.text("UPDATE ");
        name(update.table(), out);
        out.text(" AS ").identifier(update.alias()).text(" SET ");
        list(update.values());
        out.text(" WHERE ").node(update.where());
        returning(update.returning());
    }

    private void updateEach(SqlWrite.UpdateEach update) {
        out.text("UPDATE ");
        name(update.table(), out);
        out.text(" AS ").identifier(update.alias()).text(" SET ");
        list(update.values());
        out.text(" FROM ").node(update.rows());
        for (int i = 0; i < update.key().size(); i++) {
            out.text(i == 0 ? " WHERE " : " AND ").node(update.key().get(i)).text(" = ");
            out.identifier(update.rows().alias()).text(".").identifier(SqlRelation.BoundRows.column(i));
        }
    }

    private void delete(SqlWrite.Delete delete) {
        out.text("DELETE FROM ");
        name(delete.table(), out);
        out.text(" AS ").identifier(delete.alias()).text(" WHERE ").node(delete.where());
    }

    private void returning(List<SqlRelation.SelectItem> items) {
        if (!items.isEmpty()) {
            out.text(" RETURNING ");
            list(items);
        }
    }

    private void list(List<? extends SqlNode> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            out.text(i == 0 ? "" : ", ").node(nodes.get(i));
        }
    }

    /** A name of one or more parts. */
    static void name(List<String> parts, SqlWriter out) {
        for (int i = 0; i < parts.size(); i++) {
            out.text(i == 0 ? "" : ".").identifier(parts.get(i));
        }
    }
}

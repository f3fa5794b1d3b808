package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.execute.SelectedColumn.Form;
import io.fraiseql.core.plan.RowProgram;
import io.fraiseql.core.plan.RowProgram.Kind;
import io.fraiseql.core.plan.RowProgram.Member;
import io.fraiseql.core.plan.RowProgram.Op;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.query.RowField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the rows of one branch are as typed columns. Used for one branch. */
final class BranchFields {

    private static final String ID = "ID";

    private final RowProgram program;
    private final RowShape shape;
    private final Lists lists;
    private final List<SelectedColumn> columns = new ArrayList<>();
    private final List<RowField> fields;

    /** Says what a list below the rows is. */
    @FunctionalInterface
    interface Lists {
        /**
         * The field of a list.
         *
         * @param column of the branch above it
         */
        RowField field(String name, int branch, int column);
    }

    /** @throws FraiseqlException {@code BAD_USER_INPUT} when the rows have what typed columns cannot carry */
    BranchFields(RowProgram program, RowShape shape, Lists lists) {
        this.program = program;
        this.shape = shape;
        this.lists = lists;
        for (int i = 0; i < program.length(); i++) {
            if (program.op(i).kind() == Kind.CHOOSE) {
                throw refused("an interface or union");
            }
        }
        this.fields = fields(program.members());
    }

    List<RowField> fields() {
        return fields;
    }

    SelectedColumn[] columns() {
        return columns.toArray(new SelectedColumn[0]);
    }

    private List<RowField> fields(List<Member> members) {
        List<RowField> result = new ArrayList<>();
        members.forEach(member -> result.add(field(member)));
        return result;
    }

    private RowField field(Member member) {
        String constant = member.constant();
        if (constant != null) {
            Op raw = new Op(Kind.RAW, constant.getBytes(StandardCharsets.UTF_8), -1, false, "", -1, null, null, null);
            return value(member, raw, Form.CONSTANT, ColumnType.TEXT);
        }
        if (member.op() < 0) {
            return object(member, -1);
        }
        Op op = program.op(member.op());
        return switch (op.kind()) {
            case UNLESS_NULL -> object(member, column(Form.PLAIN, op));
            case UNLESS_FALSE -> object(member, column(Form.PRESENT, op));
            case PACKED -> value(member, op, Form.PACKED, ColumnType.TEXT);
            case COUNT -> value(member, op, Form.COUNT, ColumnType.INT);
            case ROUNDED -> value(member, op, Form.ROUNDED, ColumnType.FLOAT);
            case INT -> value(member, op, Form.INT, ColumnType.INT);
            case BIGINT ->
                member.type().equals(ID)
                        ? value(member, op, Form.NUMBER_TEXT, ColumnType.TEXT)
                        : value(member, op, Form.PLAIN, ColumnType.BIGINT);
            case UUID ->
                member.type().equals(ID)
                        ? value(member, op, Form.UUID_TEXT, ColumnType.TEXT)
                        : value(member, op, Form.PLAIN, ColumnType.UUID);
            case DURATION -> value(member, op, Form.DURATION, ColumnType.DURATION);
            case JSON -> value(member, op, Form.JSON, ColumnType.JSON);
            case ENUM -> enumeration(member, op);
            case BOOLEAN, FLOAT32, FLOAT, DECIMAL, TEXT, DATETIME, LOCAL_DATETIME, DATE, TIME, BYTES ->
                value(member, op, Form.PLAIN, ColumnType.valueOf(op.kind().name()));
            case LIST -> lists.field(member.key(), op.target(), column(Form.LIST, op));
            case PROJECTION -> throw refused("'" + member.key() + "', a part of a JSON document");
            case RAW, JUMP, CHOOSE, SEPARATOR -> throw new IllegalStateException("no value: " + op.kind());
        };
    }

    private RowField value(Member member, Op op, Form form, ColumnType type) {
        SqlType sql =
                type == ColumnType.DECIMAL ? shape.columns().get(op.column()).sql() : null;
        Integer precision = sql == null ? null : sql.precision();
        Integer scale = sql == null ? null : sql.scale();
        return new RowField(
                member.key(),
                RowField.Kind.VALUE,
                type,
                op.nullable(),
                column(form, op),
                scale == null ? null : precision,
                precision == null ? null : scale,
                List.of(),
                List.of());
    }

    private RowField enumeration(Member member, Op op) {
        List<String> names = RowValues.choices(op).results().stream()
                .map(json -> new String(json, 1, json.length - 2, StandardCharsets.UTF_8))
                .toList();
        return new RowField(
                member.key(),
                RowField.Kind.ENUM,
                ColumnType.TEXT,
                op.nullable(),
                column(Form.ENUM, op),
                null,
                null,
                names,
                List.of());
    }

    /** @param presence -1 when it is always there */
    private RowField object(Member member, int presence) {
        return new RowField(
                member.key(),
                RowField.Kind.OBJECT,
                ColumnType.JSON,
                presence >= 0,
                presence,
                null,
                null,
                List.of(),
                fields(member.members()));
    }

    private int column(Form form, Op op) {
        columns.add(new SelectedColumn(form, op));
        return columns.size() - 1;
    }

    static FraiseqlException refused(String what) {
        return new FraiseqlException(
                CoreErrorCode.BAD_USER_INPUT, "rows cannot carry " + what + "; leave it out, or ask over HTTP");
    }
}

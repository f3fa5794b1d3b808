package io.fraiseql.core.plan;

import io.fraiseql.core.cursor.PackedColumns;
import io.fraiseql.core.json.JsonProjection;
import io.fraiseql.core.plan.RowProgram.Choices;
import io.fraiseql.core.plan.RowProgram.Kind;
import io.fraiseql.core.plan.RowProgram.Op;
import io.fraiseql.spi.Nullable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Collects the instructions of a {@link RowProgram}; text between values is merged into the next instruction's prefix. */
final class ProgramBuilder {

    private final List<Op> ops = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private final MemberRecorder members = new MemberRecorder();

    void text(String json) {
        pending.append(json);
    }

    void beginObject() {
        members.begin();
        text("{");
    }

    /**
     * Begins a member of the object that was begun last.
     *
     * @param type the GraphQL type of its value; its element type when it is a list
     */
    void member(String key, String type) {
        text((members.first() ? "" : ",") + "\"" + key + "\":");
        members.member(key, type);
    }

    void endObject() {
        text("}");
        members.end();
    }

    /** The value of a member that is the same in every row. */
    void constant(String text) {
        text("\"" + text + "\"");
        members.constant(text);
    }

    void value(Kind kind, int column, boolean nullable, String field) {
        add(kind, column, nullable, field, -1, null, null);
    }

    void projection(int column, boolean nullable, String field, JsonProjection projection) {
        add(Kind.PROJECTION, column, nullable, field, -1, projection, null);
    }

    void enumeration(int column, boolean nullable, String field, Choices choices) {
        add(Kind.ENUM, column, nullable, field, -1, null, choices);
    }

    void list(int list) {
        add(Kind.LIST, -1, false, "", list, null, null);
    }

    void separator() {
        add(Kind.SEPARATOR, -1, false, "", -1, null, null);
    }

    void packed(PackedColumns columns) {
        byte[] prefix = pending.toString().getBytes(StandardCharsets.UTF_8);
        pending.setLength(0);
        members.value(ops.size());
        ops.add(new Op(Kind.PACKED, prefix, -1, false, "", -1, null, null, columns));
    }

    /** Begins an object that may be absent; {@link #land} says where to go on. */
    int unless(Kind kind, int column) {
        add(kind, column, true, "", -1, null, null);
        return ops.size() - 1;
    }

    /** Begins a choice; its {@link Choices} come with {@link #choices}. */
    int choose(int column, String field) {
        add(Kind.CHOOSE, column, false, field, -1, null, null);
        return ops.size() - 1;
    }

    int jump() {
        add(Kind.JUMP, -1, false, "", -1, null, null);
        return ops.size() - 1;
    }

    /** The position of the next instruction. */
    int here() {
        flush();
        return ops.size();
    }

    /** Lets a jump arrive at the next instruction. */
    void land(int jump) {
        int here = here();
        ops.set(jump, ops.get(jump).withTarget(here));
    }

    void choices(int choose, Choices choices) {
        Op op = ops.get(choose);
        ops.set(choose, new Op(op.kind(), op.prefix(), op.column(), false, op.field(), -1, null, choices, null));
    }

    /** The program, with each level-local column replaced by its column in the statement. */
    RowProgram build(int[] columns) {
        flush();
        return new RowProgram(ops.stream().map(op -> op.at(columns)).toList(), members.object());
    }

    private void flush() {
        if (pending.length() > 0) {
            add(Kind.RAW, -1, false, "", -1, null, null);
        }
    }

    private void add(
            Kind kind,
            int column,
            boolean nullable,
            String field,
            int target,
            @Nullable JsonProjection projection,
            @Nullable Choices choices) {
        byte[] prefix = pending.toString().getBytes(StandardCharsets.UTF_8);
        pending.setLength(0);
        if (kind != Kind.RAW && kind != Kind.JUMP && kind != Kind.SEPARATOR) {
            members.value(ops.size());
        }
        ops.add(new Op(kind, prefix, column, nullable, field, target, projection, choices, null));
    }
}

package io.fraiseql.core.plan;

import io.fraiseql.core.cursor.PackedColumns;
import io.fraiseql.core.json.JsonProjection;
import io.fraiseql.spi.Nullable;
import java.util.List;

/**
 * How one row of a branch becomes the JSON text of one object: instructions run in order, so that writing needs no tree. Made at compile
 * time; immutable.
 */
public final class RowProgram {

    private final Op[] ops;
    private final List<Member> members;

    RowProgram(List<Op> ops, List<Member> members) {
        this.ops = ops.toArray(new Op[0]);
        this.members = List.copyOf(members);
    }

    /** What the object has; of no meaning where the program makes other texts or {@link Kind#CHOOSE}s among objects. */
    public List<Member> members() {
        return members;
    }

    /** How many instructions there are; at least one. */
    public int length() {
        return ops.length;
    }

    /** One instruction. */
    public Op op(int index) {
        return ops[index];
    }

    /** What an instruction writes after its {@link Op#prefix}. */
    public enum Kind {
        /** Nothing more. */
        RAW,
        /** Nothing when the column is not null; else {@code null}, and {@link Op#target} comes next. */
        UNLESS_NULL,
        /** Like {@link #UNLESS_NULL} for a boolean column that tells whether the object is there. */
        UNLESS_FALSE,
        /** {@link Op#target} comes next. */
        JUMP,
        /** The instruction that {@link Op#choices} gives for the column's text comes next. */
        CHOOSE,
        /** The children in list {@link Op#target}, in their form. */
        LIST,
        /** Nothing more: one text of the row ends and the next one begins. */
        SEPARATOR,
        /** The columns of {@link Op#packed} as one opaque text. */
        PACKED,
        /** A number of rows, which must fit 32 bits. */
        COUNT,
        /** A computed floating-point number, rounded to the digits that every database agrees on. */
        ROUNDED,
        BOOLEAN,
        INT,
        /** A long as a string. */
        BIGINT,
        FLOAT32,
        FLOAT,
        DECIMAL,
        TEXT,
        /** The text that {@link Op#choices} gives for the column's text. */
        ENUM,
        UUID,
        DATETIME,
        LOCAL_DATETIME,
        DATE,
        TIME,
        DURATION,
        JSON,
        BYTES,
        /** The JSON column through {@link Op#projection}. */
        PROJECTION
    }

    /**
     * One instruction.
     *
     * @param prefix bytes written first, as they are
     * @param column of the row; -1 when unused
     * @param nullable whether a null may be written
     * @param field {@code Type.field}, for errors
     * @param target an instruction or a list; -1 when unused
     */
    public record Op(
            Kind kind,
            byte[] prefix,
            int column,
            boolean nullable,
            String field,
            int target,
            @Nullable JsonProjection projection,
            @Nullable Choices choices,
            @Nullable PackedColumns packed) {

        Op at(int[] columns) {
            return new Op(
                    kind,
                    prefix,
                    column < 0 ? column : columns[column],
                    nullable,
                    field,
                    target,
                    projection,
                    choices,
                    packed == null ? null : packed.at(columns));
        }

        Op withTarget(int newTarget) {
            return new Op(kind, prefix, column, nullable, field, newTarget, projection, choices, packed);
        }
    }

    /**
     * A member of the object that the program writes.
     *
     * @param type the GraphQL type of its value; its element type when it is a list
     * @param op the instruction that writes it or, for an object, tells whether it is there; -1 for a constant
     * @param constant its value when it is the same in every row; null for others
     * @param members of an object; empty for a value or a list
     */
    public record Member(
            String key, String type, int op, @Nullable String constant, List<Member> members) {
        public Member {
            members = List.copyOf(members);
        }
    }

    /**
     * What stands for a text of the database: an instruction or a JSON text.
     *
     * @param texts UTF-8
     * @param targets an instruction for each text; empty when {@code results} is used
     * @param results JSON for each text; empty when {@code targets} is used
     */
    public record Choices(List<byte[]> texts, List<Integer> targets, List<byte[]> results) {}
}

package io.fraiseql.core.cursor;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Which columns of a row are packed into one text. Immutable.
 *
 * @param head what a cursor is a place in: a hash of the query, its order and the types of the columns; unused for a node
 * @param typeName of a node; null for a cursor
 * @param columns of the row
 * @param types of these columns
 */
public record PackedColumns(long head, @Nullable String typeName, List<Integer> columns, List<ColumnType> types) {

    public PackedColumns {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
    }

    /** The columns of a cursor. */
    public static PackedColumns cursor(long head, List<Integer> columns, List<ColumnType> types) {
        return new PackedColumns(head, null, columns, types);
    }

    /** The columns of a global object id. */
    public static PackedColumns node(String typeName, List<Integer> columns, List<ColumnType> types) {
        return new PackedColumns(0, typeName, columns, types);
    }

    /** The same from other columns. */
    public PackedColumns at(int[] places) {
        return new PackedColumns(
                head, typeName, columns.stream().map(column -> places[column]).toList(), types);
    }

    /** The head of cursors in an order that a text describes. */
    public static long head(String order) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(order.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

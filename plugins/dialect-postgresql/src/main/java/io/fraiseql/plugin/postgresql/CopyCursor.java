package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.StatementRun;
import io.fraiseql.spi.Nullable;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a COPY in its binary form: a header of 19 bytes and an extension; for each row the number of its values as {@code int16}, for each
 * value its length as {@code int32}, -1 for a null, and its bytes; -1 instead of a number at the end (PostgreSQL's page on COPY).
 */
final class CopyCursor extends WireCursor {

    private static final int EXTENSION = 15;
    private static final int HEADER = 19;

    private final CopyOut copy;
    private final int[] starts;
    private final int[] lengths;
    private byte[] data = {};
    private int position;
    private boolean begun;
    private boolean ended;

    CopyCursor(CopyOut copy, StatementRun run, ColumnReader[] readers) {
        super(run, readers);
        this.copy = copy;
        this.starts = new int[readers.length];
        this.lengths = new int[readers.length];
    }

    @Override
    boolean advance() throws SQLException {
        if (ended || !more()) {
            ended = true;
            return false;
        }
        int values = BigEndian.shortAt(data, position);
        position += Short.BYTES;
        if (values < 0) {
            position = data.length;
            return advance();
        }
        for (int i = 0; i < values; i++) {
            lengths[i] = BigEndian.intAt(data, position);
            starts[i] = position + Integer.BYTES;
            position = starts[i] + Math.max(0, lengths[i]);
        }
        return true;
    }

    /** Whether something follows; the server sends a row in one message, the header with the first. */
    private boolean more() throws SQLException {
        while (position == data.length) {
            byte[] message = copy.readFromCopy();
            if (message == null) {
                return false;
            }
            data = message;
            position = begun ? 0 : HEADER + BigEndian.intAt(data, EXTENSION);
            begun = true;
        }
        return true;
    }

    @Override
    byte @Nullable [] fetch(int column) {
        return lengths[column] < 0 ? null : Arrays.copyOfRange(data, starts[column], starts[column] + lengths[column]);
    }
}

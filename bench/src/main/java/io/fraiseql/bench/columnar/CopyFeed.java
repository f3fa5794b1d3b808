package io.fraiseql.bench.columnar;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Rows by {@code COPY … BINARY}, decoded for exactly these columns. */
final class CopyFeed implements Feed {

    private static final int HEADER = 19;
    private static final long EPOCH_MICROS = 946_684_800_000_000L;
    private static final int EPOCH_DAYS = 10_957;
    private static final int CENTS = 100;
    private static final int GROUP = 10_000;

    private final Connection connection;
    private final CopyOut copy;
    private boolean begun;

    CopyFeed(Connection connection) throws SQLException {
        this.connection = connection;
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + Measurements.SQL + ") TO STDOUT (FORMAT BINARY)");
    }

    @Override
    public boolean fill(Measurements rows) throws SQLException {
        rows.reset();
        int row = 0;
        while (row < Measurements.BATCH) {
            byte[] message = copy.readFromCopy();
            if (message == null) {
                break;
            }
            ByteBuffer data = ByteBuffer.wrap(message);
            if (!begun) {
                begun = true;
                data.position(HEADER);
            }
            if (data.getShort() > 0) {
                read(data, rows, row++);
            }
        }
        rows.root.setRowCount(row);
        return row > 0;
    }

    private static void read(ByteBuffer data, Measurements rows, int row) {
        data.getInt();
        rows.id.set(row, data.getLong());
        data.getInt();
        rows.device.set(row, data.getInt());
        int length = data.getInt();
        rows.label.setSafe(row, data.array(), data.position(), length);
        data.position(data.position() + length);
        length = data.getInt();
        if (length >= 0) {
            rows.note.setSafe(row, data.array(), data.position(), length);
            data.position(data.position() + length);
        }
        data.getInt();
        rows.takenAt.set(row, data.getLong() + EPOCH_MICROS);
        data.getInt();
        rows.receivedAt.set(row, data.getLong() + EPOCH_MICROS);
        data.getInt();
        rows.active.set(row, data.get());
        data.getInt();
        rows.amount.set(row, cents(data));
        data.getInt();
        rows.ratio.set(row, data.getDouble());
        length = data.getInt();
        rows.token.set(row, java.util.Arrays.copyOfRange(data.array(), data.position(), data.position() + length));
        data.position(data.position() + length);
        data.getInt();
        rows.day.set(row, data.getInt() + EPOCH_DAYS);
        if (data.getInt() >= 0) {
            rows.attempts.set(row, data.getInt());
        }
    }

    /** A numeric of two decimals that is not negative. */
    private static long cents(ByteBuffer data) {
        int groups = data.getShort();
        int weight = data.getShort();
        data.getInt();
        long cents = 0;
        for (int i = 0; i < groups; i++) {
            long value = data.getShort();
            int place = weight - i;
            long unit = CENTS;
            for (int n = 0; n < place; n++) {
                unit *= GROUP;
            }
            cents += place < 0 ? value * CENTS / GROUP : value * unit;
        }
        return cents;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

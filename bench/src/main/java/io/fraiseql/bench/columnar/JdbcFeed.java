package io.fraiseql.bench.columnar;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Rows through the driver's getters, a thousand at a time. */
final class JdbcFeed implements Feed {

    private static final int FETCH = 1000;
    private static final int MILLION = 1_000_000;

    private final Connection connection;
    private final DriverValues values;
    private final PreparedStatement statement;
    private final ResultSet result;

    JdbcFeed(Connection connection, DriverValues values) throws SQLException {
        this.connection = connection;
        this.values = values;
        connection.setAutoCommit(false);
        this.statement = connection.prepareStatement(Measurements.SQL);
        statement.setFetchSize(FETCH);
        this.result = statement.executeQuery();
    }

    @Override
    public boolean fill(Measurements rows) throws SQLException {
        rows.reset();
        int row = 0;
        while (row < Measurements.BATCH && result.next()) {
            read(rows, row++);
        }
        rows.root.setRowCount(row);
        return row > 0;
    }

    private void read(Measurements rows, int row) throws SQLException {
        rows.id.set(row, result.getLong(1));
        rows.device.set(row, result.getInt(2));
        rows.label.setSafe(row, result.getString(3).getBytes(StandardCharsets.UTF_8));
        String note = result.getString(4);
        if (note != null) {
            rows.note.setSafe(row, note.getBytes(StandardCharsets.UTF_8));
        }
        rows.takenAt.set(row, micros(values.instant(result, 5).toLocalDateTime()));
        rows.receivedAt.set(row, micros(values.local(result, 6)));
        rows.active.set(row, result.getBoolean(7) ? 1 : 0);
        rows.amount.set(row, values.decimal(result, 8));
        rows.ratio.set(row, result.getDouble(9));
        UUID token = values.uuid(result, 10);
        rows.token.set(
                row,
                ByteBuffer.allocate(16)
                        .putLong(token.getMostSignificantBits())
                        .putLong(token.getLeastSignificantBits())
                        .array());
        rows.day.set(row, (int) values.date(result, 11).toEpochDay());
        int attempts = result.getInt(12);
        if (!result.wasNull()) {
            rows.attempts.set(row, attempts);
        }
    }

    private static long micros(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) * MILLION + TimeUnit.NANOSECONDS.toMicros(time.getNano());
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}

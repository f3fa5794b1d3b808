package io.fraiseql.bench.floor;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A thousand rows of twelve columns. */
final class WideAnswer implements TypedRows {

    private static final byte[] BEGIN = Json.ascii("{\"data\":{\"measurements\":[");
    private static final byte[] ID = Json.ascii("{\"id\":\"");
    private static final byte[] DEVICE = Json.ascii("\",\"device\":");
    private static final byte[] LABEL = Json.ascii(",\"label\":");
    private static final byte[] NOTE = Json.ascii(",\"note\":");
    private static final byte[] TAKEN = Json.ascii(",\"takenAt\":");
    private static final byte[] RECEIVED = Json.ascii(",\"receivedAt\":");
    private static final byte[] ACTIVE = Json.ascii(",\"active\":");
    private static final byte[] AMOUNT = Json.ascii(",\"amount\":\"");
    private static final byte[] RATIO = Json.ascii("\",\"ratio\":");
    private static final byte[] TOKEN = Json.ascii(",\"token\":");
    private static final byte[] DAY = Json.ascii(",\"day\":");
    private static final byte[] ATTEMPTS = Json.ascii(",\"attempts\":");
    private static final byte[] END = Json.ascii("]}}");

    @Override
    public String sql() {
        return """
            SELECT id, device, label, note, taken_at, received_at, active, amount, ratio, token, day, attempts
            FROM measurements WHERE id > ? ORDER BY id LIMIT 1000""";
    }

    @Override
    public void write(ResultSet rows, JsonBytes out) throws SQLException {
        out.raw(BEGIN);
        boolean first = true;
        while (rows.next()) {
            if (!first) {
                out.raw(',');
            }
            first = false;
            row(rows, out);
        }
        out.raw(END);
    }

    private static void row(ResultSet rows, JsonBytes out) throws SQLException {
        out.raw(ID).number(rows.getLong(1));
        out.raw(DEVICE).number(rows.getInt(2));
        out.raw(LABEL).text(rows.getBytes(3));
        out.raw(NOTE).text(rows.getBytes(4));
        out.raw(TAKEN).dateTime(Wire.micros(rows.getBytes(5)), true);
        out.raw(RECEIVED).dateTime(Wire.micros(rows.getBytes(6)), false);
        out.raw(ACTIVE).bool(rows.getBoolean(7));
        out.raw(AMOUNT).raw(rows.getBytes(8));
        out.raw(RATIO).number(rows.getDouble(9));
        out.raw(TOKEN).uuid(rows.getBytes(10));
        out.raw(DAY).date(Wire.days(rows.getBytes(11)));
        int attempts = rows.getInt(12);
        out.raw(ATTEMPTS);
        if (rows.wasNull()) {
            out.raw(Json.NULL);
        } else {
            out.number(attempts);
        }
        out.raw('}');
    }
}

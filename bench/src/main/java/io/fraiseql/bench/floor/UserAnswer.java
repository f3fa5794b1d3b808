package io.fraiseql.bench.floor;

import java.sql.ResultSet;
import java.sql.SQLException;

/** One user by key. */
final class UserAnswer implements TypedRows {

    private static final byte[] BEGIN = Json.ascii("{\"data\":{\"user\":{\"id\":");
    private static final byte[] NAME = Json.ascii(",\"name\":");
    private static final byte[] EMAIL = Json.ascii(",\"email\":");
    private static final byte[] CITY = Json.ascii(",\"city\":");
    private static final byte[] CREATED = Json.ascii(",\"createdAt\":");
    private static final byte[] END = Json.ascii("}}}");
    private static final byte[] NONE = Json.ascii("{\"data\":{\"user\":null}}");

    @Override
    public String sql() {
        return "SELECT id, name, email, city, created_at FROM users WHERE id = ?";
    }

    @Override
    public void write(ResultSet rows, JsonBytes out) throws SQLException {
        if (!rows.next()) {
            out.raw(NONE);
            return;
        }
        out.raw(BEGIN).number(rows.getInt(1));
        out.raw(NAME).text(rows.getBytes(2));
        out.raw(EMAIL).text(rows.getBytes(3));
        out.raw(CITY).text(rows.getBytes(4));
        out.raw(CREATED).dateTime(Wire.micros(rows.getBytes(5)), true);
        out.raw(END);
    }
}

package io.fraiseql.bench.floor;

import java.sql.ResultSet;
import java.sql.SQLException;

/** 50 comments behind one, and whether there are more. */
final class PageAnswer implements TypedRows {

    private static final int PAGE = 50;
    private static final byte[] BEGIN = Json.ascii("{\"data\":{\"commentsConnection\":{\"nodes\":[");
    private static final byte[] ID = Json.ascii("{\"id\":");
    private static final byte[] BODY = Json.ascii(",\"body\":");
    private static final byte[] CREATED = Json.ascii(",\"createdAt\":");
    private static final byte[] MORE = Json.ascii("],\"pageInfo\":{\"hasNextPage\":");
    private static final byte[] END = Json.ascii("}}}}");

    @Override
    public String sql() {
        return "SELECT id, body, created_at FROM comments WHERE id > ? ORDER BY id LIMIT 51";
    }

    @Override
    public void write(ResultSet rows, JsonBytes out) throws SQLException {
        out.raw(BEGIN);
        int count = 0;
        while (rows.next() && count++ < PAGE) {
            if (count > 1) {
                out.raw(',');
            }
            out.raw(ID).number(rows.getInt(1));
            out.raw(BODY).text(rows.getBytes(2));
            out.raw(CREATED).dateTime(Wire.micros(rows.getBytes(3)), true);
            out.raw('}');
        }
        out.raw(MORE).bool(count > PAGE);
        out.raw(END);
    }
}

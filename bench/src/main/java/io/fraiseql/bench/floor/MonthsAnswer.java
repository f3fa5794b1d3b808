package io.fraiseql.bench.floor;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Posts of a category in groups by month. */
final class MonthsAnswer implements TypedRows {

    private static final byte[] BEGIN = Json.ascii("{\"data\":{\"postsAggregate\":[");
    private static final byte[] MONTH = Json.ascii("{\"keys\":{\"publishedAt\":");
    private static final byte[] COUNT = Json.ascii("},\"count\":");
    private static final byte[] SUM = Json.ascii(",\"sum\":{\"score\":\"");
    private static final byte[] MAX = Json.ascii("\"},\"max\":{\"score\":");
    private static final byte[] END_ROW = Json.ascii("}}");
    private static final byte[] END = Json.ascii("]}}");

    @Override
    public String sql() {
        return """
            SELECT date_trunc('month', published_at), count(*), sum(score), max(score)
            FROM posts WHERE category = ? GROUP BY 1 ORDER BY 1""";
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
            out.raw(MONTH).dateTime(Wire.micros(rows.getBytes(1)), true);
            out.raw(COUNT).number(rows.getLong(2));
            out.raw(SUM).number(rows.getLong(3));
            out.raw(MAX).number(rows.getInt(4));
            out.raw(END_ROW);
        }
        out.raw(END);
    }
}

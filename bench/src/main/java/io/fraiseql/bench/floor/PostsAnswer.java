package io.fraiseql.bench.floor;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Posts with their authors: a page after a key, or a page of a category. */
final class PostsAnswer implements TypedRows {

    static final String BY_ID = """
            SELECT p.id, p.title, p.score, p.published_at, u.id, u.name
            FROM posts p JOIN users u ON u.id = p.author_id
            WHERE p.id > ? ORDER BY p.id LIMIT 20""";
    static final String BY_CATEGORY = """
            SELECT p.id, p.title, p.score, p.published_at, u.id, u.name
            FROM posts p JOIN users u ON u.id = p.author_id
            WHERE p.category = ? AND p.score >= 50 ORDER BY p.published_at DESC, p.id LIMIT 50 OFFSET 100""";

    private static final byte[] BEGIN = Json.ascii("{\"data\":{\"posts\":[");
    private static final byte[] ID = Json.ascii("{\"id\":");
    private static final byte[] TITLE = Json.ascii(",\"title\":");
    private static final byte[] SCORE = Json.ascii(",\"score\":");
    private static final byte[] PUBLISHED = Json.ascii(",\"publishedAt\":");
    private static final byte[] AUTHOR = Json.ascii(",\"author\":{\"id\":");
    private static final byte[] NAME = Json.ascii(",\"name\":");
    private static final byte[] END_ROW = Json.ascii("}}");
    private static final byte[] END = Json.ascii("]}}");

    private final String sql;

    PostsAnswer(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
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
            out.raw(ID).number(rows.getInt(1));
            out.raw(TITLE).text(rows.getBytes(2));
            out.raw(SCORE).number(rows.getInt(3));
            out.raw(PUBLISHED).dateTime(Wire.micros(rows.getBytes(4)), true);
            out.raw(AUTHOR).number(rows.getInt(5));
            out.raw(NAME).text(rows.getBytes(6));
            out.raw(END_ROW);
        }
        out.raw(END);
    }
}

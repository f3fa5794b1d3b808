package io.fraiseql.bench.floor;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Posts with comments, as one flat join: with a single list, repeating the post costs less than a branch for each level. */
final class CommentsAnswer implements TypedRows {

    private static final byte[] BEGIN = Json.ascii("{\"data\":{\"posts\":[");
    private static final byte[] ID = Json.ascii("{\"id\":");
    private static final byte[] TITLE = Json.ascii(",\"title\":");
    private static final byte[] BODY = Json.ascii(",\"body\":");
    private static final byte[] CREATED = Json.ascii(",\"createdAt\":");
    private static final byte[] AUTHOR = Json.ascii(",\"author\":{\"id\":");
    private static final byte[] NAME = Json.ascii(",\"name\":");
    private static final byte[] COMMENTS = Json.ascii("},\"comments\":[");
    private static final byte[] END_COMMENT = Json.ascii("}}");
    private static final byte[] END_POST = Json.ascii("]}");
    private static final byte[] END = Json.ascii("]}}");

    @Override
    public String sql() {
        return """
            SELECT p.id, p.title, u.id, u.name, c.id, c.body, c.created_at, c.author, c.name
            FROM (SELECT id, title, author_id FROM posts WHERE id > ? ORDER BY id LIMIT 20) p
            LEFT JOIN users u ON u.id = p.author_id
            LEFT JOIN LATERAL (
              SELECT c.id, c.body, c.created_at, a.id AS author, a.name
              FROM comments c LEFT JOIN users a ON a.id = c.author_id
              WHERE c.post_id = p.id ORDER BY c.id LIMIT 10) c ON true""";
    }

    @Override
    public void write(ResultSet rows, JsonBytes out) throws SQLException {
        out.raw(BEGIN);
        int post = -1;
        while (rows.next()) {
            int id = rows.getInt(1);
            boolean next = id != post;
            if (next) {
                begin(rows, id, post >= 0, out);
                post = id;
            }
            comment(rows, !next, out);
        }
        if (post >= 0) {
            out.raw(END_POST);
        }
        out.raw(END);
    }

    private static void begin(ResultSet rows, int id, boolean after, JsonBytes out) throws SQLException {
        if (after) {
            out.raw(END_POST).raw(',');
        }
        out.raw(ID).number(id);
        out.raw(TITLE).text(rows.getBytes(2));
        out.raw(AUTHOR).number(rows.getInt(3));
        out.raw(NAME).text(rows.getBytes(4));
        out.raw(COMMENTS);
    }

    private static void comment(ResultSet rows, boolean after, JsonBytes out) throws SQLException {
        int id = rows.getInt(5);
        if (rows.wasNull()) {
            return;
        }
        if (after) {
            out.raw(',');
        }
        out.raw(ID).number(id);
        out.raw(BODY).text(rows.getBytes(6));
        out.raw(CREATED).dateTime(Wire.micros(rows.getBytes(7)), true);
        out.raw(AUTHOR).number(rows.getInt(8));
        out.raw(NAME).text(rows.getBytes(9));
        out.raw(END_COMMENT);
    }
}

package io.fraiseql.bench.floor;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Posts with two lists each: the rows of a post, its comments and its reactions come one after another and are written as they come. */
final class SiblingsAnswer implements TypedRows {

    private static final int POST = 0;
    private static final int COMMENT = 1;
    private static final byte[] BEGIN = Json.ascii("{\"data\":{\"posts\":[");
    private static final byte[] ID = Json.ascii("{\"id\":");
    private static final byte[] TITLE = Json.ascii(",\"title\":");
    private static final byte[] BODY = Json.ascii(",\"body\":");
    private static final byte[] KIND = Json.ascii(",\"kind\":");
    private static final byte[] CREATED = Json.ascii(",\"createdAt\":");
    private static final byte[] AUTHOR = Json.ascii(",\"author\":{\"id\":");
    private static final byte[] NAME = Json.ascii(",\"name\":");
    private static final byte[] COMMENTS = Json.ascii(",\"comments\":[");
    private static final byte[] REACTIONS = Json.ascii("],\"reactions\":[");
    private static final byte[] END_POST = Json.ascii("]}");
    private static final byte[] END = Json.ascii("]}}");

    @Override
    public String sql() {
        return """
            SELECT x.*
            FROM (SELECT id, title, author_id FROM posts WHERE id > ? ORDER BY id LIMIT 20) p
            LEFT JOIN users u ON u.id = p.author_id
            CROSS JOIN LATERAL (
              SELECT 0 AS branch, p.id, p.title AS words, NULL::timestamptz AS created_at, u.id AS author, u.name
              UNION ALL
              (SELECT 1, c.id, c.body, c.created_at, a.id, a.name
               FROM comments c LEFT JOIN users a ON a.id = c.author_id
               WHERE c.post_id = p.id ORDER BY c.id LIMIT 10)
              UNION ALL
              (SELECT 2, r.id, r.kind, r.created_at, NULL::integer, NULL::text
               FROM reactions r WHERE r.post_id = p.id ORDER BY r.id LIMIT 10)) x""";
    }

    @Override
    public void write(ResultSet rows, JsonBytes out) throws SQLException {
        out.raw(BEGIN);
        int previous = -1;
        while (rows.next()) {
            int branch = rows.getInt(1);
            if (branch == POST) {
                endPost(previous, out);
                post(rows, out);
            } else if (branch == COMMENT) {
                out.raw(previous == COMMENT ? Json.COMMA : Json.NOTHING);
                comment(rows, out);
            } else {
                out.raw(branch == previous ? Json.COMMA : REACTIONS);
                reaction(rows, out);
            }
            previous = branch;
        }
        if (previous >= 0) {
            endLists(previous, out);
        }
        out.raw(END);
    }

    private static void endPost(int previous, JsonBytes out) {
        if (previous >= 0) {
            endLists(previous, out);
            out.raw(',');
        }
    }

    private static void endLists(int previous, JsonBytes out) {
        if (previous <= COMMENT) {
            out.raw(REACTIONS);
        }
        out.raw(END_POST);
    }

    private static void post(ResultSet rows, JsonBytes out) throws SQLException {
        out.raw(ID).number(rows.getInt(2));
        out.raw(TITLE).text(rows.getBytes(3));
        author(rows, out);
        out.raw(COMMENTS);
    }

    private static void comment(ResultSet rows, JsonBytes out) throws SQLException {
        out.raw(ID).number(rows.getInt(2));
        out.raw(BODY).text(rows.getBytes(3));
        out.raw(CREATED).dateTime(Wire.micros(rows.getBytes(4)), true);
        author(rows, out);
        out.raw('}');
    }

    private static void author(ResultSet rows, JsonBytes out) throws SQLException {
        out.raw(AUTHOR).number(rows.getInt(5));
        out.raw(NAME).text(rows.getBytes(6));
        out.raw('}');
    }

    private static void reaction(ResultSet rows, JsonBytes out) throws SQLException {
        out.raw(ID).number(rows.getInt(2));
        out.raw(KIND).text(rows.getBytes(3));
        out.raw(CREATED).dateTime(Wire.micros(rows.getBytes(4)), true);
        out.raw('}');
    }
}

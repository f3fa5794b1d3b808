package io.fraiseql.bench.floor;

import io.fraiseql.bench.Shape;

/** The statement of each operation that builds the whole answer in the database, as one text. */
final class JsonSql {

    private static final String USER = """
            SELECT json_build_object('data', json_build_object('user', (
              SELECT json_build_object('id', id, 'name', name, 'email', email, 'city', city, 'createdAt', created_at)
              FROM users WHERE id = $1)))::text""";

    private static final String POSTS = """
            SELECT json_build_object('data', json_build_object('posts', coalesce(json_agg(json_build_object(
              'id', id, 'title', title, 'score', score, 'publishedAt', published_at,
              'author', json_build_object('id', author_id, 'name', name))), '[]')))::text
            FROM (%s) p""";

    private static final String AFTER = """
            SELECT p.*, u.name FROM posts p JOIN users u ON u.id = p.author_id
            WHERE p.id > $1 ORDER BY p.id LIMIT 20""";

    private static final String OF_CATEGORY = """
            SELECT p.*, u.name FROM posts p JOIN users u ON u.id = p.author_id
            WHERE category = $1 AND score >= 50 ORDER BY published_at DESC, p.id LIMIT 50 OFFSET 100""";

    private static final String COMMENTS = """
            'comments', (SELECT coalesce(json_agg(json_build_object(
                'id', id, 'body', body, 'createdAt', created_at,
                'author', json_build_object('id', author_id, 'name', name))), '[]')
              FROM (SELECT c.*, u.name FROM comments c JOIN users u ON u.id = c.author_id
                    WHERE c.post_id = p.id ORDER BY c.id LIMIT 10) c)""";

    private static final String REACTIONS = """
            'reactions', (SELECT coalesce(json_agg(json_build_object(
                'id', id, 'kind', kind, 'createdAt', created_at)), '[]')
              FROM (SELECT * FROM reactions r WHERE r.post_id = p.id ORDER BY r.id LIMIT 10) r)""";

    private static final String NESTED = """
            SELECT json_build_object('data', json_build_object('posts', coalesce(json_agg(json_build_object(
              'id', id, 'title', title, 'author', json_build_object('id', author_id, 'name', name),
              %s)), '[]')))::text
            FROM (%s) p""";

    private static final String WIDE = """
            SELECT json_build_object('data', json_build_object('measurements', coalesce(json_agg(json_build_object(
              'id', id::text, 'device', device, 'label', label, 'note', note, 'takenAt', taken_at,
              'receivedAt', received_at, 'active', active, 'amount', amount::text, 'ratio', ratio, 'token', token,
              'day', day, 'attempts', attempts)), '[]')))::text
            FROM (SELECT * FROM measurements WHERE id > $1 ORDER BY id LIMIT 1000) m""";

    private static final String MONTHS = """
            SELECT json_build_object('data', json_build_object('postsAggregate', coalesce(json_agg(json_build_object(
              'keys', json_build_object('publishedAt', month), 'count', count,
              'sum', json_build_object('score', sum::text), 'max', json_build_object('score', max))), '[]')))::text
            FROM (SELECT date_trunc('month', published_at) AS month, count(*) AS count, sum(score) AS sum, max(score) AS max
                  FROM posts WHERE category = $1 GROUP BY 1 ORDER BY 1) m""";

    private static final String PAGE = """
            SELECT json_build_object('data', json_build_object('commentsConnection', json_build_object(
              'nodes', coalesce(json_agg(json_build_object('id', id, 'body', body, 'createdAt', created_at))
                FILTER (WHERE number <= 50), '[]'),
              'pageInfo', json_build_object('hasNextPage', count(*) > 50))))::text
            FROM (SELECT c.*, row_number() OVER (ORDER BY id) AS number FROM comments c
                  WHERE id > $1 ORDER BY id LIMIT 51) c""";

    private JsonSql() {}

    static String of(Shape shape) {
        return switch (shape) {
            case USER_BY_KEY -> USER;
            case POSTS_WITH_AUTHOR -> POSTS.formatted(AFTER);
            case POSTS_WITH_COMMENTS -> NESTED.formatted(COMMENTS, AFTER);
            case POSTS_WITH_SIBLINGS -> NESTED.formatted(COMMENTS + ",\n" + REACTIONS, AFTER);
            case FILTERED_PAGE -> POSTS.formatted(OF_CATEGORY);
            case WIDE_ROWS -> WIDE;
            case SCORES_BY_MONTH -> MONTHS;
            case FIRST_PAGE, DEEP_PAGE -> PAGE;
        };
    }
}

package io.fraiseql.bench.data;

import java.math.BigDecimal;
import java.util.List;

/**
 * The data set: 10,000 users, 200,000 posts, 1,000,000 comments. The first 40,000 posts ("busy") have 13 comments and 12 reactions each, so
 * that a page of them fills lists of ten; the others have 3 comments. Comments of a post are scattered over the table, as they are
 * when they arrive over time.
 */
public final class BenchTables {

    public static final int USERS = 10_000;
    public static final int POSTS = 200_000;
    public static final int COMMENTS = 1_000_000;
    public static final int BUSY_POSTS = 40_000;
    public static final int CATEGORIES = 100;
    public static final int MEASUREMENTS = 100_000;

    private static final int BUSY_COMMENTS = 13;
    private static final int OTHER_COMMENTS = 3;
    private static final int BUSY_REACTIONS = 12;
    private static final long SCATTER = 7_368_787;
    private static final String[] KINDS = {"like", "love", "laugh", "wonder"};

    private BenchTables() {}

    static List<BenchTable> all() {
        return List.of(
                new Rows("users", USERS, BenchTables::user),
                new Rows("posts", POSTS, BenchTables::post),
                new Rows("comments", COMMENTS, BenchTables::comment),
                new Rows("reactions", BUSY_POSTS * BUSY_REACTIONS, BenchTables::reaction),
                new Rows("measurements", MEASUREMENTS, BenchTables::measurement));
    }

    private static void user(int row, Draw draw, CopyRow out) {
        out.value(draw.words(2)).value("user" + row + "@example.org");
        if (draw.once(10)) {
            out.nothing();
        } else {
            out.value(draw.words(1));
        }
        out.value(draw.instant());
    }

    private static void post(int row, Draw draw, CopyRow out) {
        out.value(draw.from1(USERS)).value("category-" + draw.below(CATEGORIES));
        out.value(draw.words(5)).value(draw.words(30)).value(draw.below(100)).value(draw.instant());
    }

    private static void comment(int row, Draw draw, CopyRow out) {
        int slot = scattered(row, COMMENTS);
        int busy = BUSY_POSTS * BUSY_COMMENTS;
        int post = slot < busy ? slot / BUSY_COMMENTS : BUSY_POSTS + (slot - busy) / OTHER_COMMENTS;
        out.value(post + 1).value(draw.from1(USERS)).value(draw.words(8)).value(draw.instant());
    }

    private static void reaction(int row, Draw draw, CopyRow out) {
        int post = scattered(row, BUSY_POSTS * BUSY_REACTIONS) / BUSY_REACTIONS;
        out.value(post + 1)
                .value(draw.from1(USERS))
                .value(KINDS[draw.below(KINDS.length)])
                .value(draw.instant());
    }

    private static void measurement(int row, Draw draw, CopyRow out) {
        out.value(draw.from1(500)).value(draw.words(1));
        if (draw.once(3)) {
            out.nothing();
        } else {
            out.value(draw.words(2));
        }
        out.value(draw.instant()).value(draw.localDateTime()).value(draw.once(2));
        out.value(BigDecimal.valueOf(draw.below(100_000_000), 2)).value(draw.share());
        out.value(draw.uuid()).value(draw.date());
        if (draw.once(5)) {
            out.nothing();
        } else {
            out.value(draw.below(10));
        }
    }

    /** A permutation of 0 to {@code count}: the factor has no divisor in common with the counts used here. */
    private static int scattered(int row, int count) {
        return (int) (row * SCATTER % count);
    }

    private interface Writer {
        void write(int row, Draw draw, CopyRow out);
    }

    private record Rows(String name, int rows, Writer writer) implements BenchTable {

        @Override
        public void write(int row, Draw draw, CopyRow out) {
            out.value(row);
            writer.write(row, draw, out);
            out.end();
        }
    }
}

package io.fraiseql.bench;

import io.fraiseql.bench.data.BenchTables;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The operations that are measured. Each is a {@code .graphql} file named after it; each request has values of its own, the same sequence for every
 * program. Every program gets the same request bodies.
 */
public enum Shape {
    USER_BY_KEY("UserByKey", "One user by key"),
    POSTS_WITH_AUTHOR("PostsWithAuthor", "20 posts with author"),
    POSTS_WITH_COMMENTS("PostsWithComments", "20 posts × 10 comments × author"),
    POSTS_WITH_SIBLINGS("PostsWithSiblings", "the same, beside 10 reactions"),
    FILTERED_PAGE("FilteredPage", "filtered, ordered page of 50 at offset 100"),
    WIDE_ROWS("WideRows", "1000 rows of 12 columns"),
    SCORES_BY_MONTH("ScoresByMonth", "2,000 posts of a category, grouped by month"),
    FIRST_PAGE("FirstPage", "page of 50 of a connection of 1,000,000 rows, near its start"),
    DEEP_PAGE("DeepPage", "the same, page 10,000");

    private static final Shape[] ALL = values();
    private static final int PAGE = 20;
    private static final int WIDE_PAGE = 1000;
    private static final int CONNECTION_PAGE = 50;
    private static final int DEEP = 10_000;
    private static final int PLACES = 500;

    private final String operation;
    private final String title;

    Shape(String operation, String title) {
        this.operation = operation;
        this.title = title;
    }

    /** The operation's name, which is also the name of its file. */
    public String operation() {
        return operation;
    }

    /** What it asks for, in words. */
    public String title() {
        return title;
    }

    /**
     * The shape with this operation name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Shape named(String operation) {
        for (Shape shape : ALL) {
            if (shape.operation.equals(operation)) {
                return shape;
            }
        }
        throw new IllegalArgumentException("no shape " + operation);
    }

    /** The rows of {@code comments} behind which its pages begin; none when it has no cursors. */
    public int[] places() {
        int first =
                switch (this) {
                    case FIRST_PAGE -> 1;
                    case DEEP_PAGE -> DEEP * CONNECTION_PAGE;
                    default -> 0;
                };
        return first == 0 ? new int[0] : IntStream.range(first, first + PLACES).toArray();
    }

    /** The bodies of requests of a shape without cursors. */
    public String[] bodies(int count) {
        return bodies(count, Map.of());
    }

    /**
     * Bodies of GraphQL requests: {@code operationName}, {@code variables}, {@code query}, in this order and without spaces.
     *
     * @param cursors of the rows at {@link #places}
     */
    public String[] bodies(int count, Map<Integer, String> cursors) {
        SplittableRandom random = new SplittableRandom(ordinal());
        String document = RequestBody.document("shapes/" + operation + ".graphql");
        String[] bodies = new String[count];
        for (int i = 0; i < count; i++) {
            bodies[i] = RequestBody.of(operation, variables(random, cursors), document);
        }
        return bodies;
    }

    private String variables(SplittableRandom random, Map<Integer, String> cursors) {
        return switch (this) {
            case USER_BY_KEY -> "\"id\":" + (1 + random.nextInt(BenchTables.USERS));
            case POSTS_WITH_AUTHOR, POSTS_WITH_COMMENTS, POSTS_WITH_SIBLINGS ->
                "\"after\":" + random.nextInt(BenchTables.BUSY_POSTS - PAGE);
            case FILTERED_PAGE, SCORES_BY_MONTH ->
                "\"category\":\"category-" + random.nextInt(BenchTables.CATEGORIES) + "\"";
            case WIDE_ROWS -> "\"after\":" + random.nextInt(BenchTables.MEASUREMENTS - WIDE_PAGE);
            case FIRST_PAGE, DEEP_PAGE -> {
                int row = places()[random.nextInt(PLACES)];
                yield "\"row\":" + row + ",\"after\":\"" + Objects.requireNonNull(cursors.get(row)) + "\"";
            }
        };
    }
}

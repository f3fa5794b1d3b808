package io.fraiseql.bench;

import io.fraiseql.bench.data.BenchTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SplittableRandom;

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
    WIDE_ROWS("WideRows", "1000 rows of 12 columns");

    private static final Shape[] ALL = values();
    private static final int PAGE = 20;
    private static final int WIDE_PAGE = 1000;

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

    /** Bodies of GraphQL requests: {@code operationName}, {@code variables}, {@code query}, in this order and without spaces. */
    public String[] bodies(int count) {
        SplittableRandom random = new SplittableRandom(ordinal());
        String document = document().replace("\n", " ").replaceAll(" +", " ").trim();
        String[] bodies = new String[count];
        for (int i = 0; i < count; i++) {
            bodies[i] = "{\"operationName\":\"" + operation + "\",\"variables\":{" + variables(random)
                    + "},\"query\":\"" + document + "\"}";
        }
        return bodies;
    }

    private String variables(SplittableRandom random) {
        return switch (this) {
            case USER_BY_KEY -> "\"id\":" + (1 + random.nextInt(BenchTables.USERS));
            case POSTS_WITH_AUTHOR, POSTS_WITH_COMMENTS, POSTS_WITH_SIBLINGS ->
                "\"after\":" + random.nextInt(BenchTables.BUSY_POSTS - PAGE);
            case FILTERED_PAGE -> "\"category\":\"category-" + random.nextInt(BenchTables.CATEGORIES) + "\"";
            case WIDE_ROWS -> "\"after\":" + random.nextInt(BenchTables.MEASUREMENTS - WIDE_PAGE);
        };
    }

    private String document() {
        String name = "shapes/" + operation + ".graphql";
        try (var in = Objects.requireNonNull(Shape.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

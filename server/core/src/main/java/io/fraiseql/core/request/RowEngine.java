package io.fraiseql.core.request;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.query.RowList;
import io.fraiseql.spi.query.RowSet;
import java.util.List;
import java.util.Map;

/** Answers GraphQL queries with typed rows. Thread-safe. */
public interface RowEngine {

    /**
     * What the rows of an operation with one root field, a list, have; the database is not asked.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException when the request is refused, or asks for what typed rows cannot carry
     */
    List<RowField> describe(GraphQLRequest request);

    /**
     * The lists of the schema, each with all its columns. Left out are lists that need an argument, or that are too complex to be asked for so.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException when introspection is refused
     */
    List<RowList> lists();

    /**
     * The members of a request for rows of a view.
     *
     * @param view as {@link io.fraiseql.spi.query.RowQueries#view} takes it
     * @throws io.fraiseql.spi.error.FraiseqlException {@code NOT_FOUND} or {@code BAD_USER_INPUT}
     */
    Map<String, Object> view(Map<String, Object> view);

    /**
     * The members of a request for rows of a table or view.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException as {@link io.fraiseql.spi.query.RowQueries#table} says
     */
    Map<String, Object> table(String name, @Nullable List<?> columns);

    /**
     * Makes an operation with one root field, a list, ready to run and be read as a text. Nothing bounds its rows; a database connection is held
     * until it is closed.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException when the request is refused, and when no connection is free in time
     */
    RowStream text(GraphQLRequest request, StreamFormat format, RequestContext context);

    /**
     * Makes an operation that {@link #describe} describes ready to run and be read row by row. Nothing bounds its rows; a database connection is
     * held until it is closed.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException like {@link #describe}, and when no connection is free in time
     */
    RowSet open(GraphQLRequest request, RequestContext context);
}

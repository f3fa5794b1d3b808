package io.fraiseql.core.request;

import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.query.RowSet;
import java.util.List;

/** Answers GraphQL queries with typed rows. Thread-safe. */
public interface RowEngine {

    /**
     * What the rows of an operation with one root field, a list, have; the database is not asked.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException when the request is refused, or asks for what typed rows cannot carry
     */
    List<RowField> describe(GraphQLRequest request);

    /**
     * Makes an operation that {@link #describe} describes ready to run and be read row by row. Nothing bounds its rows; a database connection is
     * held until it is closed.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException like {@link #describe}, and when no connection is free in time
     */
    RowSet open(GraphQLRequest request, RequestContext context);
}

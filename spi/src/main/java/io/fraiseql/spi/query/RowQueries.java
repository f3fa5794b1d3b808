package io.fraiseql.spi.query;

import io.fraiseql.spi.RequestContext;
import java.util.List;
import java.util.Map;

/**
 * Answers GraphQL queries with typed rows instead of JSON: the same plan, statement, filters and limits. What it takes is a query with one root
 * field, a list. Implemented by the host; usable from any thread.
 */
public interface RowQueries {

    /**
     * What the rows of a query have, without asking the database. What is wrong with the request is found here.
     *
     * @param request the members of a GraphQL request as HTTP takes it: {@code query} or {@code documentId}, {@code operationName}, {@code
     *     variables}; values as {@link #readJson} gives them
     * @throws io.fraiseql.spi.error.FraiseqlException with the code that HTTP gives
     */
    List<RowField> describe(Map<String, Object> request, RequestContext context);

    /**
     * Waits for admission and a connection; {@link RowSet#cursor} runs the query. Nothing bounds the number of its rows; its deadline is the
     * context's.
     *
     * @param request as for {@link #describe}
     * @return to be closed by the caller
     * @throws io.fraiseql.spi.error.FraiseqlException with the code that HTTP gives
     */
    RowSet open(Map<String, Object> request, RequestContext context);

    /**
     * Reads a JSON object by the rules for requests: strict UTF-8, no key twice, bounded depth.
     *
     * @param what the text is, for the message of an error
     * @return in the order of the text: {@link String}, {@link Long} or {@link java.math.BigInteger}, {@link java.math.BigDecimal}, {@link
     *     Boolean}, null, {@link List} and {@link Map} of these
     * @throws io.fraiseql.spi.error.FraiseqlException {@code BAD_USER_INPUT} when it is none
     */
    Map<String, Object> readJson(byte[] text, String what);
}

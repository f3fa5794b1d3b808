package io.fraiseql.spi.query;

import io.fraiseql.spi.Nullable;
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
     * The lists of the schema, in its order, each with all its columns: no relations, parts of documents or lists. Left out are lists that need an
     * argument, or have more columns than the limits of a request allow.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException when the configuration does not let clients see the schema
     */
    List<RowList> lists(RequestContext context);

    /**
     * Makes the request for rows of a view, one whose name begins with {@code va_} or {@code ta_} and that a list of the schema reads. Whether the
     * values fit is for {@link #describe} to say.
     *
     * @param view {@code view}, the name; {@code columns}, names of fields, all when absent; {@code where}, {@code order_by}, {@code limit} and
     *     {@code offset} as the list's arguments take them
     * @return as {@link #describe} and {@link #open} take it
     * @throws io.fraiseql.spi.error.FraiseqlException {@code NOT_FOUND} for an unknown view, {@code BAD_USER_INPUT} for what else is wrong
     */
    Map<String, Object> view(Map<String, Object> view);

    /**
     * Makes the request for all rows of a table or view that a list of the schema reads.
     *
     * @param name as the compiled schema has it, with its schema in front of it where it has one
     * @param columns names of fields; null for all
     * @return as {@link #describe}, {@link #open} and {@link #csv} take it
     * @throws io.fraiseql.spi.error.FraiseqlException {@code NOT_FOUND} when no list reads it, {@code BAD_USER_INPUT} for wrong columns
     */
    Map<String, Object> table(String name, @Nullable List<?> columns);

    /**
     * The rows of a query as CSV (RFC 4180, with a header), the text that HTTP gives. Waits for admission and a connection. Nothing bounds the number
     * of rows; its deadline is the context's.
     *
     * @param request as for {@link #describe}
     * @return to be closed by the caller
     * @throws io.fraiseql.spi.error.FraiseqlException with the code that HTTP gives
     */
    TextParts csv(Map<String, Object> request, RequestContext context);

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

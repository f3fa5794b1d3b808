package io.fraiseql.plugin.flight;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.query.RowList;
import io.fraiseql.spi.query.RowQueries;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightDescriptor;

/**
 * A ticket {@code {"type": "GraphQLQuery", "query": …, "variables": …, "operationName": …}}, or with {@code documentId} instead of {@code
 * query}; or {@code {"type": "OptimizedView", "view": …, "columns": …, "where": …, "order_by": …, "limit": …, "offset": …}}.
 *
 * @param request the members of a GraphQL request
 */
record QueryTicket(Map<String, Object> request) {

    private static final int MOST_BYTES = 1 << 20;
    private static final String TYPE = "type";
    private static final String QUERY = "GraphQLQuery";
    private static final String VIEW = "OptimizedView";
    private static final Set<String> ABSENT = Set.of("ObserverEvents", "BulkExport", "BatchedQueries");

    /** The ticket of a descriptor, which must be a command. */
    static byte[] of(FlightDescriptor descriptor) {
        if (!descriptor.isCommand()) {
            throw bad("a descriptor must be a command that holds a ticket, and not a path");
        }
        return descriptor.getCommand();
    }

    /** The members of the ticket that asks for all of a list. */
    static Map<String, Object> of(RowList list) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (list.view() == null) {
            members.put(TYPE, QUERY);
            members.putAll(list.request());
        } else {
            members.put(TYPE, VIEW);
            members.put("view", list.view());
        }
        return members;
    }

    /**
     * Reads a ticket.
     *
     * @throws FraiseqlException when it is none, or asks for an unknown view
     * @throws org.apache.arrow.flight.FlightRuntimeException {@code UNIMPLEMENTED} for a type that is not served
     */
    static QueryTicket read(byte[] text, RowQueries queries) {
        if (text.length > MOST_BYTES) {
            throw bad("the ticket has " + text.length + " bytes; the limit is " + MOST_BYTES);
        }
        Map<String, Object> members = new LinkedHashMap<>(queries.readJson(text, "the ticket"));
        if (members.isEmpty() || !members.keySet().iterator().next().equals(TYPE)) {
            throw bad("the first key of a ticket must be \"type\", for example {\"type\": \"" + QUERY + "\", …}");
        }
        Object type = members.remove(TYPE);
        return new QueryTicket(isView(type) ? queries.view(members) : members);
    }

    private static boolean isView(@Nullable Object type) {
        if (QUERY.equals(type) || VIEW.equals(type)) {
            return VIEW.equals(type);
        }
        if (type instanceof String name && ABSENT.contains(name)) {
            throw CallStatus.UNIMPLEMENTED
                    .withDescription(
                            "tickets of the type " + name + " are not served; only " + QUERY + " and " + VIEW + " are")
                    .toRuntimeException();
        }
        throw bad("the \"type\" of a ticket must be \"" + QUERY + "\" or \"" + VIEW + "\"");
    }

    private static FraiseqlException bad(String message) {
        return new FraiseqlException(FlightErrorCode.BAD_TICKET, message);
    }
}

package io.fraiseql.plugin.flight;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.query.RowQueries;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightDescriptor;

/**
 * A ticket {@code {"type": "GraphQLQuery", "query": …, "variables": …, "operationName": …}}, or with {@code documentId} instead of {@code
 * query}.
 *
 * @param request the members besides {@code type}
 */
record QueryTicket(Map<String, Object> request) {

    private static final int MOST_BYTES = 1 << 20;
    private static final String TYPE = "type";
    private static final String QUERY = "GraphQLQuery";
    private static final Set<String> ABSENT = Set.of("ObserverEvents", "OptimizedView", "BulkExport", "BatchedQueries");

    /** The ticket of a descriptor, which must be a command. */
    static byte[] of(FlightDescriptor descriptor) {
        if (!descriptor.isCommand()) {
            throw bad("a descriptor must be a command that holds a ticket, and not a path");
        }
        return descriptor.getCommand();
    }

    /**
     * Reads a ticket.
     *
     * @throws FraiseqlException when it is none
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
        requireQuery(members.remove(TYPE));
        return new QueryTicket(members);
    }

    private static void requireQuery(@Nullable Object type) {
        if (QUERY.equals(type)) {
            return;
        }
        if (type instanceof String name && ABSENT.contains(name)) {
            throw CallStatus.UNIMPLEMENTED
                    .withDescription("tickets of the type " + name + " are not served; only " + QUERY + " is")
                    .toRuntimeException();
        }
        throw bad("the \"type\" of a ticket must be \"" + QUERY + "\"");
    }

    private static FraiseqlException bad(String message) {
        return new FraiseqlException(FlightErrorCode.BAD_TICKET, message);
    }
}

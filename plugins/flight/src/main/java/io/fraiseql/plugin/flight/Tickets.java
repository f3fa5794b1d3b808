package io.fraiseql.plugin.flight;

import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.host.ServiceHost;
import io.fraiseql.spi.query.RowList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.flight.FlightDescriptor;

/**
 * Reads tickets, JSON objects whose first member is their {@code type}; the others are those of a GraphQL request for {@code GraphQLQuery}, {@code
 * view, columns, where, order_by, limit, offset} for {@code OptimizedView}, {@code queries} for {@code BatchedQueries}, and for {@code ObserverEvents}
 * , {@code BulkExport} and {@code SchemaRows} what {@link EventTicket}, {@link ExportTicket} and {@link DeclaredFlights} say. Thread-safe.
 *
 * @param declared the declared schemas
 * @param exports the tables and views that may be exported
 */
record Tickets(ServiceHost host, DeclaredFlights declared, Set<String> exports) {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_QUERIES = 100;
    private static final String TYPE = "type";
    private static final String QUERY = "GraphQLQuery";
    private static final String VIEW = "OptimizedView";
    private static final String SERVED =
            "GraphQLQuery, OptimizedView, BatchedQueries, BulkExport, SchemaRows and ObserverEvents";

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
     * @throws FraiseqlException when it is none, or asks for what is not there or not allowed
     */
    StreamRequest read(byte[] text) {
        if (text.length > MOST_BYTES) {
            throw bad("the ticket has " + text.length + " bytes; the limit is " + MOST_BYTES);
        }
        Map<String, Object> members = new LinkedHashMap<>(host.queries().readJson(text, "the ticket"));
        if (members.isEmpty() || !members.keySet().iterator().next().equals(TYPE)) {
            throw bad("the first key of a ticket must be \"type\", for example {\"type\": \"" + QUERY + "\", …}");
        }
        if (!(members.remove(TYPE) instanceof String type)) {
            throw bad("the \"type\" of a ticket must be a string; there are " + SERVED);
        }
        return switch (type) {
            case QUERY -> new QueryRequest(members, host.queries());
            case VIEW -> new QueryRequest(host.queries().view(members), host.queries());
            case "BatchedQueries" -> new QueriesRequest(queries(members), host.queries());
            case "ObserverEvents" -> new EventsRequest(EventTicket.read(members), host.events());
            case "SchemaRows" -> declared.read(members);
            case "BulkExport" -> ExportTicket.read(members, exports, host.queries());
            default -> throw bad("the \"type\" of a ticket must be one of " + SERVED);
        };
    }

    private static List<Map<String, Object>> queries(Map<String, Object> members) {
        if (members.size() != 1 || !(members.get("queries") instanceof List<?> list)) {
            throw bad("the members of BatchedQueries must be \"type\" and \"queries\", a list, and nothing else");
        }
        if (list.isEmpty() || list.size() > MOST_QUERIES) {
            throw bad("\"queries\" must have between 1 and " + MOST_QUERIES + " queries");
        }
        List<Map<String, Object>> queries = new ArrayList<>();
        for (Object query : list) {
            queries.add(query(query, queries.size()));
        }
        return queries;
    }

    /** A query may say its type, as a ticket does. */
    private static Map<String, Object> query(Object query, int index) {
        if (!(query instanceof Map<?, ?> members)) {
            throw bad("queries[" + index + "] must be an object, for example {\"query\": …}");
        }
        Map<String, Object> request = new LinkedHashMap<>();
        members.forEach((key, value) -> request.put((String) key, value));
        if (request.containsKey(TYPE) && !QUERY.equals(request.remove(TYPE))) {
            throw bad("queries[" + index + "]: the \"type\" can only be \"" + QUERY + "\"");
        }
        return request;
    }

    static FraiseqlException bad(String message) {
        return new FraiseqlException(FlightErrorCode.BAD_TICKET, message);
    }
}

package io.fraiseql.plugin.flight;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.arrow.flight.ActionType;
import org.apache.arrow.flight.CallStatus;

/** The actions of DoAction. */
enum ServedAction {
    HEALTH_CHECK(
            "HealthCheck",
            "One JSON object: whether the server and what it depends on are well, and how many streams run"),
    LIST_SCHEMAS("ListSchemas", "A JSON object for each list and view: its name, its ticket and its Arrow schema"),
    GET_SCHEMA_VERSIONS(
            "GetSchemaVersions",
            "A JSON object for each version of a declared schema, the latest last; the body is {\"schema\": …}"),
    REFRESH_SCHEMAS("RefreshSchemas", "Reads flight.schemas anew"),
    CLEAR_CACHE("ClearCache", "Forgets the results that the server keeps of queries with a cache"),
    CANCEL_FLIGHT(
            "CancelFlight",
            "Ends the caller's streams that were begun with the header x-request-id; the body is {\"requestId\": …}");

    private final String title;
    private final String description;

    ServedAction(String title, String description) {
        this.title = title;
        this.description = description;
    }

    ActionType type() {
        return new ActionType(title, description);
    }

    /**
     * The action of a name.
     *
     * @throws org.apache.arrow.flight.FlightRuntimeException {@code UNIMPLEMENTED} for one that is not served
     */
    static ServedAction of(String name) {
        for (ServedAction action : values()) {
            if (action.title.equals(name)) {
                return action;
            }
        }
        String known = Arrays.stream(values()).map(action -> action.title).collect(Collectors.joining(", "));
        throw CallStatus.UNIMPLEMENTED
                .withDescription("there is no such action; there are " + known)
                .toRuntimeException();
    }
}

package io.fraiseql.plugin.flight;

import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.host.ServiceHost;
import java.util.Map;
import java.util.Set;

/**
 * Reads the command of DoPut: {@code {"type": "Upload", "table", "batch_id"}} for rows of a table, {@code {"type": "ObserverEvents", "entity_type",
 * "batch_id"}} for events.
 */
final class UploadTicket {

    private static final int MOST_BYTES = 1 << 16;
    private static final int LONGEST_ID = 200;
    private static final String TYPE = "type";
    private static final String BATCH = "batch_id";
    private static final String TABLE = "table";
    private static final String ENTITY = "entity_type";

    private UploadTicket() {}

    /** @throws FraiseqlException {@code BAD_TICKET} naming what is wrong, {@code UPLOAD_NOT_ALLOWED}, or as the host says */
    static Destination read(byte[] text, ServiceHost host, FlightConfig config) {
        if (text.length > MOST_BYTES) {
            throw Tickets.bad("the command has " + text.length + " bytes; the limit is " + MOST_BYTES);
        }
        Map<String, Object> members = host.queries().readJson(text, "the command");
        Object type = members.get(TYPE);
        if ("Upload".equals(type)) {
            String table = text(members, TABLE);
            if (!config.uploads().contains(table)) {
                throw refused("this table takes no uploads: it is none of flight.uploads, which names those that do");
            }
            return Destination.table(batch(members, TABLE), table, host.uploads());
        }
        if ("ObserverEvents".equals(type)) {
            String entity = text(members, ENTITY);
            if (!config.ingest().contains(entity)) {
                throw refused(
                        "events of this entity are not taken: it is none of flight.ingest, which names those that are");
            }
            return Destination.events(batch(members, ENTITY), entity, host.uploads());
        }
        throw Tickets.bad("the \"type\" of what is put must be \"Upload\" or \"ObserverEvents\"");
    }

    private static String batch(Map<String, Object> members, String target) {
        Set<String> keys = Set.of(TYPE, target, BATCH);
        for (String key : members.keySet()) {
            if (!keys.contains(key)) {
                throw Tickets.bad("\"" + key + "\" is no key here; there are type, " + target + ", " + BATCH);
            }
        }
        String id = text(members, BATCH);
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw Tickets.bad("\"batch_id\" must have 1 to " + LONGEST_ID + " characters");
        }
        return id;
    }

    private static String text(Map<String, Object> members, String key) {
        if (members.get(key) instanceof String text) {
            return text;
        }
        throw Tickets.bad("\"" + key + "\" is missing, or no string");
    }

    private static FraiseqlException refused(String message) {
        return new FraiseqlException(FlightErrorCode.UPLOAD_NOT_ALLOWED, message);
    }
}

package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.vector.DeclaredRow;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.columnar.DeclaredField;
import io.fraiseql.spi.columnar.DeclaredSchema;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.host.ServiceHost;
import io.fraiseql.spi.query.RowField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The schemas of {@code flight.schemas}, each version a flight of its own when it names a table. Thread-safe. */
final class DeclaredFlights {

    private static final String SCHEMA = "schema";
    private static final String VERSION = "version";

    private final ServiceHost host;
    private final @Nullable String folder;
    private volatile List<DeclaredSchema> known = List.of();

    /** @param folder null when there are none */
    DeclaredFlights(ServiceHost host, @Nullable String folder) {
        this.host = host;
        this.folder = folder;
    }

    /**
     * Reads the folder anew; keeps what is known when something is wrong.
     *
     * @return how many schemas there are
     * @throws FraiseqlException naming all problems of the files, or the columns that their tables do not have
     */
    int load(RequestContext context) {
        List<DeclaredSchema> found = folder == null ? List.of() : host.declaredSchemas(folder);
        for (DeclaredSchema schema : found) {
            if (schema.table() != null) {
                request(schema).describe(context);
            }
        }
        known = found;
        return found.size();
    }

    /** Every version, by name. */
    List<DeclaredSchema> all() {
        return known;
    }

    /** What the rows of a version have. */
    List<RowField> fields(DeclaredSchema schema, RequestContext context) {
        return request(schema).describe(context);
    }

    /** The versions of a schema, the latest last. */
    List<DeclaredSchema> versions(Object name) {
        List<DeclaredSchema> versions = known.stream()
                .filter(schema -> schema.qualifiedName().equals(name))
                .toList();
        if (versions.isEmpty()) {
            String names =
                    known.stream().map(DeclaredSchema::qualifiedName).distinct().collect(Collectors.joining(", "));
            throw new FraiseqlException(
                    FlightErrorCode.NO_SCHEMA,
                    "there is no such schema; there "
                            + (names.isEmpty() ? "are none (flight.schemas)" : "is " + names));
        }
        return versions;
    }

    /** The ticket of a version. */
    static Map<String, Object> ticket(DeclaredSchema schema) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "SchemaRows");
        members.put(SCHEMA, schema.qualifiedName());
        members.put(VERSION, schema.version());
        return members;
    }

    /** Reads the members of a ticket {@code SchemaRows}: {@code schema}, and {@code version}, by default the latest. */
    StreamRequest read(Map<String, Object> members) {
        for (String key : members.keySet()) {
            if (!Set.of(SCHEMA, VERSION).contains(key)) {
                throw Tickets.bad("\"" + key + "\" is no key of SchemaRows; there are schema, version");
            }
        }
        if (!(members.get(SCHEMA) instanceof String name)) {
            throw Tickets.bad("\"schema\" must be the name of a schema, with its namespace");
        }
        List<DeclaredSchema> versions = versions(name);
        Object version = members.get(VERSION);
        DeclaredSchema schema = versions.stream()
                .filter(one -> version == null
                        ? one == versions.get(versions.size() - 1)
                        : version.equals((long) one.version()))
                .findFirst()
                .orElseThrow(() -> new FraiseqlException(
                        FlightErrorCode.NO_SCHEMA,
                        "there is no such version of " + name + "; there are "
                                + versions.stream().map(DeclaredSchema::version).toList()));
        if (schema.table() == null) {
            throw new FraiseqlException(
                    FlightErrorCode.NO_SCHEMA,
                    name + " only describes, for its file names no storage.table; GetSchemaVersions tells what");
        }
        return request(schema);
    }

    private StreamRequest request(DeclaredSchema schema) {
        List<String> columns = schema.fields().stream().map(DeclaredField::name).toList();
        Map<String, Object> request = host.queries().table(String.valueOf(schema.table()), columns);
        return new QueryRequest(request, host.queries(), fields -> declared(schema, fields));
    }

    private static List<RowField> declared(DeclaredSchema schema, List<RowField> fields) {
        List<RowField> declared = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            DeclaredField field = schema.fields().get(i);
            RowField row = DeclaredRow.field(field, fields.get(i));
            if (row == null) {
                throw new FraiseqlException(
                        FlightErrorCode.SCHEMA_DOES_NOT_FIT,
                        schema.qualifiedName() + " version " + schema.version() + ": " + schema.table()
                                + " cannot give the field " + field.name() + " as " + field.type()
                                + (field.nullable() ? "" : " without nulls"));
            }
            declared.add(row);
        }
        return declared;
    }
}

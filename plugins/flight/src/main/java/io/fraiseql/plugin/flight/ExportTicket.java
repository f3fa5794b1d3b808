package io.fraiseql.plugin.flight;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.query.RowQueries;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the members of a ticket {@code BulkExport}: {@code table} or {@code view}, {@code columns} and {@code format}. */
final class ExportTicket {

    private static final String TABLE = "table";
    private static final String VIEW = "view";
    private static final String COLUMNS = "columns";
    private static final String FORMAT = "format";
    private static final Set<String> KEYS = Set.of(TABLE, VIEW, COLUMNS, FORMAT);

    private ExportTicket() {}

    /**
     * What it asks for.
     *
     * @param allowed the tables and views that may be exported
     * @throws FraiseqlException {@code BAD_TICKET} naming what is wrong, {@code EXPORT_NOT_ALLOWED} for another table
     */
    static StreamRequest read(Map<String, Object> members, Set<String> allowed, RowQueries queries) {
        for (String key : members.keySet()) {
            if (!KEYS.contains(key)) {
                throw Tickets.bad("\"" + key + "\" is no key of BulkExport; there are table or view, columns, format");
            }
        }
        String name = name(members);
        boolean csv = isCsv(members.getOrDefault(FORMAT, "arrow"));
        if (!allowed.contains(name)) {
            throw new FraiseqlException(
                    FlightErrorCode.EXPORT_NOT_ALLOWED,
                    "this table may not be exported: it is none of flight.exports, which names those that may");
        }
        Map<String, Object> request = queries.table(name, columns(members));
        return csv ? new CsvRequest(request, queries) : new QueryRequest(request, queries);
    }

    private static String name(Map<String, Object> members) {
        boolean both = members.containsKey(TABLE) && members.containsKey(VIEW);
        Object name = members.containsKey(TABLE) ? members.get(TABLE) : members.get(VIEW);
        if (both || !(name instanceof String text)) {
            throw Tickets.bad("BulkExport has either \"table\" or \"view\", the name of what is to be exported");
        }
        return text;
    }

    private static boolean isCsv(Object format) {
        if ("parquet".equals(format)) {
            throw Tickets.bad("\"format\": parquet is not written here; take arrow and let the client write the file,"
                    + " for example with pyarrow.parquet");
        }
        if (!"csv".equals(format) && !"arrow".equals(format)) {
            throw Tickets.bad("\"format\" must be \"arrow\" or \"csv\"");
        }
        return "csv".equals(format);
    }

    private static @Nullable List<?> columns(Map<String, Object> members) {
        Object columns = members.get(COLUMNS);
        if (columns == null) {
            return null;
        }
        if (!(columns instanceof List<?> names)) {
            throw Tickets.bad("\"columns\" must be a list of names");
        }
        return names;
    }
}

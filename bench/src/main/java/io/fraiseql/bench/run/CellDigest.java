package io.fraiseql.bench.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.memory.util.hash.SimpleHasher;
import org.apache.arrow.vector.FieldVector;

/**
 * What a stream held: its types and a number for its cells, in order, whatever its batches.
 *
 * @param columns name and type of each column
 * @param cells changes with each cell
 */
record CellDigest(List<String> columns, long rows, long cells) {

    private static final long PRIME = 1_099_511_628_211L;

    static CellDigest of(FlightClient client, String ticket) throws Exception {
        try (FlightStream stream = client.getStream(new Ticket(ticket.getBytes(StandardCharsets.UTF_8)))) {
            List<String> columns = stream.getSchema().getFields().stream()
                    .map(field -> field.getName() + " " + field.getType())
                    .toList();
            long rows = 0;
            long cells = 0;
            while (stream.next()) {
                List<FieldVector> vectors = stream.getRoot().getFieldVectors();
                int count = stream.getRoot().getRowCount();
                for (int row = 0; row < count; row++) {
                    for (FieldVector vector : vectors) {
                        long cell = vector.isNull(row) ? -1 : vector.hashCode(row, SimpleHasher.INSTANCE);
                        cells = (cells ^ cell) * PRIME;
                    }
                }
                rows += count;
            }
            return new CellDigest(columns, rows, cells);
        }
    }
}

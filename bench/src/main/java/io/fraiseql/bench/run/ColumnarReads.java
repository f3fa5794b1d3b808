package io.fraiseql.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.complex.ListVector;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** The ways to read the same rows. One thread. */
final class ColumnarReads implements AutoCloseable {

    private static final String COLUMNS =
            "id deviceId label note takenAt receivedAt active amount ratio token day attempts";
    private static final String FLAT = "{ taMeasurements { " + COLUMNS + " } }";
    private static final String VIEW = "{\"type\":\"OptimizedView\",\"view\":\"ta_measurement\"}";
    private static final String JDBC = "jdbc";
    private static final String COPY = "copy";
    private static final int PAGE = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ColumnarDatabase database;
    private final int rows;
    private final Program server;
    private final Program floor;
    private final RootAllocator memory = new RootAllocator();
    private final FlightClient flight;
    private final FlightClient bare;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * What was read.
     *
     * @param firstMillis from asking to the first batch; not a number where there are none
     */
    record Amount(long rows, long bytes, double firstMillis) {}

    /**
     * A way to read.
     *
     * @param server the process that serves it; -1 when there is none but the database
     * @param floor whether those that follow are compared with it
     */
    record Read(String name, long server, boolean floor, Callable<Amount> body) {
        Read(String name, long server, Callable<Amount> body) {
            this(name, server, false, body);
        }

        Amount run() throws Exception {
            return body.call();
        }
    }

    ColumnarReads(ColumnarDatabase database, int rows, Program server, int flightPort, Program floor) {
        this.database = database;
        this.rows = rows;
        this.server = server;
        this.floor = floor;
        this.flight = client(flightPort);
        this.bare = client(floor.port());
    }

    private FlightClient client(int port) {
        return FlightClient.builder(memory, Location.forGrpcInsecure("127.0.0.1", port))
                .build();
    }

    /**
     * Compares all cells, so that none is faster by doing less.
     *
     * @throws IOException when they differ
     */
    void requireEqualCells() throws Exception {
        CellDigest expected = CellDigest.of(bare, JDBC);
        requireEqual(expected, "OptimizedView", CellDigest.of(flight, VIEW));
        requireEqual(expected, "GraphQLQuery", CellDigest.of(flight, query(FLAT)));
        if (database.kind() == TestDatabase.POSTGRESQL) {
            requireEqual(expected, COPY, CellDigest.of(bare, COPY));
        }
    }

    private static void requireEqual(CellDigest expected, String name, CellDigest actual) throws IOException {
        if (!actual.equals(expected)) {
            throw new IOException("the floor and " + name + " differ:\n" + expected + "\n" + actual);
        }
    }

    List<Read> all() throws IOException {
        long us = server.processId();
        long them = floor.processId();
        boolean copies = database.kind() == TestDatabase.POSTGRESQL;
        Read jdbc = new Read("bare Flight fed by JDBC", them, !copies, () -> stream(bare, JDBC));
        List<Read> reads = new ArrayList<>();
        if (copies) {
            reads.add(new Read("`COPY … BINARY` drained", -1, this::drain));
            reads.add(new Read("bare Flight from memory", them, () -> stream(bare, "memory")));
            reads.add(new Read("bare Flight fed by COPY", them, true, () -> stream(bare, COPY)));
        }
        String flat = query(FLAT);
        String nested = query("{ devices { id name taMeasurements { " + COLUMNS + " } } }");
        reads.addAll(List.of(
                jdbc,
                new Read("Flight, OptimizedView", us, () -> stream(flight, VIEW)),
                new Read("Flight, GraphQLQuery", us, () -> stream(flight, flat)),
                new Read("Flight, GraphQLQuery below devices", us, () -> stream(flight, nested)),
                new Read("HTTP, NDJSON", us, this::lines),
                new Read("HTTP, pages of " + PAGE, us, this::pages)));
        return reads;
    }

    private static String query(String document) throws IOException {
        return JSON.writeValueAsString(
                JSON.createObjectNode().put("type", "GraphQLQuery").put("query", document));
    }

    private Amount drain() throws Exception {
        try (Connection connection = DriverManager.getConnection(database.url())) {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT * FROM ta_measurement ORDER BY id) TO STDOUT (FORMAT BINARY)");
            long messages = 0;
            long bytes = 0;
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                messages++;
                bytes += row.length;
            }
            return counted(messages - 1, bytes);
        }
    }

    private Amount stream(FlightClient client, String ticket) throws Exception {
        long read = 0;
        long bytes = 0;
        double first = Double.NaN;
        long start = System.nanoTime();
        try (FlightStream stream = client.getStream(new Ticket(ticket.getBytes(StandardCharsets.UTF_8)))) {
            while (stream.next()) {
                first = Double.isNaN(first) ? (System.nanoTime() - start) / 1e6 : first;
                var below = stream.getRoot().getVector("taMeasurements");
                read += below instanceof ListVector list
                        ? list.getDataVector().getValueCount()
                        : stream.getRoot().getRowCount();
                bytes += stream.getRoot().getFieldVectors().stream()
                        .mapToLong(vector -> vector.getBufferSize())
                        .sum();
            }
        }
        return counted(read, bytes, first);
    }

    private Amount lines() throws Exception {
        HttpResponse<InputStream> answer =
                http.send(request(FLAT, Map.of(), "application/x-ndjson"), HttpResponse.BodyHandlers.ofInputStream());
        byte[] part = new byte[1 << 16];
        long lines = 0;
        long bytes = 0;
        try (InputStream body = answer.body()) {
            for (int length = body.read(part); length >= 0; length = body.read(part)) {
                bytes += length;
                for (int i = 0; i < length; i++) {
                    lines += part[i] == '\n' ? 1 : 0;
                }
            }
        }
        return counted(lines, bytes);
    }

    /** As a client pages: the next page begins behind the last key. */
    private Amount pages() throws Exception {
        String document = "query ($after: BigInt!) { taMeasurements(where: {id: {gt: $after}}, limit: " + PAGE + ") { "
                + COLUMNS + " } }";
        long read = 0;
        long bytes = 0;
        String after = "0";
        while (read < rows) {
            byte[] body = http.send(
                            request(document, Map.of("after", after), "application/json"),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            JsonNode page = JSON.readTree(body).at("/data/taMeasurements");
            if (page.isEmpty()) {
                break;
            }
            after = page.get(page.size() - 1).get("id").asText();
            read += page.size();
            bytes += body.length;
        }
        return counted(read, bytes);
    }

    private HttpRequest request(String document, Map<String, Object> variables, String accept) throws IOException {
        String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private Amount counted(long read, long bytes) {
        return counted(read, bytes, Double.NaN);
    }

    private Amount counted(long read, long bytes, double firstMillis) {
        if (read != rows) {
            throw new IllegalStateException("read " + read + " rows instead of " + rows);
        }
        return new Amount(read, bytes, firstMillis);
    }

    @Override
    public void close() throws Exception {
        flight.close();
        bare.close();
        memory.close();
    }
}

package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.arrow.flight.CallOption;
import org.apache.arrow.flight.CallOptions;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** A client of the shipped server's Flight port. Closing it fails when it has not given back all its memory. */
final class FlightCalls implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final CallOption PATIENCE = CallOptions.timeout(60, TimeUnit.SECONDS);

    private final RootAllocator memory = new RootAllocator();
    private final FlightClient client;

    FlightCalls(DistributionServer server) {
        this(port(server));
    }

    /** Where the server listens. */
    static int port(DistributionServer server) {
        return Integer.parseInt(server.service("flight").split(":")[1]);
    }

    /** A client of a port of this machine that leads to the server. */
    FlightCalls(int port) {
        this.client = FlightClient.builder(memory, Location.forGrpcInsecure("127.0.0.1", port))
                .build();
    }

    /**
     * A client that speaks TLS.
     *
     * @param own whether it shows a certificate too
     */
    FlightCalls(DistributionServer server, TestCertificate certificate, boolean own) throws IOException {
        String[] place = server.service("flight").split(":");
        FlightClient.Builder builder = FlightClient.builder(
                        memory, Location.forGrpcTls(place[0], Integer.parseInt(place[1])))
                .useTls()
                .trustedCertificates(Files.newInputStream(certificate.certificate()));
        if (own) {
            builder.clientCertificate(
                    Files.newInputStream(certificate.certificate()), Files.newInputStream(certificate.key()));
        }
        this.client = builder.build();
    }

    /** The ticket of a document without variables. */
    static String ticket(String document) {
        return ticket(document, Map.of());
    }

    static String ticket(String document, Map<String, Object> variables) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "GraphQLQuery");
        members.put("query", document);
        members.put("variables", variables);
        try {
            return MAPPER.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    FlightInfo info(String ticket) {
        return client.getInfo(FlightDescriptor.command(utf8(ticket)), PATIENCE);
    }

    FlightStream stream(String ticket) {
        return client.getStream(new Ticket(utf8(ticket)), PATIENCE);
    }

    /** Reads a stream to its end and counts its rows. */
    long rows(String ticket) throws Exception {
        long rows = 0;
        try (FlightStream stream = stream(ticket)) {
            while (stream.next()) {
                rows += stream.getRoot().getRowCount();
            }
        }
        return rows;
    }

    /** The status with which GetFlightInfo, and then DoGet, refuse a ticket: both the same. */
    CallStatus refusal(String ticket) {
        CallStatus atInfo = status(() -> info(ticket));
        CallStatus atStream = status(() -> rows(ticket));
        if (atInfo.code() != atStream.code() || !atInfo.description().equals(atStream.description())) {
            throw new AssertionError(atInfo + " at GetFlightInfo, " + atStream + " at DoGet");
        }
        return atInfo;
    }

    FlightClient client() {
        return client;
    }

    BufferAllocator memory() {
        return memory;
    }

    /** What a call gives that the server is too busy for at first. */
    static <T> T eventually(Callable<T> call) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                return call.call();
            } catch (FlightRuntimeException e) {
                if (e.status().code() != FlightStatusCode.RESOURCE_EXHAUSTED || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    /** The status with which a call ends. */
    static CallStatus status(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        FlightRuntimeException failure = catchThrowableOfType(FlightRuntimeException.class, call);
        if (failure == null) {
            throw new AssertionError("the call did not fail");
        }
        return failure.status();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        client.close();
        memory.close();
    }
}

package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the client in Rust prints of the items of {@link FlightClientIT}. */
final class RustClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int ITEMS = 12_000;

    private final Path program;
    private final String location;
    private final Runner runner;

    /** Runs a command that has to end well, and gives what it prints. */
    interface Runner {
        String run(List<String> command) throws IOException, InterruptedException;
    }

    RustClient(Path program, String location, Runner runner) {
        this.program = program;
        this.location = location;
        this.runner = runner;
    }

    private List<String> command(String... words) {
        return Stream.concat(Stream.of(program.toString(), location), Stream.of(words))
                .toList();
    }

    void readsWhatIsThere() throws Exception {
        String query = "query($least: Int!) { items(where: {id: {gte: $least}}) { id name price soldOn uid } }";
        List<String> lines =
                runner.run(command("query", query, "{\"least\": 1}")).lines().toList();
        assertThat(lines).hasSize(ITEMS);
        assertThat(MAPPER.readTree(lines.get(2)))
                .isEqualTo(MAPPER.readTree("{\"id\": 3, \"name\": \"name \\\"3\\\", é\", \"price\": 0.03,"
                        + " \"uid\": \"00000003000040008000000000000003\"}"));
        List<String> csv = new ArrayList<>(command("export", "item", "{\"columns\": [\"id\"]}"));
        csv.add(1, "--csv");
        assertThat(runner.run(csv).lines())
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("id"), IntStream.rangeClosed(1, ITEMS).mapToObj(Integer::toString))
                        .toList());
        assertThat(runner.run(command("view", "va_item", "{\"columns\": [\"price\"], \"limit\": 1}")))
                .isEqualTo("{\"price\":0.01}\n");
        assertThat(runner.run(command("action", "HealthCheck"))).contains("\"healthy\":true");
    }

    void isRefused() throws Exception {
        Process process = new ProcessBuilder(command("query", "{ items { nothing } }"))
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("nothing");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    /**
     * Events that are there, those that come while it waits, and those that come after the server was away.
     *
     * @param again starts the server at the same place
     */
    void follows(DistributionServer server, Callable<DistributionServer> again) throws Exception {
        create(server, 1);
        Process process = new ProcessBuilder(command("follow", "{\"entity_type\": \"Item\"}"))
                .redirectErrorStream(true)
                .start();
        CompletableFuture.delayedExecutor(90, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 1; i <= 3; i++) {
                received(lines, i);
                create(server, i + 1);
            }
            received(lines, 4);
            assertThat(runner.run(command("events", "{\"limit\": 4}")).lines()).hasSize(4);
            server.close();
            try (DistributionServer next = again.call()) {
                create(next, 5);
                received(lines, 5);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static void received(BufferedReader lines, int number) throws IOException {
        assertThat(MAPPER.readTree(lines.readLine()).get("data").asText()).contains("created " + number);
    }

    private static void create(DistributionServer server, int number) throws IOException {
        String document = "mutation { createItem(input: {id: %d, name: \"created %d\", price: \"1.50\"}) { id } }";
        assertThat(HttpAnswer.query(server.port(), document.formatted(100_000 + number, number))
                        .body())
                .doesNotContain("errors");
    }
}

package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watched schema is served anew when its file changes, beside a server that does not watch. */
class SchemaWatchIT {

    /** The key of this class, as {@link ConfigKeys} names it. */
    static final String KEY = "schema.watch";

    private static final String WORDS = "{ words { id } }";
    private static final String TERMS = "{ terms { id } }";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static HeldDatabase database;
    private static String words;
    private static String terms;
    private static DistributionServer watching;
    private static DistributionServer unchanged;

    @BeforeAll
    static void start() throws Exception {
        database = HeldDatabase.create(folder);
        words = Files.readString(folder.resolve("schema.compiled.json"));
        Files.writeString(
                folder.resolve("renamed.json"),
                Files.readString(folder.resolve("schema.json")).replace("\"words\"", "\"terms\""));
        database.folder().succeed("compile", "renamed.json", "--target", "postgresql", "-o", "terms.json");
        terms = Files.readString(folder.resolve("terms.json"));
        watching = database.folder().serve(KEY + "=true");
        unchanged = database.folder().serve();
    }

    @AfterAll
    static void stop() throws Exception {
        watching.close();
        unchanged.close();
        database.close();
    }

    @Test
    void servesWhatTheFileHoldsAndDropsNoRequest() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        List<CompletableFuture<Void>> clients = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.runAsync(() -> ask(done, answered)))
                .toList();
        database.hold();
        HeldRequests held = HeldRequests.send(watching, 1);
        assertThat(database.awaitWaiting(1, "", SOON)).isTrue();
        for (int i = 0; i < 3; i++) {
            replace(terms);
            assertThat(serves(TERMS)).as("replaced").isTrue();
            Files.writeString(folder.resolve("schema.compiled.json"), words);
            assertThat(serves(WORDS)).as("edited in place").isTrue();
        }
        done.set(true);
        clients.forEach(CompletableFuture::join);
        assertThat(answered.get()).isPositive();
        database.release();
        assertThat(held.awaitAnswered(1, "{\"data\":{\"gates\":[{\"id\":1}]}}", SOON))
                .as("a request of the first schema")
                .isTrue();
        assertThat(data(unchanged, WORDS)).as("a server that does not watch").isTrue();
        assertThat(ConfigProbes.metric(watching, "fraiseql_schema_reloads_total{outcome=\"ok\"}"))
                .isGreaterThanOrEqualTo(6);
    }

    @Test
    void aFileThatCannotBeServedChangesNothing() throws Exception {
        for (String wrong : List.of("", words.replace("\"words\"", "\"wordz\""), "{\"a\": 1}")) {
            replace(wrong);
            assertThat(Waiting.until(SOON, () -> healthcheck().contains("still serving the last schema")))
                    .as(wrong)
                    .isTrue();
            assertThat(ConfigProbes.metric(watching, "fraiseql_schema_current")).isZero();
            assertThat(data(watching, WORDS)).isTrue();
            assertThat(HttpAnswer.get(watching.port(), "/health/ready").status())
                    .isEqualTo(200);
            replace(words);
            assertThat(Waiting.until(SOON, () -> !healthcheck().contains("still serving")))
                    .isTrue();
            assertThat(ConfigProbes.metric(watching, "fraiseql_schema_current")).isEqualTo(1);
        }
        Files.delete(folder.resolve("schema.compiled.json"));
        assertThat(Waiting.until(SOON, () -> healthcheck().matches("(?s).*cannot read \\S*schema.compiled.json.*")))
                .isTrue();
        replace(words);
        assertThat(Waiting.until(SOON, () -> !healthcheck().contains("still serving")))
                .isTrue();
        assertThat(ConfigProbes.metric(watching, "fraiseql_schema_reloads_total{outcome=\"failed\"}"))
                .isGreaterThanOrEqualTo(4);
        assertThat(watching.output()).contains("still serving the last schema");
    }

    private static void replace(String content) throws IOException {
        Path next = Files.writeString(folder.resolve("next.json"), content);
        Files.move(
                next,
                folder.resolve("schema.compiled.json"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void ask(AtomicBoolean done, AtomicInteger answered) {
        while (!done.get()) {
            assertThat(data(watching, "{ logins { name } }")).isTrue();
            answered.incrementAndGet();
        }
    }

    private static boolean serves(String document) {
        return Waiting.until(SOON, () -> data(watching, document));
    }

    private static boolean data(DistributionServer server, String document) {
        try {
            return HttpAnswer.query(server.port(), document).body().startsWith("{\"data\":{");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String healthcheck() {
        try {
            return HttpAnswer.get(watching.adminPort(), "/healthcheck").body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

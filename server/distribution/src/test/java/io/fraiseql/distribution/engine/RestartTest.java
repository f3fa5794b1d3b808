package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away and comes back. */
final class RestartTest {

    private static final String LIST = "{ shelves { label } }";

    @TempDir
    private Path folder;

    @Test
    void theEngineWorksAgainWhenTheDatabaseDoes() throws IOException {
        int port = freePort();
        EmbeddedPostgres server = start(port);
        Target target = Target.at(server.getJdbcUrl("postgres", "postgres"));
        target.run(List.of(
                "CREATE TABLE shelf (id INTEGER PRIMARY KEY, label TEXT NOT NULL)",
                "INSERT INTO shelf VALUES (1, 'top')"));
        EngineSettings settings = EngineSettings.open().within(Duration.ofSeconds(2));
        try (TestingEngine engine = TestingEngine.open(target, settings)) {
            assertThat(label(engine)).isEqualTo("top");
            server.close();
            assertThat(engine.ask(LIST, Map.of()).errorCode()).isEqualTo("UNAVAILABLE");
            assertThat(engine.ask(LIST, Map.of()).errorCode()).isEqualTo("UNAVAILABLE");
            server = start(port);
            assertThat(Waiting.until(
                            Duration.ofSeconds(15),
                            () -> engine.ask(LIST, Map.of()).errorCode().isEmpty()))
                    .isTrue();
            assertThat(label(engine)).isEqualTo("top");
        } finally {
            server.close();
        }
    }

    private static String label(TestingEngine engine) {
        return engine.ask(LIST, Map.of()).data().at("/shelves/0/label").asText();
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

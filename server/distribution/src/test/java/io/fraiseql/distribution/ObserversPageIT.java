package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fraiseql.distribution.engine.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer types from the page on observers does what the page says. */
class ObserversPageIT {

    private static final Path CHECKOUT = Path.of("..", "..");
    private static final Pattern TYPED = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final Pattern SERVING = Pattern.compile("(?m)^(scripts/fraiseql server|python3) ");
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String FREE_PORTS =
            "server: {applicationConnectors: [{type: http, port: 0}], adminConnectors: [{type: http, port: 0}]}\n";

    @TempDir
    Path folder;

    @BeforeEach
    void checkout() throws IOException {
        assumeTrue(
                Files.isExecutable(TestingPrograms.python()),
                "the Python of the tests is not here; scripts/services brings it, or says why not");
        Distribution.shipped(Files.createDirectories(folder.resolve("dist")));
        Files.copy(
                CHECKOUT.resolve("scripts/fraiseql"),
                Files.createDirectories(folder.resolve("scripts")).resolve("fraiseql"));
    }

    @Test
    void theExampleRuns() throws Exception {
        int port = freePort();
        List<String> typed = typed(Integer.toString(port));
        ended(start(typed.get(0)));
        Files.writeString(folder.resolve("data/shop.yml"), FREE_PORTS, StandardOpenOption.APPEND);
        try (DistributionProcess server = DistributionProcess.of(start(typed.get(1)))) {
            assertThat(ended(start(typed.get(2).replace("8080", Integer.toString(server.port())))))
                    .isEqualTo("{\"data\":{\"updateBook\":{\"title\":\"100% Pure\",\"price\":\"0.50\"}}}");
            assertThat(Waiting.until(SOON, () -> ended(start(typed.get(3))).contains("127.0.0.1 cannot be reached")))
                    .isTrue();
            assertThat(server.output()).contains("100% Pure costs 0.50 instead of 4.99");
            Process receiver = start(typed.get(4));
            try (BufferedReader received = receiver.inputReader(StandardCharsets.UTF_8)) {
                assertThat(Waiting.until(SOON, () -> isTaken(port))).isTrue();
                assertThat(ended(start(typed.get(5)))).contains("1 to be tried again");
                assertThat(received.readLine()).endsWith(".cheaper.2 {\"book\": \"100% Pure\", \"price\": \"0.50\"}");
            } finally {
                receiver.destroy();
            }
        }
    }

    /** The page's commands, whose receiver listens at another port. */
    private static List<String> typed(String port) throws IOException {
        String page = Files.readString(CHECKOUT.resolve("docs/observers.md"));
        return TYPED.matcher(page.replace("9000", port))
                .results()
                .map((MatchResult block) -> block.group(1))
                .limit(6)
                .toList();
    }

    /** What serves takes the place of the shell, so that it is what is stopped. */
    private Process start(String typed) {
        String commands = SERVING.matcher(typed).replaceAll("exec $0");
        ProcessBuilder builder = new ProcessBuilder("sh", "-ec", "exec 2>&1\n" + commands).directory(folder.toFile());
        builder.environment()
                .merge("PATH", TestingPrograms.python().getParent().toString(), (path, python) -> python + ":" + path);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String ended(Process process) {
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS))
                    .as(output)
                    .isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static boolean isTaken(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}

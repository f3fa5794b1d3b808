package io.fraiseql.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium with a profile of its own, driven through chromedriver by the W3C WebDriver protocol. */
final class Browser implements AutoCloseable {

    /** Holds in WebDriver's protocol the id of an element. */
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private static final Pattern STARTED = Pattern.compile(".*started successfully on port (\\d+).*");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Process driver;
    private final URI session;

    private Browser(Process driver, int port, Path chromium, Path profile) throws IOException {
        this.driver = driver;
        List<String> arguments = List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,800",
                "--user-data-dir=" + profile.toAbsolutePath());
        Map<String, Object> options = Map.of("binary", chromium.toString(), "args", arguments);
        Map<String, Object> capabilities = Map.of("alwaysMatch", Map.of("goog:chromeOptions", options));
        URI sessions = URI.create("http://127.0.0.1:" + port + "/session");
        String id = send("POST", sessions, Map.of("capabilities", capabilities))
                .path("sessionId")
                .asText();
        this.session = URI.create(sessions + "/" + id);
    }

    /** The first of these programs on the PATH. */
    static Optional<Path> program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param profile a folder that does not exist yet */
    static Browser start(Path chromedriver, Path chromium, Path profile) throws IOException {
        Process driver = new ProcessBuilder(chromedriver.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        try {
            return new Browser(driver, port(driver), chromium, profile);
        } catch (IOException | RuntimeException | AssertionError e) {
            driver.destroyForcibly();
            throw e;
        }
    }

    private static int port(Process driver) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.matches()) {
                return Integer.parseInt(started.group(1));
            }
        }
        throw new AssertionError("chromedriver ended before it was ready");
    }

    void open(URI page) throws IOException {
        command("/url", Map.of("url", page.toString()));
    }

    /** Clicks the element, waiting until there is one that can be clicked. */
    void click(String css) throws IOException {
        String id = element(css);
        command("/element/" + id + "/click", Map.of());
    }

    /** Types into the element that has the focus, after selecting what it holds. */
    void replaceText(String text) throws IOException {
        keys("\uE009a\uE000");
        keys("\uE017\uE000" + text);
    }

    private void keys(String text) throws IOException {
        String active = send("GET", URI.create(session + "/element/active"), null)
                .path(ELEMENT)
                .asText();
        command("/element/" + active + "/value", Map.of("text", text));
    }

    /** The visible text of an element, as soon as it is as wanted. */
    String textWhen(String css, Predicate<String> wanted) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String text = "";
        while (System.nanoTime() < deadline) {
            text = send("GET", URI.create(session + "/element/" + element(css) + "/text"), null)
                    .asText();
            if (wanted.test(text)) {
                return text;
            }
            pause();
        }
        throw new AssertionError(css + " still says: " + text);
    }

    /** A picture of the page, as PNG. */
    byte[] screenshot() throws IOException {
        return Base64.getDecoder()
                .decode(send("GET", URI.create(session + "/screenshot"), null).asText());
    }

    @Override
    public void close() throws IOException {
        try {
            send("DELETE", session, null);
        } finally {
            driver.destroy();
        }
    }

    private String element(String css) throws IOException {
        command("/timeouts", Map.of("implicit", PATIENCE.toMillis()));
        return command("/element", Map.of("using", "css selector", "value", css))
                .path(ELEMENT)
                .asText();
    }

    private JsonNode command(String path, Map<String, ?> body) throws IOException {
        return send("POST", URI.create(session + path), body);
    }

    private JsonNode send(String method, URI uri, Map<String, ?> body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE.plusSeconds(30))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(method + " " + uri + ": " + response.body());
            }
            return json.readTree(response.body()).path("value");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

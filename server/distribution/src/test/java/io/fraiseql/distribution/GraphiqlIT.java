package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GraphiQL as shipped, in a real browser: type a query, run it, see rows. */
class GraphiqlIT {

    private static final Path SCREENSHOT = Path.of("target", "graphiql.png");

    @TempDir
    Path folder;

    @Test
    void runsATypedQuery() throws Exception {
        Optional<Path> chromium = Browser.program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = Browser.program("chromedriver");
        assumeTrue(
                chromium.isPresent() && driver.isPresent(),
                "chromium and chromedriver are not on the PATH (Debian: apt-get install chromium chromium-driver)");

        Path profiles = Files.createDirectories(Path.of("target", "browser"));
        Path profile = Files.createTempDirectory(profiles, "profile").resolve("data");
        try (DistributionServer demo =
                        DatabaseFolder.demo(folder, TestDatabase.SQLITE).serveAlone();
                Browser browser = Browser.start(driver.get(), chromium.get(), profile)) {
            browser.open(URI.create("http://127.0.0.1:" + demo.port() + "/graphiql/"));
            browser.click(".graphiql-query-editor .CodeMirror-lines");
            browser.replaceText("{ countries(where: {code: {eq: \"IS\"}}) { code publishers(limit: 1) { name } } }");
            browser.click(".graphiql-execute-button");
            String answer = browser.textWhen(".graphiql-response", text -> text.contains("\"countries\""));
            Files.write(SCREENSHOT, browser.screenshot());
            assertThat(answer).contains("\"code\": \"IS\"", "\"name\": \"").doesNotContain("errors");
        }
    }
}

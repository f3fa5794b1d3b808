package io.fraiseql.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.server.FraiseqlApplication;
import io.fraiseql.server.plugin.SamplePlugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run with {@code -Dreference.write=true} to write the files anew. */
class ConfigReferenceTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Path MARKDOWN = ROOT.resolve("docs/configuration.md");
    private static final Path YAML = ROOT.resolve("config.yml");

    @TempDir
    Path plugins;

    @Test
    void theReferencePageIsWrittenFromTheRecords() throws IOException {
        StringBuilder page = new StringBuilder(Files.readString(resource("configuration-head.md")));
        FraiseqlApplication.SECTIONS.forEach(section -> page.append(
                "\n## `%s`\n\n%s".formatted(section.key(), ConfigReference.table(section.key(), section.type()))));
        page.append("\n## `plugins`\n\n").append(ConfigReference.table("plugins", PluginsConfig.class));
        page.append('\n').append(Files.readString(resource("configuration-tail.md")));
        compare(MARKDOWN, page.toString());
    }

    @Test
    void theConfigurationFileListsEveryKey() throws IOException {
        StringBuilder file = new StringBuilder(Files.readString(resource("config-head.yml")));
        FraiseqlApplication.SECTIONS.forEach(
                section -> file.append('\n').append(ConfigReference.yaml(section.key(), section.type())));
        file.append('\n').append(ConfigReference.yaml("plugins", PluginsConfig.class));
        compare(YAML, file.toString());
    }

    @Test
    void theConfigurationFileLoadsAndSaysTheDefaults() throws IOException {
        SamplePlugins.database("testdb", "test").in(plugins, "testdb.jar");
        FraiseqlConfiguration written =
                TestConfig.load(plugins, Map.of(), Map.of("dw.database.url", "jdbc:test:x"), Files.readString(YAML));
        FraiseqlConfiguration defaults = TestConfig.load(plugins, Map.of(), Map.of(), "database: {url: 'jdbc:test:x'}");
        FraiseqlApplication.SECTIONS.forEach(section ->
                assertThat((Object) written.section(section.type())).isEqualTo(defaults.section(section.type())));
    }

    private static Path resource(String name) {
        return Path.of("src/test/resources/reference", name);
    }

    private static void compare(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file))
                .as("%s is out of date; run this test with -Dreference.write=true", file.getFileName())
                .isEqualTo(expected);
    }
}

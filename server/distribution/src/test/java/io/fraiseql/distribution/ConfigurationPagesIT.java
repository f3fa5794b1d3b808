package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.flight.FlightConfig;
import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.plugin.mysql.MariadbConfig;
import io.fraiseql.plugin.mysql.MysqlConfig;
import io.fraiseql.plugin.postgresql.PostgresConfig;
import io.fraiseql.plugin.sqlite.SqliteConfig;
import io.fraiseql.plugin.sqlserver.SqlServerConfig;
import io.fraiseql.server.FraiseqlApplication;
import io.fraiseql.server.config.ConfigReference;
import io.fraiseql.server.config.PluginsConfig;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run with {@code -Dreference.write=true} to write the files anew. */
class ConfigurationPagesIT {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Path MARKDOWN = ROOT.resolve("docs/configuration.md");
    private static final Path YAML = ROOT.resolve("config.yml");

    /** What {@code config.yml} says of the database: the keys that every plugin here has. */
    private record AnyDatabase(
            @Default("${DATABASE_URL:-jdbc:sqlite:data/demo.db}") @Help("It chooses the plugin")
            String url,

            @Default("{}") @Help("Connections for reading") PoolConfig pool) {}

    @Test
    void theReferencePageIsWrittenFromTheRecords() throws IOException {
        StringBuilder page = new StringBuilder(Files.readString(resource("configuration-head.md")));
        page.append("\n### SQLite\n\n").append(ConfigReference.table("database", SqliteConfig.class));
        page.append("\n### PostgreSQL\n\n").append(ConfigReference.table("database", PostgresConfig.class));
        page.append("\n### MySQL\n\n").append(ConfigReference.table("database", MysqlConfig.class));
        page.append("\n### MariaDB\n\n").append(ConfigReference.table("database", MariadbConfig.class));
        page.append("\n### SQL Server\n\n").append(ConfigReference.table("database", SqlServerConfig.class));
        FraiseqlApplication.SECTIONS.forEach(section -> page.append(
                "\n## `%s`\n\n%s".formatted(section.key(), ConfigReference.table(section.key(), section.type()))));
        page.append(
                        "\n## `flight`\n\nArrow Flight of the plugin `flight`, off as long as this section is not written.\n\n")
                .append(ConfigReference.table("flight", FlightConfig.class));
        page.append("\n## `plugins`\n\n").append(ConfigReference.table("plugins", PluginsConfig.class));
        page.append('\n').append(Files.readString(resource("configuration-tail.md")));
        compare(MARKDOWN, page.toString());
    }

    @Test
    void theConfigurationFileListsEveryKey() throws IOException {
        StringBuilder file = new StringBuilder(Files.readString(resource("config-head.yml")));
        file.append(ConfigReference.yaml("database", AnyDatabase.class));
        FraiseqlApplication.SECTIONS.forEach(
                section -> file.append('\n').append(ConfigReference.yaml(section.key(), section.type())));
        file.append('\n').append(ConfigReference.yaml("plugins", PluginsConfig.class));
        file.append("\n# Arrow Flight is off as long as this section is not written:\n")
                .append(ConfigReference.yaml("flight", FlightConfig.class)
                        .replaceAll("(?m)^", "# ")
                        .stripTrailing())
                .append('\n');
        compare(YAML, file.toString());
    }

    @Test
    void theConfigurationFileIsValidAsItIs(@TempDir Path folder) throws IOException {
        Distribution.Ended ended = Distribution.shipped(folder).run("check", "config.yml");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .isEqualTo(
                        "config.yml is valid: database sqlite, plugins flight, mysql, postgresql, queue-redis, sqlite, sqlserver, state-redis, transport-nats\n");
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

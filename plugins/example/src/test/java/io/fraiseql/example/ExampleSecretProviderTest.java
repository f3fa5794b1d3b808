package io.fraiseql.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.secret.SecretProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleSecretProviderTest {

    @TempDir
    Path folder;

    private SecretProvider provider;

    @BeforeEach
    void create() {
        provider = new ExampleSecretProviderFactory().create(new ExampleConfig(folder.toString()), Clock::systemUTC);
    }

    @Test
    void readsTheValueAsItIsNow() throws IOException {
        Path file = folder.resolve("database.properties");
        Files.writeString(file, "password=first\n");
        assertThat(provider.read("database.properties", "password")).isEqualTo("first");

        Files.writeString(file, "password=second\n");
        assertThat(provider.read("database.properties", "password")).isEqualTo("second");
    }

    @Test
    void namesTheKeyThatIsMissingButNoValue() throws IOException {
        Files.writeString(folder.resolve("database.properties"), "password=first\n");
        assertThatThrownBy(() -> provider.read("database.properties", "pasword"))
                .isInstanceOf(FraiseqlException.class)
                .hasMessage("database.properties has no key pasword");
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> provider.read("other.properties", "password"))
                .isInstanceOf(FraiseqlException.class)
                .hasMessage("other.properties cannot be read");
    }

    @Test
    void asksForTheKey() {
        assertThatThrownBy(() -> provider.read("database.properties", null))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining("write '#' and the key");
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(FraiseqlPlugin.class)).singleElement().satisfies(plugin -> assertThat(
                        plugin.secretProviders())
                .singleElement()
                .satisfies(factory -> assertThat(factory.name()).isEqualTo("properties")));
    }
}

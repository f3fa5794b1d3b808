package io.fraiseql.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.Secret;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {

    private final References references = new References(
            Map.of("HOST", "db.example", "EMPTY", "", "TRICK", "${HOST}"),
            Map.of("vault", (path, key) -> path + "|" + key));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "plain; plain",
                "${HOST}; db.example",
                "${env:HOST}; db.example",
                "jdbc:x://${HOST}:${PORT:-5432}/a; jdbc:x://db.example:5432/a",
                "a${EMPTY}b; ab",
                "${NONE:-}x; x",
                "${NONE:-a:-b}; a:-b",
                "${url:-http://x/#y}; http://x/#y",
                "$${HOST}; ${HOST}",
                "a$${b}${HOST}; a${b}db.example",
                "${TRICK}; ${HOST}",
                "${vault://kv/app#user}; kv/app|user",
                "${vault://kv/app}; kv/app|null",
                "cost $5; cost $5",
            })
    void resolves(String text, String expected) throws ReferenceException {
        assertThat(references.resolve(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "${NONE}; NONE is not set",
                "${env:NONE}; NONE is not set",
                "${HOST; without '}'",
                "${A:-${B}}; inside a reference",
                "${}; is not a reference",
                "${a b}; is not a reference",
                "${file:/does/not/exist}; /does/not/exist cannot be read",
                "${valt://kv#a}; available are env, file, vault",
            })
    void refuses(String text, String reason) {
        assertThatThrownBy(() -> references.resolve(text))
                .isInstanceOf(ReferenceException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void readsAFileWithoutItsLastLineBreak() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "s3cret \n");
        assertThat(references.resolve("${file:" + file + "}")).isEqualTo("s3cret ");
    }

    @Test
    void aSecretIsReadAnewAndNeverShown() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "first");
        Secret secret = references.secret("${file:" + file + "}");
        assertThat(secret.reveal()).isEqualTo("first");
        Files.writeString(file, "second");
        assertThat(secret.reveal()).isEqualTo("second");
        assertThat(secret).hasToString("***");
    }

    @Test
    void aSecretThatVanishesIsATypedError() throws IOException, ReferenceException {
        Path file = Files.writeString(folder.resolve("password"), "first");
        Secret secret = references.secret("${file:" + file + "}");
        Files.delete(file);
        assertThatThrownBy(secret::reveal).isInstanceOf(FraiseqlException.class);
    }

    @Test
    void aProviderThatBreaksShowsNoValue() {
        References breaking = new References(Map.of(), Map.of("vault", (path, key) -> {
            throw new IllegalStateException("token abc123 was refused");
        }));
        assertThatThrownBy(() -> breaking.resolve("${vault://kv#a}"))
                .isInstanceOf(ReferenceException.class)
                .hasMessageContaining("vault:// failed")
                .hasMessageNotContaining("abc123");
    }
}

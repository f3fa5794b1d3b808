package io.fraiseql.example;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.secret.SecretProvider;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Reads values out of {@code .properties} files, anew at each call, so that a changed file is a changed secret. */
final class ExampleSecretProvider implements SecretProvider {

    private final Path folder;

    ExampleSecretProvider(Path folder) {
        this.folder = folder;
    }

    @Override
    public String read(String path, @Nullable String key) {
        if (key == null) {
            throw notFound("write '#' and the key after " + path, null);
        }
        String value = load(path).getProperty(key);
        if (value == null) {
            throw notFound(path + " has no key " + key, null);
        }
        return value;
    }

    private Properties load(String path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(path))) {
            properties.load(reader);
        } catch (IOException e) {
            throw notFound(path + " cannot be read", e);
        }
        return properties;
    }

    private static FraiseqlException notFound(String message, @Nullable Throwable cause) {
        return new FraiseqlException(ExampleErrorCode.SECRET_NOT_FOUND, message, cause);
    }
}

package io.fraiseql.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What was built.
 *
 * @param product the version of the server
 * @param spi the version of the plugin interface, which {@code Plugin-Requires} is compared with
 */
public record Version(String product, String spi) {

    /** Reads the versions that the build wrote beside this class. */
    public static Version read() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Version(properties.getProperty("product"), properties.getProperty("spi"));
    }
}

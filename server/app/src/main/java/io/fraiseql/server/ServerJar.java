package io.fraiseql.server;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the server was installed. */
final class ServerJar {

    private ServerJar() {}

    /** The folder of {@code server.jar}; the working directory when the classes do not come from a jar. */
    static Path folder() {
        try {
            Path code = Path.of(ServerJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(code) ? code.toAbsolutePath().resolveSibling("") : Path.of("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the server's own jar has no usable path", e);
        }
    }
}

package io.fraiseql.distribution;

import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.server.Version;
import io.fraiseql.server.cli.SchemaCompiler;
import io.fraiseql.server.observer.ActionKinds;
import io.fraiseql.server.plugin.PluginLoader;
import io.fraiseql.server.plugin.Plugins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * What {@code compile} makes of a schema, with the shipped plugins but without a process for it, and once for all tests of a build that
 * serve the same one. Tests of the command itself start it.
 */
final class CompiledOnce {

    private static final Path KNOWN = Path.of(System.getProperty("distribution.classes"))
            .resolveSibling("compiled")
            .resolve(Long.toString(Distribution.buildTime().toMillis()));
    private static final Version VERSION = Version.read();
    private static final Plugins PLUGINS =
            new PluginLoader(VERSION.spi()).load(Distribution.builtServer().resolveSibling("plugins"), Set.of());
    private static final SchemaCompiler COMPILER = new SchemaCompiler(VERSION.product(), new ScalarCatalog());

    private CompiledOnce() {}

    /** Places {@code schema.compiled.json} into the folder. */
    static void place(Path folder, String schema, String targets) throws IOException {
        Path known = KNOWN.resolve(digest(targets + Files.readString(folder.resolve(schema))) + ".json");
        if (!Files.exists(known)) {
            Path made = Files.createTempFile(Files.createDirectories(KNOWN), "made", null);
            Files.writeString(made, compiled(folder.resolve(schema), targets));
            Files.move(made, known, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.copy(known, folder.resolve("schema.compiled.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String compiled(Path schema, String targets) {
        var offers = Arrays.stream(targets.split(",", -1))
                .map(target -> PLUGINS.database(target).orElseThrow())
                .toList();
        return COMPILER.compile(schema, null, offers, new ActionKinds(PLUGINS)).text();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

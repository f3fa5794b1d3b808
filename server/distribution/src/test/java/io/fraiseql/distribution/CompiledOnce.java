package io.fraiseql.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the shipped {@code compile} makes of a schema: one process for all tests of a build that serve the same one. */
final class CompiledOnce {

    private static final Path KNOWN = Path.of(System.getProperty("distribution.classes"))
            .resolveSibling("compiled")
            .resolve(Long.toString(Distribution.buildTime().toMillis()));

    private CompiledOnce() {}

    /** Places {@code schema.compiled.json} into the folder. */
    static void place(DatabaseFolder folder, String schema, String targets) throws IOException {
        Path target = folder.distribution().folder().resolve("schema.compiled.json");
        String text = Files.readString(folder.distribution().folder().resolve(schema));
        Path known = KNOWN.resolve(digest(targets + text) + ".json");
        if (!Files.exists(known)) {
            folder.succeed("compile", schema, "--target", targets);
            Path copy = Files.copy(
                    target,
                    Files.createTempFile(Files.createDirectories(KNOWN), "made", null),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, known, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.copy(known, target, StandardCopyOption.REPLACE_EXISTING);
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

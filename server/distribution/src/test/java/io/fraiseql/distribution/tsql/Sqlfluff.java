package io.fraiseql.distribution.tsql;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** SQLFluff's parser of T-SQL, which {@code scripts/services} brings. One process for many statements. */
final class Sqlfluff {

    private static final String SCRIPT = """
            import json, sys
            from sqlfluff.core import FluffConfig, Linter
            linter = Linter(config=FluffConfig(overrides={"dialect": "tsql", "large_file_skip_byte_limit": 0}))
            for sql in json.load(sys.stdin):
                parsed = linter.parse_string(sql + "\\n")
                print(json.dumps("; ".join(str(v) for v in parsed.violations)))
            """;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Sqlfluff() {}

    static boolean present() {
        return Files.isExecutable(python());
    }

    /** Why the parser refuses each of the statements; an empty text for one that it takes. */
    static List<String> problems(Collection<String> statements) {
        try {
            Process process = new ProcessBuilder(python().toString(), "-c", SCRIPT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var input = process.getOutputStream()) {
                MAPPER.writeValue(input, statements);
            }
            String answer =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("sqlfluff ended with " + process.exitValue());
            }
            return MAPPER.readValue("[" + String.join(",", answer.strip().split("\n")) + "]", new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path python() {
        String home = System.getenv("XDG_CACHE_HOME");
        Path caches =
                home == null || home.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home);
        return caches.resolve("fraiseql/sqlfluff/bin/python");
    }
}

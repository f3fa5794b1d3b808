package io.fraiseql.distribution.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.Nullable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The operations in a folder of the test resources, {@code chinook} or {@code demo}, in the order of their numbers. */
public final class Corpus {

    private static final String DOCUMENT = ".graphql";

    private Corpus() {}

    /** The operations of a folder that a database can answer; says which ones are left out, by their {@code .databases} file. */
    public static List<CorpusOperation> load(String folder, TestDatabase database) {
        List<CorpusOperation> kept = new ArrayList<>();
        for (CorpusOperation operation : load(folder)) {
            String databases = databases(folder, operation.name());
            if (databases == null || List.of(databases.strip().split("\\s+")).contains(database.dialect())) {
                kept.add(operation);
            } else {
                System.out.println("NOT RUN on " + database.dialect() + ": " + folder + "/" + operation.name());
            }
        }
        return kept;
    }

    private static @Nullable String databases(String folder, String name) {
        try (var file = Corpus.class.getResourceAsStream("/" + folder + "/" + name + ".databases")) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads a folder. */
    public static List<CorpusOperation> load(String folder) {
        try {
            Path path = Path.of(Objects.requireNonNull(Corpus.class.getResource("/" + folder), folder)
                    .toURI());
            try (var files = Files.list(path)) {
                return files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(DOCUMENT))
                        .sorted()
                        .map(file -> operation(path, file.substring(0, file.length() - DOCUMENT.length())))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CorpusOperation operation(Path folder, String name) {
        try {
            String variables = optional(folder.resolve(name + ".variables.json"));
            String operationName = optional(folder.resolve(name + ".operation"));
            return new CorpusOperation(
                    name,
                    Files.readString(folder.resolve(name + DOCUMENT)),
                    variables == null ? null : new ObjectMapper().readTree(variables),
                    operationName == null ? null : operationName.strip(),
                    Files.readString(folder.resolve(name + ".sql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String optional(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : null;
    }
}

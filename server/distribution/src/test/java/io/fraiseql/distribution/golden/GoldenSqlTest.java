package io.fraiseql.distribution.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.compile.StatementCompiler;
import io.fraiseql.core.compile.TargetStatements;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The statement of each form of query on the demo, as a file that a reviewer can read: {@code golden/DIALECT/NAME.sql}, or the message by
 * which the dialect refuses it, {@code NAME.refused}. {@code -Dfraiseql.golden.write=true} writes the first anew.
 */
class GoldenSqlTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final String DOCUMENT = ".graphql";
    private static final ScalarCatalog SCALARS = new ScalarCatalog();
    private static final Map<String, StatementCompiler> COMPILERS = compilers();

    private static Map<String, StatementCompiler> compilers() {
        try {
            Map<String, StatementCompiler> compilers = new TreeMap<>();
            String schema = Files.readString(Path.of("..", "..", "migrations", "demo", "schema.json"));
            for (TestDatabase database : TestDatabase.values()) {
                Dialect dialect = Target.dialect(database);
                Model model = new SchemaLoader(SCALARS.types())
                        .load(schema, List.of(dialect.name()))
                        .orThrow();
                compilers.put(dialect.name(), new StatementCompiler(model, dialect, SCALARS::codec));
            }
            return compilers;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Arguments> documents() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(DOCUMENT))
                    .map(file -> file.substring(0, file.length() - DOCUMENT.length()))
                    .sorted()
                    .toList();
            return COMPILERS.keySet().stream()
                    .flatMap(dialect -> names.stream().map(name -> Arguments.of(dialect, name)))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void rendersTheStatement(String dialect, String name) throws IOException {
        String document = Files.readString(FOLDER.resolve(name + DOCUMENT));
        Path refusal = FOLDER.resolve(dialect).resolve(name + ".refused");
        if (Files.exists(refusal)) {
            assertThatThrownBy(() -> COMPILERS.get(dialect).operation(document))
                    .hasMessage(Files.readString(refusal).strip());
            return;
        }
        String sql = COMPILERS.get(dialect).operation(document).fields().stream()
                .map(TargetStatements.Field::sql)
                .map(SqlLines::of)
                .collect(Collectors.joining("\n"));
        Path file = FOLDER.resolve(dialect).resolve(name + ".sql");
        if (Boolean.getBoolean("fraiseql.golden.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, sql);
        }
        assertThat(sql).isEqualTo(Files.readString(file));
    }
}

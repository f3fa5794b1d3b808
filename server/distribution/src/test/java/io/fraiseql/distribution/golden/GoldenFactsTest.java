package io.fraiseql.distribution.golden;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The statements over a fact table and its windows, as {@link GoldenSqlTest} has those of the demo: {@code golden/facts/DIALECT/NAME.sql}. */
class GoldenFactsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "facts");
    private static final String DOCUMENT = ".graphql";
    private static final ScalarCatalog SCALARS = new ScalarCatalog();

    private static StatementCompiler compiler(TestDatabase database) throws IOException {
        Dialect dialect = Target.dialect(database);
        Model model = new SchemaLoader(SCALARS.types())
                .load(Files.readString(FOLDER.resolve("schema.json")), List.of(dialect.name()))
                .orThrow();
        return new StatementCompiler(model, dialect, SCALARS::codec);
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.engine.FactTable#databases")
    void rendersTheStatements(TestDatabase database) throws IOException {
        StatementCompiler compiler = compiler(database);
        Path folder = FOLDER.resolve(database.dialect());
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path document :
                    files.filter(file -> file.toString().endsWith(DOCUMENT)).toList()) {
                String sql = compiler.operation(Files.readString(document)).fields().stream()
                        .map(TargetStatements.Field::sql)
                        .map(SqlLines::of)
                        .collect(Collectors.joining("\n"));
                Path file = folder.resolve(document.getFileName().toString().replace(DOCUMENT, ".sql"));
                if (Boolean.getBoolean("fraiseql.golden.write")) {
                    Files.createDirectories(folder);
                    Files.writeString(file, sql);
                }
                assertThat(sql).as("%s", file).isEqualTo(Files.readString(file));
            }
        }
    }
}

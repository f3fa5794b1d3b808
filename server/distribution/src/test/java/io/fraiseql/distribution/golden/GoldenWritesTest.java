package io.fraiseql.distribution.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.compile.StatementCompiler;
import io.fraiseql.core.compile.TargetStatements;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The statements of each form of mutation on the demo, in the order in which they run, with every column that can be given: {@code
 * golden-writes/DIALECT/NAME.sql}. {@code -Dfraiseql.golden.write=true} writes the files anew.
 */
class GoldenWritesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden-writes");
    private static final String DOCUMENT = ".graphql";
    private static final ScalarCatalog SCALARS = new ScalarCatalog();
    private static final List<String> TYPES = List.of("Warehouse", "Stock", "Customer");

    static List<Arguments> documents() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(DOCUMENT))
                    .map(file -> file.substring(0, file.length() - DOCUMENT.length()))
                    .sorted()
                    .toList();
            return Arrays.stream(TestDatabase.values())
                    .filter(database -> Target.dialect(database).capabilities().contains(Capability.MUTATIONS))
                    .flatMap(database -> names.stream().map(name -> Arguments.of(database, name)))
                    .toList();
        }
    }

    private static StatementCompiler compiler(Dialect dialect) throws IOException {
        String text = Files.readString(Path.of("..", "..", "migrations", "demo", "schema.json"));
        ObjectNode schema = (ObjectNode) new ObjectMapper().readTree(text);
        ArrayNode mutations = schema.putArray("mutations");
        for (String type : TYPES) {
            for (String operation : List.of("create", "update", "delete")) {
                mutation(mutations, operation + type, type, operation);
                mutation(mutations, operation + type + "s", type, operation).put("returns_list", true);
            }
            mutation(mutations, "upsert" + type, type, "upsert");
        }
        Model model = new SchemaLoader(SCALARS.types())
                .load(schema.toString(), List.of(dialect.name()))
                .orThrow();
        return new StatementCompiler(model, dialect, SCALARS::codec);
    }

    private static ObjectNode mutation(ArrayNode mutations, String name, String type, String operation) {
        return mutations
                .addObject()
                .put("name", name)
                .put("return_type", type)
                .put("table", type.toLowerCase(java.util.Locale.ROOT))
                .put("operation", operation.toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void rendersTheStatements(TestDatabase database, String name) throws IOException {
        String document = Files.readString(FOLDER.resolve(name + DOCUMENT));
        String sql = compiler(Target.dialect(database)).operation(document).fields().stream()
                .map(TargetStatements.Field::sql)
                .flatMap(statements -> Arrays.stream(statements.split(";\n")))
                .map(SqlLines::of)
                .collect(Collectors.joining("\n"));
        Path file = FOLDER.resolve(database.dialect()).resolve(name + ".sql");
        if (Boolean.getBoolean("fraiseql.golden.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, sql);
        }
        assertThat(sql).isEqualTo(Files.readString(file));
    }
}

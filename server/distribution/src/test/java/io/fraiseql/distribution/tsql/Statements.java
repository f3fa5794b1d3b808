package io.fraiseql.distribution.tsql;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.core.compile.PlanSql;
import io.fraiseql.core.compile.StatementCompiler;
import io.fraiseql.core.introspect.IntrospectOptions;
import io.fraiseql.core.introspect.SchemaGenerator;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.distribution.corpus.Corpus;
import io.fraiseql.distribution.corpus.CorpusOperation;
import io.fraiseql.distribution.engine.FactTable;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.Chinook;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.sql.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements for SQL Server by what they came from, as the driver sends them: with a named parameter for each bind. */
final class Statements {

    private static final ScalarCatalog SCALARS = new ScalarCatalog();
    private static final Dialect DIALECT = Target.dialect(TestDatabase.SQLSERVER);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", DIALECT.name());
    private static final Pattern BIND = Pattern.compile("'(?:[^']|'')*'|\\[[^]]*]|\\?");

    private Statements() {}

    static Map<String, String> golden() {
        try (var files = Files.list(GOLDEN)) {
            Map<String, String> statements = new LinkedHashMap<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                statements.put("golden/" + file.getFileName(), named(Files.readString(file)));
            }
            return statements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the demo's operations. */
    static Map<String, String> demo() {
        try {
            return corpus("demo", Files.readString(Path.of("..", "..", "migrations", "demo", "schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #demo}, with the schema that introspection writes. */
    static Map<String, String> chinook() {
        SchemaGenerator generator = new SchemaGenerator(SCALARS.types());
        return corpus(
                "chinook",
                generator
                        .generate(ScriptTables.of(Chinook.script(DIALECT.name())), IntrospectOptions.all())
                        .json());
    }

    /** Of a fact table with a window for each function, its dimensions inside documents. */
    static Map<String, String> windows() {
        StatementCompiler compiler = compiler(FactTable.withWindows().toString());
        List<String> names = new ArrayList<>();
        FactTable.windows().forEach(window -> names.add(window.get("name").asText()));
        String all =
                "{ salesSummary(groupBy: [{customerRegion: true}, {priority: true}, {category: true}]) { keys { category priority }"
                        + " avg { revenue priority } windows { " + String.join(" ", names) + " } } }";
        String ofOneGroup = "{ salesSummary(where: {priority: {gt: 1}}) { max { category } windows { place } } }";
        Map<String, String> statements = new LinkedHashMap<>();
        for (String document : List.of(all, ofOneGroup)) {
            compiler.plan(document, null, Map.of())
                    .roots()
                    .forEach(root -> statements.put("windows " + statements.size(), named(PlanSql.of(root))));
        }
        return statements;
    }

    private static StatementCompiler compiler(String schema) {
        Model model = new SchemaLoader(SCALARS.types())
                .load(schema, List.of(DIALECT.name()))
                .orThrow();
        return new StatementCompiler(model, DIALECT, SCALARS::codec);
    }

    private static Map<String, String> corpus(String folder, String schema) {
        StatementCompiler compiler = compiler(schema);
        Map<String, String> statements = new LinkedHashMap<>();
        for (CorpusOperation operation : Corpus.load(folder, TestDatabase.SQLSERVER)) {
            Map<String, Object> variables = operation.variables() == null
                    ? Map.of()
                    : MAPPER.convertValue(operation.variables(), new TypeReference<>() {});
            compiler.plan(operation.document(), operation.operationName(), variables).roots().stream()
                    .map(PlanSql::of)
                    .filter(Objects::nonNull)
                    .forEach(sql -> statements.put(folder + "/" + operation + " " + statements.size(), named(sql)));
        }
        return statements;
    }

    private static String named(String sql) {
        int[] number = {0};
        return BIND.matcher(sql)
                .replaceAll(
                        bind -> Matcher.quoteReplacement(bind.group().equals("?") ? "@P" + number[0]++ : bind.group()));
    }
}

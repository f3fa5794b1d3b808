package io.fraiseql.distribution.tsql;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.core.compile.CaptureScript;
import io.fraiseql.core.compile.PlanSql;
import io.fraiseql.core.compile.StatementCompiler;
import io.fraiseql.core.introspect.IntrospectOptions;
import io.fraiseql.core.introspect.SchemaGenerator;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.distribution.corpus.Corpus;
import io.fraiseql.distribution.corpus.CorpusOperation;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.Chinook;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.contract.ContractStatements;
import io.fraiseql.plugin.testkit.contract.SqlServerContractSql;
import io.fraiseql.spi.sql.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Path CAPTURED = RESOURCES.resolve("golden-triggers").resolve("schema.json");
    private static final Pattern TRIGGER = Pattern.compile("EXEC \\(N'(.*)'\\)", Pattern.DOTALL);
    private static final Pattern FORM = Pattern.compile("^    (ISNULL\\(.*) AS \\[n\\d+],$", Pattern.MULTILINE);
    private static final int LONG_TRIGGER = 10_000;
    private static final Pattern PARAMETER = Pattern.compile("@P\\d+");
    private static final Pattern BIND = Pattern.compile("'(?:[^']|'')*'|\\[[^]]*]|\\?");

    private Statements() {}

    /** Of queries, of fact tables with windows, and of mutations, each statement of them. */
    static Map<String, String> golden() {
        Map<String, String> statements = new LinkedHashMap<>();
        for (String folder : List.of("golden", "golden/facts", "golden-writes")) {
            statements.putAll(golden(folder));
        }
        return statements;
    }

    private static Map<String, String> golden(String name) {
        Path folder = RESOURCES.resolve(name).resolve(DIALECT.name());
        try (var files = Files.list(folder)) {
            Map<String, String> statements = new LinkedHashMap<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                String[] several = resource(file).split("\n\n");
                for (int i = 0; i < several.length; i++) {
                    statements.put(name + "/" + file.getFileName() + " " + i, named(several[i]));
                }
            }
            return statements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The triggers of a table with every type, of one whose key has two columns, and of one with little more than a text for a key. */
    static CaptureScript capture() {
        Model model = new SchemaLoader(SCALARS.types())
                .load(resource(CAPTURED), List.of(DIALECT.name()))
                .orThrow();
        return new CaptureScript(model, DIALECT);
    }

    /**
     * What the script of {@link #capture} does, and what the server asks and says of its triggers. Of a trigger with many columns only the
     * form of each: for a parser the rest is as in the others.
     */
    static Map<String, String> triggers() {
        Map<String, String> statements = new LinkedHashMap<>();
        CaptureScript script = capture();
        for (String sql : script.statements()) {
            Matcher trigger = TRIGGER.matcher(sql);
            if (!trigger.matches()) {
                statements.put("triggers " + statements.size(), sql);
                continue;
            }
            String text = trigger.group(1).replace("''", "'");
            FORM.matcher(text)
                    .results()
                    .forEach(form -> statements.put(
                            "forms " + statements.size(), "SELECT " + form.group(1) + " FROM [parcel] AS [r]"));
            if (text.length() < LONG_TRIGGER) {
                statements.put("triggers " + statements.size(), text);
            }
        }
        for (CaptureScript.Expected expected : script.expected()) {
            statements.put("installed " + statements.size(), expected.query());
            statements.put("unseen " + statements.size(), Objects.requireNonNull(expected.unseen()));
        }
        statements.put(
                "enter", named(Objects.requireNonNull(DIALECT.capture()).enter().sql()));
        return statements;
    }

    private static String resource(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the demo's operations. */
    static Map<String, String> demo() {
        return corpus("demo", resource(Path.of("..", "..", "migrations", "demo", "schema.json")));
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

    /** Of the contract's cases. */
    static Map<String, String> contract() {
        Map<String, String> statements = new LinkedHashMap<>();
        new ContractStatements(DIALECT, new SqlServerContractSql(), ScriptTables::declared)
                .roots()
                .forEach((origin, root) ->
                        statements.put(origin, bound(named(Objects.requireNonNull(PlanSql.of(root))), root)));
        return statements;
    }

    /** The driver counts parameters in the text, and fails where their values are more or fewer. */
    private static String bound(String named, RootPlan root) {
        if (root instanceof RootPlan.Rows rows
                && parameters(named) != rows.statement().binds().size()) {
            throw new AssertionError("it binds " + rows.statement().binds().size() + " values: " + named);
        }
        return named;
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
            for (RootPlan root : compiler.plan(operation.document(), operation.operationName(), variables)
                    .roots()) {
                String sql = PlanSql.of(root);
                if (sql != null) {
                    statements.put(folder + "/" + operation + " " + statements.size(), bound(named(sql), root));
                }
            }
        }
        return statements;
    }

    /** How many parameters a statement has by its text. */
    static int parameters(String named) {
        return (int) PARAMETER.matcher(named).results().count();
    }

    static String named(String sql) {
        int[] number = {0};
        return BIND.matcher(sql)
                .replaceAll(
                        bind -> Matcher.quoteReplacement(bind.group().equals("?") ? "@P" + number[0]++ : bind.group()));
    }
}

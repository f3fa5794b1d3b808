package io.fraiseql.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.introspect.GeneratedSchema;
import io.fraiseql.core.introspect.IntrospectOptions;
import io.fraiseql.core.introspect.SchemaGenerator;
import io.fraiseql.core.introspect.SchemaMerge;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.server.config.DatabaseChoice;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.plugin.Plugins;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code introspect --database URL}: writes the schema of a database that is already there. */
public final class IntrospectCommand extends CliCommand {

    private final Host host;
    private final PluginFolder plugins;
    private final DatabaseOptions databases;
    private final ScalarCatalog scalars = new ScalarCatalog();

    public IntrospectCommand(Host host) {
        super("introspect", "writes a schema from an existing database");
        this.host = host;
        this.plugins = new PluginFolder(host);
        this.databases = new DatabaseOptions(host);
    }

    @Override
    protected void options(Subparser parser) {
        plugins.declare(parser);
        databases.declare(parser, true);
        parser.addArgument("-o", "--out").setDefault("schema.json").help("the file to write");
        parser.addArgument("--schema")
                .action(Arguments.append())
                .help("a database schema to read; repeat for several (default: the connection's own)");
        parser.addArgument("--include")
                .action(Arguments.append())
                .metavar("GLOB")
                .help("only these tables");
        parser.addArgument("--exclude")
                .action(Arguments.append())
                .metavar("GLOB")
                .help("not these tables");
        parser.addArgument("--merge").metavar("FILE").help("a schema to which this database is added");
        parser.addArgument("--target").metavar("DIALECT[,…]").help("what the schema of --merge is for already");
        parser.addArgument("--mutations")
                .action(Arguments.storeTrue())
                .help("also write mutations for every table that has a primary key");
        parser.addArgument("--rename").metavar("FILE").help("a JSON object: names by table or table.column");
    }

    @Override
    protected void run(Namespace arguments, Output output) {
        Plugins loaded = plugins.load(arguments);
        List<String> schemas = list(arguments, "schema");
        DatabaseSchema found;
        DatabaseChoice choice = databases.choose(arguments, loaded);
        if (arguments.getBoolean("mutations")) {
            choice.requireMutations();
        }
        try (Database database = choice.open(host.context())) {
            found = database.introspect(schemas);
        }
        IntrospectOptions options = new IntrospectOptions(
                list(arguments, "include"),
                list(arguments, "exclude"),
                renames(arguments.getString("rename")),
                arguments.getBoolean("mutations"));
        GeneratedSchema added = new SchemaGenerator(scalars.types()).generate(found, options);
        int tables = added.schema().path("types").size();
        GeneratedSchema generated = merged(arguments, added, choice.offer().name());
        Path file = Path.of(arguments.getString("out"));
        SchemaFiles.write(file, generated.json());
        String notes = generated.notes().isEmpty() ? "" : "\nnote: " + String.join("\nnote: ", generated.notes());
        output.write(
                () -> tables + " tables and views written into " + file + notes,
                () -> Map.of("file", file.toString(), "tables", tables, "notes", generated.notes()));
    }

    private GeneratedSchema merged(Namespace arguments, GeneratedSchema added, String dialect) {
        String file = arguments.getString("merge");
        String targets = arguments.getString("target");
        if (file == null && targets == null) {
            return added;
        }
        if (file == null || targets == null) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "--merge FILE and --target DIALECT belong together: the schema, and what it is for already");
        }
        List<String> dialects =
                Arrays.stream(targets.split(",", -1)).map(String::strip).toList();
        ObjectNode existing = new SchemaFiles(scalars).tree(Path.of(file), dialects);
        return new SchemaMerge().merge(existing, dialects, added, dialect);
    }

    private static List<String> list(Namespace arguments, String name) {
        List<String> values = arguments.getList(name);
        return values == null ? List.of() : values;
    }

    private static Map<String, String> renames(@Nullable String file) {
        if (file == null) {
            return Map.of();
        }
        try {
            return new ObjectMapper().readValue(SchemaFiles.read(Path.of(file)), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    file + " is not a JSON object of names by table or table.column",
                    e);
        }
    }
}

package io.fraiseql.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.core.columnar.DeclaredSchemaWriter;
import io.fraiseql.core.columnar.SchemaDiff;
import io.fraiseql.core.columnar.SchemaDiff.Change;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.columnar.SchemaFolder;
import io.fraiseql.server.config.Host;
import io.fraiseql.spi.columnar.DeclaredSchema;
import io.fraiseql.spi.columnar.SchemaFormat;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code arrow-schema validate|diff|register|export}: looks after {@code .arrow-schema} files. */
public final class ArrowSchemaCommand extends CliCommand {

    private static final String JSON = "json";

    private final PluginFolder plugins;

    public ArrowSchemaCommand(Host host) {
        super("arrow-schema", "looks after declared schemas of columns");
        this.plugins = new PluginFolder(host);
    }

    @Override
    protected void options(Subparser parser) {
        plugins.declare(parser);
        parser.addArgument("action")
                .choices("validate", "diff", "register", "export")
                .help("validate the folder, or files; tell what two files differ in; add the version of a file to the"
                        + " folder; write a schema, NAME or NAME@VERSION, as a file");
        parser.addArgument("what").nargs("*").metavar("FILE|NAME").help("what it is done with");
        parser.addArgument("--schemas").metavar("DIR").setDefault("schemas").help("the folder (default: schemas)");
        parser.addArgument("--as").metavar("FORMAT").setDefault(JSON).help("how it is exported: json or arrow-ipc");
        parser.addArgument("-o", "--out").help("the file to export into; without it, standard output");
    }

    @Override
    protected void run(Namespace arguments, Output output) {
        SchemaFolder folder = new SchemaFolder(Path.of(arguments.getString("schemas")));
        List<String> what = arguments.getList("what");
        switch (arguments.getString("action")) {
            case "validate" -> validate(what, folder, output);
            case "diff" -> {
                requireCount(what, 2, "diff OLDER NEWER");
                diff(SchemaFolder.read(Path.of(what.get(0))), SchemaFolder.read(Path.of(what.get(1))), output);
            }
            case "register" -> {
                requireCount(what, 1, "register FILE");
                register(Path.of(what.get(0)), folder, output);
            }
            default -> {
                requireCount(what, 1, "export NAME");
                export(folder.find(what.get(0)), arguments, output);
            }
        }
    }

    private static void requireCount(List<String> what, int count, String form) {
        if (what.size() != count) {
            throw invalid("say it so: arrow-schema " + form);
        }
    }

    private static void validate(List<String> files, SchemaFolder folder, Output output) {
        List<DeclaredSchema> schemas = files.isEmpty()
                ? folder.load()
                : files.stream().map(file -> SchemaFolder.read(Path.of(file))).toList();
        List<String> names = schemas.stream()
                .map(schema -> schema.qualifiedName() + "@" + schema.version())
                .toList();
        output.write(() -> "valid: " + String.join(", ", names), () -> Map.of("schemas", names));
    }

    private static void diff(DeclaredSchema older, DeclaredSchema newer, Output output) {
        List<Change> changes = SchemaDiff.between(older, newer);
        output.write(
                () -> changes.isEmpty()
                        ? "no field differs"
                        : changes.stream().map(Change::toString).collect(Collectors.joining("\n")),
                () -> Map.of(
                        "changes",
                        changes.stream()
                                .map(change -> Map.of(
                                        "field", change.field(),
                                        "message", change.message(),
                                        "breaking", change.breaking()))
                                .toList()));
        if (changes.stream().anyMatch(Change::breaking)) {
            throw new FraiseqlException(CoreErrorCode.CONFLICT, "the newer one breaks the older one");
        }
    }

    private static void register(Path file, SchemaFolder folder, Output output) {
        DeclaredSchema schema = SchemaFolder.read(file);
        List<String> gone =
                folder.register(file, schema).stream().map(Path::toString).toList();
        String name = schema.qualifiedName() + "@" + schema.version();
        output.write(
                () -> name + " is registered" + (gone.isEmpty() ? "" : "; removed " + String.join(", ", gone)),
                () -> Map.of("schema", name, "removed", gone));
    }

    private void export(DeclaredSchema schema, Namespace arguments, Output output) {
        String out = arguments.getString("out");
        byte[] bytes = bytes(schema, arguments);
        if (out == null) {
            output.stream().write(bytes, 0, bytes.length);
            output.stream().flush();
            return;
        }
        try {
            Files.write(Path.of(out), bytes);
        } catch (IOException e) {
            throw invalid(out + " cannot be written");
        }
        output.write(() -> bytes.length + " bytes into " + out, () -> Map.of("bytes", bytes.length, "file", out));
    }

    private byte[] bytes(DeclaredSchema schema, Namespace arguments) {
        String wanted = arguments.getString("as");
        if (wanted.equals(JSON)) {
            return (json(DeclaredSchemaWriter.write(schema)) + "\n").getBytes(StandardCharsets.UTF_8);
        }
        List<SchemaFormat> formats = plugins.load(arguments).schemaFormats();
        return formats.stream()
                .filter(format -> format.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> invalid("--as " + wanted + ": there are json, "
                        + formats.stream().map(SchemaFormat::name).collect(Collectors.joining(", "))))
                .write(schema);
    }

    private static String json(Map<String, Object> value) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema is made of plain values", e);
        }
    }

    private static FraiseqlException invalid(String message) {
        return new FraiseqlException(CoreErrorCode.INVALID_CONFIGURATION, message);
    }
}

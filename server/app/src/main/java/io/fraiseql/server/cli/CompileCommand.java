package io.fraiseql.server.cli;

import io.fraiseql.core.compile.DatabaseCheck;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.server.Version;
import io.fraiseql.server.config.DatabaseChoice;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.observer.ActionKinds;
import io.fraiseql.server.plugin.DatabaseOffer;
import io.fraiseql.server.plugin.Plugins;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code compile SCHEMA}: checks an authored schema and freezes it with its SQL. */
public final class CompileCommand extends CliCommand {

    private final Host host;
    private final PluginFolder plugins;
    private final DatabaseOptions databases;
    private final SchemaCompiler compiler;

    public CompileCommand(Version version, Host host) {
        super("compile", "checks a schema and writes it with its SQL");
        this.host = host;
        this.plugins = new PluginFolder(host);
        this.databases = new DatabaseOptions(host);
        this.compiler = new SchemaCompiler(version.product(), new ScalarCatalog());
    }

    @Override
    protected void options(Subparser parser) {
        plugins.declare(parser);
        parser.addArgument("schema").help("the authored schema, schema.json");
        parser.addArgument("-o", "--out").setDefault("schema.compiled.json").help("the file to write");
        parser.addArgument("--target").metavar("DIALECT[,…]").help("the databases to compile for");
        parser.addArgument("--operations").metavar("DIR").help("a folder of .graphql documents to compile too");
        databases.declare(parser, false);
        parser.addArgument("--check").action(Arguments.storeTrue()).help("check everything and write nothing");
    }

    @Override
    protected void run(Namespace arguments, Output output) {
        Plugins loaded = plugins.load(arguments);
        DatabaseChoice database = arguments.getString("database") == null ? null : databases.choose(arguments, loaded);
        List<DatabaseOffer> targets = targets(arguments.getString("target"), loaded, database);
        String folder = arguments.getString("operations");
        SchemaCompiler.Compiled compiled = compiler.compile(
                Path.of(arguments.getString("schema")),
                folder == null ? null : Path.of(folder),
                targets,
                new ActionKinds(loaded));
        if (database != null) {
            check(compiled.model(), database);
        }
        Path file = Path.of(arguments.getString("out"));
        if (!arguments.getBoolean("check")) {
            SchemaFiles.write(file, compiled.text());
        }
        report(compiled.model(), compiled.operations(), arguments.getBoolean("check") ? null : file, output);
    }

    private static List<DatabaseOffer> targets(
            @Nullable String names, Plugins loaded, @Nullable DatabaseChoice database) {
        if (names == null) {
            if (database == null) {
                throw new FraiseqlException(
                        CoreErrorCode.INVALID_CONFIGURATION,
                        "say what to compile for: --target " + names(loaded) + " (one or several), or --database URL");
            }
            return List.of(database.offer());
        }
        List<DatabaseOffer> targets = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            targets.add(loaded.database(name.strip())
                    .orElseThrow(() -> new FraiseqlException(
                            CoreErrorCode.INVALID_CONFIGURATION,
                            "no plugin offers the target '" + name.strip() + "'; there are " + names(loaded))));
        }
        return targets;
    }

    private static String names(Plugins loaded) {
        return String.join(
                ",", loaded.databases().stream().map(DatabaseOffer::name).toList());
    }

    private void check(Model model, DatabaseChoice choice) {
        try (Database database = choice.open(host.context())) {
            DatabaseCheck.check(model, choice.offer().name(), database);
        }
    }

    private static void report(Model model, int operations, @Nullable Path file, Output output) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("targets", model.targets());
        result.put("types", model.types().size());
        result.put("queries", model.queries().size());
        result.put("operations", operations);
        result.put("file", file == null ? "" : file.toString());
        output.write(
                () -> "%d types, %d queries and %d operations compiled for %s%s"
                        .formatted(
                                model.types().size(),
                                model.queries().size(),
                                operations,
                                String.join(", ", model.targets()),
                                file == null ? "; nothing written" : " into " + file),
                () -> result);
    }
}

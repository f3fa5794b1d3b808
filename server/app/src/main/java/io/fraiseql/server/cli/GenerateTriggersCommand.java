package io.fraiseql.server.cli;

import io.fraiseql.core.compile.CaptureScript;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.plugin.DatabaseOffer;
import io.fraiseql.server.plugin.Plugins;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code generate-triggers SCHEMA}: the SQL of the triggers that note in the outbox what anybody writes. */
public final class GenerateTriggersCommand extends CliCommand {

    private final PluginFolder plugins;
    private final SchemaFiles files = new SchemaFiles(new ScalarCatalog());

    public GenerateTriggersCommand(Host host) {
        super("generate-triggers", "writes the triggers of types with \"capture\": \"trigger\"");
        this.plugins = new PluginFolder(host);
    }

    @Override
    protected void options(Subparser parser) {
        plugins.declare(parser);
        parser.addArgument("schema").help("the authored schema, or the compiled one");
        parser.addArgument("--target").metavar("DIALECT").required(true).help("the database");
        parser.addArgument("-o", "--out").help("the file to write; without it, standard output");
    }

    @Override
    protected void run(Namespace arguments, Output output) {
        Plugins loaded = plugins.load(arguments);
        String target = arguments.getString("target");
        DatabaseOffer offer = loaded.database(target)
                .orElseThrow(() -> new FraiseqlException(
                        CoreErrorCode.INVALID_CONFIGURATION, "no plugin offers the target '" + target + "'"));
        CaptureScript script =
                new CaptureScript(files.anyModel(Path.of(arguments.getString("schema")), target), offer.dialect());
        String out = arguments.getString("out");
        if (out == null) {
            output.write(() -> script.text().stripTrailing(), () -> Map.of("target", target, "sql", script.text()));
            return;
        }
        SchemaFiles.write(Path.of(out), script.text());
        output.write(
                () -> "the triggers of %d tables for %s into %s".formatted(script.tables(), target, out),
                () -> Map.of("target", target, "tables", script.tables(), "file", out));
    }
}

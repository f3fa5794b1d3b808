package io.fraiseql.server.cli;

import io.fraiseql.server.config.Host;
import io.fraiseql.server.plugin.Plugins;
import java.nio.file.Path;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code explain schema.compiled.json query.graphql}: reads the arguments and hands them on. */
public final class ExplainCommand extends EngineCommand {

    private final EngineCommands commands;

    public ExplainCommand(Host host, EngineCommands commands) {
        super("explain", "prints the statements of an operation", host);
        this.commands = commands;
    }

    @Override
    void declare(Subparser parser) {
        parser.addArgument("schema").help("the compiled schema");
        parser.addArgument("document").help("a file with one operation");
        parser.addArgument("--target")
                .metavar("NAME")
                .help("the database (default: each that the schema was compiled for)");
        parser.addArgument("--variables").metavar("FILE").help("a JSON object");
    }

    @Override
    void run(Namespace arguments, Plugins plugins, Output output) {
        commands.explain(
                new EngineCommands.Explain(
                        Path.of(arguments.getString("schema")),
                        Path.of(arguments.getString("document")),
                        arguments.getString("target"),
                        path(arguments, "variables")),
                plugins,
                output);
    }
}

package io.fraiseql.server.cli;

import io.fraiseql.server.cli.EngineCommands.DatabaseAccess;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.plugin.Plugins;
import java.util.Objects;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code introspect --database URL}: reads the arguments and hands them on. */
public final class IntrospectCommand extends EngineCommand {

    private final EngineCommands commands;

    public IntrospectCommand(Host host, EngineCommands commands) {
        super("introspect", "writes a schema from an existing database", host);
        this.commands = commands;
    }

    @Override
    void declare(Subparser parser) {
        declareDatabase(parser).required(true);
        parser.addArgument("-o", "--out").help("the file to write (default: standard output)");
        parser.addArgument("--schema").metavar("NAMES").help("the database's schemas to read");
        parser.addArgument("--include").metavar("TABLES").help("only these tables and views");
        parser.addArgument("--exclude").metavar("TABLES").help("all but these tables and views");
        parser.addArgument("--rename").metavar("FILE").help("other names for types and fields");
    }

    @Override
    void run(Namespace arguments, Plugins plugins, Output output) {
        DatabaseAccess database = Objects.requireNonNull(database(arguments));
        commands.introspect(
                new EngineCommands.Introspect(
                        database,
                        path(arguments, "out"),
                        words(arguments, "schema"),
                        words(arguments, "include"),
                        words(arguments, "exclude"),
                        path(arguments, "rename")),
                plugins,
                output);
    }
}

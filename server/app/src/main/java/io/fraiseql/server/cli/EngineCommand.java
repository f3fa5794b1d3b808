package io.fraiseql.server.cli;

import io.fraiseql.server.cli.EngineCommands.DatabaseAccess;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.plugin.Plugins;
import io.fraiseql.spi.Nullable;
import java.nio.file.Path;
import java.util.List;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** A command that works with plugins but without a configuration file. */
abstract class EngineCommand extends CliCommand {

    private final PluginFolder folder;

    EngineCommand(String name, String description, Host host) {
        super(name, description);
        this.folder = new PluginFolder(host);
    }

    @Override
    protected final void options(Subparser parser) {
        folder.declare(parser);
        declare(parser);
    }

    @Override
    protected final void run(Namespace arguments, Output output) {
        run(arguments, folder.load(arguments), output);
    }

    abstract void declare(Subparser parser);

    abstract void run(Namespace arguments, Plugins plugins, Output output);

    static Argument declareDatabase(Subparser parser) {
        parser.addArgument("--user").help("the database's user");
        parser.addArgument("--password").help("the database's password, better as a reference: '${env:PASSWORD}'");
        return parser.addArgument("--database").metavar("URL").help("a JDBC URL");
    }

    static @Nullable DatabaseAccess database(Namespace arguments) {
        String url = arguments.getString("database");
        return url == null
                ? null
                : new DatabaseAccess(url, arguments.getString("user"), arguments.getString("password"));
    }

    static @Nullable Path path(Namespace arguments, String name) {
        String path = arguments.getString(name);
        return path == null ? null : Path.of(path);
    }

    static List<String> words(Namespace arguments, String name) {
        String words = arguments.getString(name);
        return words == null ? List.of() : List.of(words.split(",", -1));
    }
}

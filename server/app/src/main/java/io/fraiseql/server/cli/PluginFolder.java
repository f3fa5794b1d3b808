package io.fraiseql.server.cli;

import io.fraiseql.server.config.Host;
import io.fraiseql.server.plugin.Plugins;
import java.nio.file.Path;
import java.util.Set;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** The {@code --plugins} option of commands that work without a configuration file. */
final class PluginFolder {

    private final Host host;

    PluginFolder(Host host) {
        this.host = host;
    }

    void declare(Subparser parser) {
        parser.addArgument("--plugins")
                .metavar("DIR")
                .setDefault(host.pluginFolder().toString())
                .help("the folder of plugin jars (default: plugins beside server.jar)");
    }

    Plugins load(Namespace arguments) {
        return host.pluginLoader().load(Path.of(arguments.getString("plugins")), Set.of());
    }
}

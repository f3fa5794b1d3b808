package io.fraiseql.server.cli;

import io.fraiseql.server.Version;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.plugin.LoadedPlugin;
import io.fraiseql.server.plugin.Plugins;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code version}: what runs here. */
public final class VersionCommand extends CliCommand {

    private final Version version;
    private final PluginFolder plugins;

    public VersionCommand(Version version, Host host) {
        super("version", "prints the versions of the server, its plugins and the JDK");
        this.version = version;
        this.plugins = new PluginFolder(host);
    }

    @Override
    protected void options(Subparser parser) {
        plugins.declare(parser);
    }

    @Override
    protected void run(Namespace arguments, Output output) {
        Plugins loaded = plugins.load(arguments);
        output.write(() -> text(loaded), () -> json(loaded));
    }

    private String text(Plugins loaded) {
        String lines = loaded.loaded().stream()
                .map(plugin -> "\nplugin %s %s".formatted(plugin.id(), plugin.version()))
                .collect(Collectors.joining());
        return "fraiseql %s\nplugin interface %s\njdk %s%s"
                .formatted(version.product(), version.spi(), Runtime.version(), lines);
    }

    private Map<String, ?> json(Plugins loaded) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("fraiseql", version.product());
        result.put("pluginInterface", version.spi());
        result.put("jdk", Runtime.version().toString());
        result.put(
                "plugins",
                loaded.loaded().stream()
                        .collect(Collectors.toMap(
                                LoadedPlugin::id, LoadedPlugin::version, (a, b) -> a, LinkedHashMap::new)));
        return result;
    }
}

package io.fraiseql.server.config;

import io.fraiseql.server.plugin.Plugins;
import io.fraiseql.server.secret.References;
import io.fraiseql.spi.Nullable;
import java.util.LinkedHashMap;
import java.util.Map;

/** Chooses a database from the options of a command instead of a configuration file. */
public final class DatabaseOpener {

    private final Host host;
    private final Plugins plugins;

    public DatabaseOpener(Host host, Plugins plugins) {
        this.host = host;
        this.plugins = plugins;
    }

    /**
     * Binds the options as the {@code database} section would be; they may hold references such as {@code ${env:PGPASSWORD}}.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException {@code INVALID_CONFIGURATION} when no plugin accepts the URL or an option is wrong
     */
    public DatabaseChoice choose(String url, @Nullable String user, @Nullable String password) {
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        put(entries, "url", url);
        put(entries, "user", user);
        put(entries, "password", password);
        ConfigProblems problems = new ConfigProblems();
        References references = new References(host.environment(), Map.of());
        var choice = new DatabaseBinder(plugins, references, problems).bind(ConfigNode.mapping("option", entries));
        problems.throwIfAny("the command line");
        return choice.orElseThrow();
    }

    private static void put(Map<String, ConfigNode> entries, String key, @Nullable String value) {
        if (value != null) {
            entries.put(key, ConfigNode.scalar("--" + (key.equals("url") ? "database" : key), value, false));
        }
    }
}

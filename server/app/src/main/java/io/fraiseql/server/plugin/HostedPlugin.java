package io.fraiseql.server.plugin;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.ServiceLoader;
import org.pf4j.Plugin;
import org.pf4j.PluginWrapper;

/** What pf4j starts for each jar: finds the jar's one {@link FraiseqlPlugin} and asks it once for everything it offers. */
final class HostedPlugin extends Plugin {

    private final PluginWrapper jar;
    private @Nullable LoadedPlugin loaded;

    HostedPlugin(PluginWrapper jar) {
        this.jar = jar;
    }

    @Override
    public void start() {
        PluginCalls calls = new PluginCalls(jar.getPluginId(), jar.getPluginClassLoader());
        FraiseqlPlugin plugin = calls.boot("be created", () -> entry(jar.getPluginClassLoader()));
        loaded = new LoadedPlugin(
                jar.getPluginId(),
                jar.getDescriptor().getVersion(),
                jar.getPluginPath(),
                calls.boot("list its databases", plugin::databases).stream()
                        .map(factory -> new DatabaseOffer(calls, factory))
                        .toList(),
                calls.boot("list its secret providers", plugin::secretProviders).stream()
                        .map(factory -> new SecretProviderOffer(calls, factory))
                        .toList());
    }

    LoadedPlugin loaded() {
        if (loaded == null) {
            throw new IllegalStateException("plugin '" + jar.getPluginId() + "' was not started");
        }
        return loaded;
    }

    private FraiseqlPlugin entry(ClassLoader loader) {
        List<FraiseqlPlugin> found = ServiceLoader.load(FraiseqlPlugin.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.size() != 1) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_PLUGIN,
                    "plugin '" + jar.getPluginId() + "' (" + jar.getPluginPath().getFileName() + ") has " + found.size()
                            + " classes in META-INF/services/" + FraiseqlPlugin.class.getName()
                            + "; it needs exactly one");
        }
        return found.get(0);
    }
}

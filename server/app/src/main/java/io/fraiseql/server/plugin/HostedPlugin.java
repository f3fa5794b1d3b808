package io.fraiseql.server.plugin;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.columnar.DeclaredSchema;
import io.fraiseql.spi.columnar.SchemaFormat;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.pf4j.Plugin;
import org.pf4j.PluginWrapper;

/**
 * What pf4j starts for each jar: finds the jar's one {@link FraiseqlPlugin} and asks it once for everything it offers. A failure is
 * kept for {@link #loaded}, because pf4j would only log it.
 */
final class HostedPlugin extends Plugin {

    private final PluginWrapper jar;
    private final PluginCalls calls;
    private @Nullable LoadedPlugin loaded;
    private @Nullable FraiseqlException failure;

    HostedPlugin(PluginWrapper jar) {
        this.jar = jar;
        this.calls = new PluginCalls(jar.getPluginId(), jar.getPluginClassLoader());
    }

    @Override
    public void start() {
        try {
            loaded = calls.boot("say what it offers", () -> load(entry(jar.getPluginClassLoader())));
        } catch (FraiseqlException e) {
            failure = e;
        }
    }

    /**
     * What the plugin offers.
     *
     * @throws FraiseqlException if it did not start
     */
    LoadedPlugin loaded() {
        if (failure != null) {
            throw failure;
        }
        if (loaded == null) {
            throw new IllegalStateException("plugin '" + jar.getPluginId() + "' was not started");
        }
        return loaded;
    }

    private LoadedPlugin load(FraiseqlPlugin plugin) {
        return new LoadedPlugin(
                jar.getPluginId(),
                jar.getDescriptor().getVersion(),
                jar.getPluginPath(),
                plugin.databases().stream()
                        .map(factory -> new DatabaseOffer(calls, factory))
                        .toList(),
                plugin.secretProviders().stream()
                        .map(factory -> new SecretProviderOffer(calls, factory))
                        .toList(),
                actions(plugin),
                plugin.jobQueues().stream()
                        .map(factory -> new JobQueueOffer(calls, factory))
                        .toList(),
                plugin.transports().stream()
                        .map(factory -> new TransportOffer(calls, factory))
                        .toList(),
                plugin.stateStores().stream()
                        .map(factory -> new StateStoreOffer(calls, factory))
                        .toList(),
                plugin.networkServices().stream()
                        .map(factory -> new NetworkServiceOffer(calls, factory))
                        .toList(),
                plugin.schemaFormats().stream().map(this::hosted).toList());
    }

    private SchemaFormat hosted(SchemaFormat format) {
        return new SchemaFormat() {
            @Override
            public String name() {
                return calls.call(format::name);
            }

            @Override
            public byte[] write(DeclaredSchema schema) {
                return calls.call(() -> format.write(schema));
            }
        };
    }

    private List<ActionOffer<?>> actions(FraiseqlPlugin plugin) {
        List<ActionOffer<?>> offers = new ArrayList<>();
        plugin.actions().forEach(factory -> offers.add(new ActionOffer<>(calls, factory)));
        return offers;
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

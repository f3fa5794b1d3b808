package io.fraiseql.server.plugin;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Factory;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.host.PluginContext;
import java.util.regex.Pattern;

/** One factory that a plugin offers: its name and configuration record, read once, and the way to its product. */
public abstract class Offer<P> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final PluginCalls calls;
    private final Factory<?, P> factory;
    private final String name;
    private final Class<? extends Record> configType;

    Offer(PluginCalls calls, Factory<?, P> factory) {
        this.calls = calls;
        this.factory = factory;
        this.name = calls.boot("name its factory " + factory.getClass().getName(), factory::name);
        this.configType = calls.boot("give the configuration record of '" + name + "'", factory::configType);
        if (!NAME.matcher(name).matches()) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_PLUGIN,
                    "plugin '" + pluginId() + "' names a factory '" + name
                            + "'; use lower-case letters, digits and '-'");
        }
    }

    /** The id of the plugin. */
    public final String pluginId() {
        return calls.pluginId();
    }

    /** The name as the configuration writes it. */
    public final String name() {
        return name;
    }

    /** The record that {@link #create} expects. */
    public final Class<? extends Record> configType() {
        return configType;
    }

    /**
     * Makes the product, on the boot thread. Calls to the product run with the plugin's context class loader.
     *
     * @throws FraiseqlException if the product cannot work
     */
    public final P create(Record config, PluginContext context) {
        return hosted(calls.boot("start '" + name + "'", () -> create(factory, config, context)));
    }

    abstract P hosted(P product);

    final PluginCalls calls() {
        return calls;
    }

    private static <C extends Record, P> P create(Factory<C, P> factory, Record config, PluginContext context) {
        return factory.create(factory.configType().cast(config), context);
    }
}

package io.fraiseql.server.config;

import io.fraiseql.server.plugin.PluginLoader;
import io.fraiseql.spi.host.PluginContext;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the configuration is loaded with: data, made once by the composition root.
 *
 * @param environment the variables that references may name
 * @param properties where {@code dw.key} overrides are looked for
 * @param pluginFolder the folder of plugins when the configuration names none
 */
public record Host(
        Map<String, String> environment,
        Map<String, String> properties,
        Path pluginFolder,
        PluginLoader pluginLoader,
        PluginContext context) {}

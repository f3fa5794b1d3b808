package io.fraiseql.server.plugin;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;

/**
 * Starts the plugin jars of a folder; the only door to pf4j. A plugin sees the JDK's platform, {@code io.fraiseql.spi} and {@code
 * org.slf4j}, nothing else of the host. Nothing is ever unloaded. Used once, on the boot thread.
 */
public final class PluginLoader {

    private final String spiVersion;

    /** @param spiVersion what {@code Plugin-Requires} is compared with */
    public PluginLoader(String spiVersion) {
        this.spiVersion = spiVersion;
    }

    /**
     * Starts every jar of a folder that is not disabled.
     *
     * @param disabled plugin ids whose classes must not run; each must exist
     * @throws FraiseqlException {@link CoreErrorCode#INVALID_PLUGIN} naming the jar or plugin and the reason
     */
    public Plugins load(Path directory, Set<String> disabled) {
        HostPluginManager manager = new HostPluginManager(directory, spiVersion, disabled);
        jars(directory).forEach(jar -> register(manager, jar));
        requireKnown(disabled, manager);
        manager.getPlugins().forEach(plugin -> requireVersion(plugin, disabled));
        manager.startPlugins();
        List<LoadedPlugin> loaded = new ArrayList<>();
        for (PluginWrapper plugin : manager.getPlugins()) {
            if (plugin.getPluginState() == PluginState.STARTED) {
                loaded.add(((HostedPlugin) plugin.getPlugin()).loaded());
            } else if (!disabled.contains(plugin.getPluginId())) {
                throw invalid(
                        "plugin '" + plugin.getPluginId() + "' ("
                                + plugin.getPluginPath().getFileName() + ") did not start: " + plugin.getPluginState(),
                        plugin.getFailedException());
            }
        }
        loaded.sort(Comparator.comparing(LoadedPlugin::id));
        return new Plugins(loaded);
    }

    private static List<Path> jars(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw invalid("the plugin folder " + directory + " does not exist; set plugins.directory", null);
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw invalid("the plugin folder " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void register(HostPluginManager manager, Path jar) {
        try {
            manager.loadPlugin(jar);
        } catch (RuntimeException e) {
            throw invalid(jar.getFileName() + " is not a usable plugin: " + reason(e), e);
        }
    }

    private static void requireKnown(Set<String> disabled, HostPluginManager manager) {
        Set<String> known = manager.getPlugins().stream()
                .map(PluginWrapper::getPluginId)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String id : disabled) {
            if (!known.contains(id)) {
                throw invalid("plugins.disabled names '" + id + "', but the plugins here are " + known, null);
            }
        }
    }

    private void requireVersion(PluginWrapper plugin, Set<String> disabled) {
        if (plugin.getPluginState() == PluginState.DISABLED && !disabled.contains(plugin.getPluginId())) {
            throw invalid(
                    "plugin '" + plugin.getPluginId() + "' ("
                            + plugin.getPluginPath().getFileName()
                            + ") requires a plugin interface "
                            + plugin.getDescriptor().getRequires()
                            + ", but this server has " + spiVersion,
                    null);
        }
    }

    private static String reason(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.toString() : message;
    }

    private static FraiseqlException invalid(String message, @Nullable Throwable cause) {
        return new FraiseqlException(CoreErrorCode.INVALID_PLUGIN, message, cause);
    }
}

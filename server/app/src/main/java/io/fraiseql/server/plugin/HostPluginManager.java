package io.fraiseql.server.plugin;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import org.pf4j.DefaultPluginManager;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginStatusProvider;

/** pf4j with this host's rules: single jars, the allow-list class loader, no extension index, a status that only the operator sets. */
final class HostPluginManager extends DefaultPluginManager {

    private final Set<String> disabledIds;

    HostPluginManager(Path directory, String spiVersion, Set<String> disabledIds) {
        super(directory);
        this.disabledIds = disabledIds;
        setSystemVersion(spiVersion);
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new JarDescriptorFinder();
    }

    @Override
    protected PluginFactory createPluginFactory() {
        return HostedPlugin::new;
    }

    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new OperatorStatus();
    }

    @Override
    protected org.pf4j.PluginLoader createPluginLoader() {
        return new JarLoader(new AllowListClassLoader(HostPluginManager.class.getClassLoader()));
    }

    private record JarLoader(ClassLoader shared) implements org.pf4j.PluginLoader {

        @Override
        public boolean isApplicable(Path jar) {
            return true;
        }

        @Override
        public ClassLoader loadPlugin(Path jar, PluginDescriptor descriptor) {
            try {
                return new URLClassLoader(
                        "plugin-" + descriptor.getPluginId(),
                        new URL[] {jar.toUri().toURL()},
                        shared);
            } catch (MalformedURLException e) {
                throw new PluginRuntimeException(e, "its path is not a URL");
            }
        }
    }

    private final class OperatorStatus implements PluginStatusProvider {

        @Override
        public boolean isPluginDisabled(String pluginId) {
            return disabledIds.contains(pluginId);
        }

        @Override
        public void disablePlugin(String pluginId) {
            throw new UnsupportedOperationException("plugins are disabled in the configuration");
        }

        @Override
        public void enablePlugin(String pluginId) {
            throw new UnsupportedOperationException("plugins are enabled in the configuration");
        }
    }
}

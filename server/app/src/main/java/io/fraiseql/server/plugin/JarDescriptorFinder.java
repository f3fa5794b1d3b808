package io.fraiseql.server.plugin;

import io.fraiseql.spi.Nullable;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginRuntimeException;

/** Reads a plugin's manifest and refuses one that does not say who it is and which host it needs. */
final class JarDescriptorFinder extends ManifestPluginDescriptorFinder {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    @Override
    public PluginDescriptor find(Path jar) {
        Manifest manifest = readManifest(jar);
        if (manifest == null) {
            throw new PluginRuntimeException("it has no META-INF/MANIFEST.MF");
        }
        Attributes attributes = manifest.getMainAttributes();
        require(attributes, PLUGIN_ID);
        require(attributes, PLUGIN_VERSION);
        require(attributes, PLUGIN_REQUIRES);
        String id = attributes.getValue(PLUGIN_ID);
        if (!ID.matcher(id).matches()) {
            throw new PluginRuntimeException("its Plugin-Id '" + id + "' is not lower-case letters, digits and '-'");
        }
        refuse(attributes.getValue(PLUGIN_DEPENDENCIES), "Plugin-Dependencies: plugins do not depend on each other");
        refuse(attributes.getValue(PLUGIN_CLASS), "Plugin-Class: the entry type is found by ServiceLoader");
        return createPluginDescriptor(manifest);
    }

    private static void require(Attributes attributes, String entry) {
        String value = attributes.getValue(entry);
        if (value == null || value.isBlank()) {
            throw new PluginRuntimeException("its manifest has no " + entry);
        }
    }

    private static void refuse(@Nullable String value, String why) {
        if (value != null && !value.isBlank()) {
            throw new PluginRuntimeException("its manifest has " + why);
        }
    }
}

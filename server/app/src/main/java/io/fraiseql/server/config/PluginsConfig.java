package io.fraiseql.server.config;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Set;

/** The {@code plugins} section, without the sections of the plugins themselves. */
public record PluginsConfig(
        @Nullable @Help("The folder of plugin jars; without it, the folder 'plugins' beside server.jar")
        String directory,

        @Default("[]") @Help("Ids of plugins in that folder which are not started")
        List<String> disabled) {

    /** The disabled ids as a set. */
    Set<String> disabledIds() {
        return Set.copyOf(disabled);
    }
}

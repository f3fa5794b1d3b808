package io.fraiseql.server.plugin;

import io.fraiseql.spi.host.PluginContext;
import java.time.Clock;

/** What factories are given. */
public record HostPluginContext(Clock clock) implements PluginContext {}

package io.fraiseql.spi.host;

import java.time.Clock;

/** What the host gives a factory. Implemented by the host; usable from any thread. */
public interface PluginContext {

    /** The time, so that tests can set it. */
    Clock clock();
}

package io.fraiseql.spi.host;

import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Shows figures of a service in the server's one registry, each named {@code fraiseql_<service>_<name>}. Implemented by the host; every figure
 * is registered once, and read at each scrape from any thread.
 */
public interface ServiceMetrics {

    /** A figure that goes up and down. */
    void gauge(String name, String help, LongSupplier value);

    /** A figure that only grows; its name ends with {@code _total}. */
    void counter(String name, String help, LongSupplier value);

    /**
     * Figures that only grow, one for each value of a label; their name ends with {@code _total}.
     *
     * @param values by the value of the label
     */
    void counters(String name, String help, String label, Map<String, LongSupplier> values);
}

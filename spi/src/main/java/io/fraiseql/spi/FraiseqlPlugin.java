package io.fraiseql.spi;

import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.columnar.SchemaFormat;
import io.fraiseql.spi.database.DatabaseFactory;
import io.fraiseql.spi.job.JobQueueFactory;
import io.fraiseql.spi.network.NetworkServiceFactory;
import io.fraiseql.spi.secret.SecretProviderFactory;
import io.fraiseql.spi.state.StateStoreFactory;
import io.fraiseql.spi.transport.TransportFactory;
import java.util.List;

/**
 * The one entry type of a plugin jar, found by {@link java.util.ServiceLoader} (a line in {@code
 * META-INF/services/io.fraiseql.spi.FraiseqlPlugin}). Implemented by plugins; created once, on the boot thread, through a
 * public no-argument constructor. Every method returns what the plugin offers of one kind and is called once.
 */
public interface FraiseqlPlugin {

    /** The databases this plugin can talk to. */
    default List<DatabaseFactory<?>> databases() {
        return List.of();
    }

    /** The actions that rules of observers can name. */
    default List<ActionFactory<?, ?>> actions() {
        return List.of();
    }

    /** The schemes this plugin resolves in {@code ${scheme://path#key}} references of the configuration. */
    default List<SecretProviderFactory<?>> secretProviders() {
        return List.of();
    }

    /** The queues of jobs that {@code jobs.queue} can name. */
    default List<JobQueueFactory<?>> jobQueues() {
        return List.of();
    }

    /** The transports of events that {@code observers.transport} can name. */
    default List<TransportFactory<?>> transports() {
        return List.of();
    }

    /** The stores of shared state that {@code state.store} can name. */
    default List<StateStoreFactory<?>> stateStores() {
        return List.of();
    }

    /** The formats this plugin writes declared schemas in. */
    default List<SchemaFormat> schemaFormats() {
        return List.of();
    }

    /** The services this plugin can listen with, each configured by a section of its own name. */
    default List<NetworkServiceFactory<?>> networkServices() {
        return List.of();
    }
}

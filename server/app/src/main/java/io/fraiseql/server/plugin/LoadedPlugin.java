package io.fraiseql.server.plugin;

import io.fraiseql.spi.columnar.SchemaFormat;
import java.nio.file.Path;
import java.util.List;

/** A started plugin and everything it offers. */
public record LoadedPlugin(
        String id,
        String version,
        Path jar,
        List<DatabaseOffer> databases,
        List<SecretProviderOffer> secretProviders,
        List<ActionOffer<?>> actions,
        List<JobQueueOffer> jobQueues,
        List<TransportOffer> transports,
        List<StateStoreOffer> stateStores,
        List<NetworkServiceOffer> networkServices,
        List<SchemaFormat> schemaFormats) {

    public LoadedPlugin {
        databases = List.copyOf(databases);
        secretProviders = List.copyOf(secretProviders);
        actions = List.copyOf(actions);
        jobQueues = List.copyOf(jobQueues);
        transports = List.copyOf(transports);
        stateStores = List.copyOf(stateStores);
        networkServices = List.copyOf(networkServices);
        schemaFormats = List.copyOf(schemaFormats);
    }
}

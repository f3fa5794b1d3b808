package io.fraiseql.server.plugin;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.columnar.SchemaFormat;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The started plugins, in the order of their ids; no two offer the same name of one kind. */
public record Plugins(List<LoadedPlugin> loaded) {

    /** No plugin at all. */
    public static final Plugins NONE = new Plugins(List.of());

    public Plugins {
        loaded = List.copyOf(loaded);
        requireOneOfEachName(
                "database",
                loaded.stream().flatMap(plugin -> plugin.databases().stream()).toList());
        requireOneOfEachName(
                "secret provider",
                loaded.stream()
                        .flatMap(plugin -> plugin.secretProviders().stream())
                        .toList());
        requireOneOfEachName("action", actions(loaded));
        requireOneOfEachName("queue of jobs", jobQueues(loaded));
        requireOneOfEachName("transport", transports(loaded));
        requireOneOfEachName("state store", stateStores(loaded));
        requireOneOfEachName("network service", networkServices(loaded));
    }

    /** Refuses actions of plugins that have the name of one of the server's own. */
    public void refuseActions(List<ActionOffer<?>> own) {
        List<ActionOffer<?>> all = new ArrayList<>(own);
        all.addAll(actions());
        requireOneOfEachName("action", all);
    }

    /** Every action offered. */
    public List<ActionOffer<?>> actions() {
        return actions(loaded);
    }

    private static List<ActionOffer<?>> actions(List<LoadedPlugin> loaded) {
        List<ActionOffer<?>> offers = new ArrayList<>();
        loaded.forEach(plugin -> offers.addAll(plugin.actions()));
        return offers;
    }

    private static List<NetworkServiceOffer> networkServices(List<LoadedPlugin> loaded) {
        return loaded.stream()
                .flatMap(plugin -> plugin.networkServices().stream())
                .toList();
    }

    /** Every service with a port of its own. */
    public List<NetworkServiceOffer> networkServices() {
        return networkServices(loaded);
    }

    private static List<JobQueueOffer> jobQueues(List<LoadedPlugin> loaded) {
        return loaded.stream().flatMap(plugin -> plugin.jobQueues().stream()).toList();
    }

    /** Every queue of jobs offered. */
    public List<JobQueueOffer> jobQueues() {
        return jobQueues(loaded);
    }

    private static List<TransportOffer> transports(List<LoadedPlugin> loaded) {
        return loaded.stream().flatMap(plugin -> plugin.transports().stream()).toList();
    }

    /** Every transport of events offered. */
    public List<TransportOffer> transports() {
        return transports(loaded);
    }

    private static List<StateStoreOffer> stateStores(List<LoadedPlugin> loaded) {
        return loaded.stream().flatMap(plugin -> plugin.stateStores().stream()).toList();
    }

    /** Every store of shared state offered. */
    public List<StateStoreOffer> stateStores() {
        return stateStores(loaded);
    }

    /** The formats that declared schemas can be written in. */
    public List<SchemaFormat> schemaFormats() {
        return loaded.stream()
                .flatMap(plugin -> plugin.schemaFormats().stream())
                .toList();
    }

    /** Every kind of database offered. */
    public List<DatabaseOffer> databases() {
        return loaded.stream().flatMap(plugin -> plugin.databases().stream()).toList();
    }

    /** The database of a name, for {@code compile --target}. */
    public Optional<DatabaseOffer> database(String name) {
        return databases().stream().filter(offer -> offer.name().equals(name)).findFirst();
    }

    /** The first database that accepts a URL. */
    public Optional<DatabaseOffer> databaseFor(String jdbcUrl) {
        return databases().stream().filter(offer -> offer.accepts(jdbcUrl)).findFirst();
    }

    private static void requireOneOfEachName(String kind, List<? extends Offer<?>> offers) {
        Map<String, String> owners = new HashMap<>();
        for (Offer<?> offer : offers) {
            String other = owners.putIfAbsent(offer.name(), offer.pluginId());
            if (other != null) {
                throw new FraiseqlException(
                        CoreErrorCode.INVALID_PLUGIN,
                        "plugins '" + other + "' and '" + offer.pluginId() + "' both offer a " + kind + " named '"
                                + offer.name() + "'; disable one of them under plugins.disabled");
            }
        }
    }
}

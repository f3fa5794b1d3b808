package io.fraiseql.server.config;

import io.fraiseql.server.plugin.ActionOffer;
import io.fraiseql.server.plugin.LoadedPlugin;
import io.fraiseql.server.plugin.Offer;
import io.fraiseql.server.plugin.Plugins;
import io.fraiseql.server.plugin.SecretProviderOffer;
import io.fraiseql.server.secret.References;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.secret.SecretProvider;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The {@code plugins} section: which plugins run, and for each {@code plugins.<id>.<factory name>} the configuration of a factory
 * that has no section of its own. Its references may only use the environment and files, for the rest comes from plugins.
 */
final class PluginSections {

    private final Host host;
    private final ConfigNode section;
    private final ConfigBinder binder;
    private final ConfigProblems problems;

    PluginSections(Host host, ConfigNode section, ConfigProblems problems) {
        this.host = host;
        this.section = section;
        this.problems = problems;
        this.binder = new ConfigBinder(new References(host.environment(), Map.of()), problems);
    }

    /** Starts the plugins; empty when the section itself is wrong. */
    Optional<Plugins> load() {
        Map<String, ConfigNode> own = new LinkedHashMap<>(section.entries());
        own.keySet().retainAll(Set.of("directory", "disabled"));
        Optional<PluginsConfig> config = binder.bind(
                PluginsConfig.class,
                section.kind() == ConfigNode.Kind.MAPPING ? ConfigNode.mapping(section.place(), own) : section,
                "plugins");
        return config.map(this::load);
    }

    private Plugins load(PluginsConfig config) {
        Path folder = config.directory() == null ? host.pluginFolder() : Path.of(config.directory());
        Plugins plugins = host.pluginLoader().load(folder, config.disabledIds());
        refuseUnknown(plugins, config.disabledIds());
        return plugins;
    }

    /** Makes the secret providers, by scheme. */
    Map<String, SecretProvider> secretProviders(Plugins plugins) {
        Map<String, SecretProvider> providers = new LinkedHashMap<>();
        for (LoadedPlugin plugin : plugins.loaded()) {
            for (SecretProviderOffer offer : plugin.secretProviders()) {
                ConfigNode node = child(child(section, plugin.id()), offer.name());
                binder.bind(offer.configType(), node, "plugins." + plugin.id() + "." + offer.name())
                        .ifPresent(config -> providers.put(offer.name(), offer.create(config, host.context())));
            }
        }
        return providers;
    }

    /** Binds what is configured for actions, by their names. */
    Map<String, Record> actions(Plugins plugins, ConfigBinder complete) {
        Map<String, Record> configs = new LinkedHashMap<>();
        for (LoadedPlugin plugin : plugins.loaded()) {
            for (ActionOffer<?> offer : plugin.actions()) {
                ConfigNode node = child(child(section, plugin.id()), offer.name());
                complete.bind(offer.configType(), node, "plugins." + plugin.id() + "." + offer.name())
                        .ifPresent(config -> configs.put(offer.name(), config));
            }
        }
        return configs;
    }

    /**
     * Binds the configuration of what a key names; null when that is none of these. Others must have none, for nobody would read it.
     *
     * @param what what they are
     * @param by the key
     */
    <P> @Nullable PluginChoice<P> chosen(
            List<? extends Offer<P>> offers, @Nullable String name, String what, String by, ConfigBinder complete) {
        PluginChoice<P> choice = null;
        for (Offer<P> offer : offers) {
            String key = "plugins." + offer.pluginId() + "." + offer.name();
            ConfigNode own = child(section, offer.pluginId());
            if (offer.name().equals(name)) {
                choice = complete.bind(offer.configType(), child(own, offer.name()), key)
                        .map(config -> new PluginChoice<>(offer, config))
                        .orElse(null);
            } else if (own.entries().containsKey(offer.name())) {
                problems.add(
                        key,
                        child(own, offer.name()).place(),
                        "configures a " + what + " that is not used; set " + by + " to " + offer.name()
                                + ", or remove it");
            }
        }
        return choice;
    }

    private void refuseUnknown(Plugins plugins, Set<String> disabled) {
        Set<String> known = new LinkedHashSet<>(disabled);
        known.add("directory");
        known.add("disabled");
        plugins.loaded().forEach(plugin -> known.add(plugin.id()));
        section.entries().forEach((key, node) -> {
            if (!known.contains(key)) {
                problems.add(
                        "plugins." + key,
                        node.place(),
                        "is not a plugin in the folder; " + Suggestion.among(known, key));
            }
        });
        for (LoadedPlugin plugin : plugins.loaded()) {
            List<String> names = Stream.of(
                            plugin.secretProviders(),
                            plugin.actions(),
                            plugin.jobQueues(),
                            plugin.transports(),
                            plugin.stateStores())
                    .flatMap(List::stream)
                    .map(Offer::name)
                    .toList();
            child(section, plugin.id()).entries().forEach((key, node) -> {
                if (!names.contains(key)) {
                    problems.add(
                            "plugins." + plugin.id() + "." + key,
                            node.place(),
                            "is not a configurable part of this plugin; " + Suggestion.among(names, key));
                }
            });
        }
    }

    private static ConfigNode child(ConfigNode node, String key) {
        return node.entries().getOrDefault(key, ConfigNode.nothing(node.place()));
    }
}

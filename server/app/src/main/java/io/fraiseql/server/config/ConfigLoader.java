package io.fraiseql.server.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.server.plugin.Offer;
import io.fraiseql.server.plugin.Plugins;
import io.fraiseql.server.secret.References;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.state.StateStore;
import io.fraiseql.spi.transport.EventTransport;
import jakarta.validation.Validator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns the text of {@code config.yml} into a complete {@link FraiseqlConfiguration}, or says everything that is wrong with it. */
public final class ConfigLoader {

    private static final List<String> DROPWIZARD = List.of("server", "logging", "metrics", "admin");

    private final Host host;
    private final List<Section<?>> sections;
    private final ObjectMapper mapper;
    private final Validator validator;

    /** @param sections the server's own sections besides {@code plugins} and {@code database} */
    public ConfigLoader(Host host, List<Section<?>> sections, ObjectMapper mapper, Validator validator) {
        this.host = host;
        this.sections = List.copyOf(sections);
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * Loads a configuration, starting the plugins on the way because references and sections need them.
     *
     * @param file the name shown in problems
     * @throws io.fraiseql.spi.error.FraiseqlException {@code INVALID_CONFIGURATION} with all problems, {@code INVALID_PLUGIN}
     */
    public FraiseqlConfiguration load(String file, String text) {
        ConfigProblems problems = new ConfigProblems();
        ConfigNode root = new Overrides(problems).apply(new YamlReader(problems).read(text), host.properties());
        problems.throwIfAny(file);

        PluginSections pluginSections = new PluginSections(host, child(root, "plugins"), problems);
        Optional<Plugins> started = pluginSections.load();
        Plugins plugins = started.orElse(Plugins.NONE);
        Set<String> known = ownKeys();
        ServiceSections services = new ServiceSections(plugins, known);
        known.addAll(services.names());
        refuseUnknown(root, known, problems);
        References references = new References(host.environment(), pluginSections.secretProviders(plugins));

        Map<Class<?>, Record> bound = new LinkedHashMap<>();
        ConfigBinder binder = new ConfigBinder(references, problems);
        sections.forEach(section -> bind(binder, section, root).ifPresent(record -> bound.put(section.type(), record)));
        Optional<DatabaseChoice> database = started.flatMap(
                running -> new DatabaseBinder(running, references, problems).bind(child(root, "database")));
        FraiseqlConfiguration configuration =
                new DropwizardBinder(mapper, validator, references, problems).bind(only(root, DROPWIZARD));
        Map<String, Record> actions = pluginSections.actions(plugins, binder);
        String queue = queue(bound);
        PluginChoice<JobQueue> jobs = pluginSections.chosen(plugins.jobQueues(), queue, "queue", "jobs.queue", binder);
        refuseUnknownQueue(queue, plugins, root, problems);
        String transport = transport(bound);
        PluginChoice<EventTransport> carries =
                pluginSections.chosen(plugins.transports(), transport, "transport", "observers.transport", binder);
        if (transport != null && carries == null) {
            refuseUnknown("observers", "transport", "transport", transport, plugins.transports(), root, problems);
        }
        String store = store(bound);
        PluginChoice<StateStore> state =
                pluginSections.chosen(plugins.stateStores(), store, "state store", "state.store", binder);
        if (store != null && state == null) {
            refuseUnknown("state", "store", "state store", store, plugins.stateStores(), root, problems);
        }
        checkTopology(bound, database, root, problems);
        if (store == null && leases(bound) == EventsConfig.LeaseStore.STATE) {
            problems.add(
                    "state.store", child(root, "state").place(), "must name a store for events.log.leaseStore state");
        }
        new LogLevels(problems).check(root);
        BindHosts hosts = new BindHosts(root, allowsAnonymous(bound), problems);
        hosts.apply(configuration.getServerFactory());
        List<ServiceChoice> listening = services.bind(root, binder, hosts);

        problems.throwIfAny(file);
        configuration.complete(new FraiseqlConfiguration.Bound(
                plugins, bound, database.orElseThrow(), references, actions, jobs, carries, state, listening));
        return configuration;
    }

    private Set<String> ownKeys() {
        Set<String> keys = new TreeSet<>(DROPWIZARD);
        keys.add("plugins");
        keys.add("database");
        sections.forEach(section -> keys.add(section.key()));
        return keys;
    }

    private static void refuseUnknown(ConfigNode root, Set<String> known, ConfigProblems problems) {
        if (root.kind() != ConfigNode.Kind.MAPPING) {
            problems.add("", root.place(), "must be a section of keys, not " + root.describe());
        }
        root.entries().forEach((key, node) -> {
            if (!known.contains(key)) {
                problems.add(key, node.place(), "is not a known key; " + Suggestion.among(known, key));
            }
        });
    }

    private static <C extends Record> Optional<C> bind(ConfigBinder binder, Section<C> section, ConfigNode root) {
        return binder.bind(section.type(), child(root, section.key()), section.key());
    }

    private static String queue(Map<Class<?>, Record> bound) {
        return bound.get(JobsConfig.class) instanceof JobsConfig jobs ? jobs.queue() : JobsConfig.DATABASE;
    }

    private static void refuseUnknownQueue(String queue, Plugins plugins, ConfigNode root, ConfigProblems problems) {
        Set<String> known = new TreeSet<>(Set.of(JobsConfig.DATABASE));
        plugins.jobQueues().forEach(offer -> known.add(offer.name()));
        if (!known.contains(queue)) {
            ConfigNode place = child(child(root, "jobs"), "queue");
            problems.add("jobs.queue", place.place(), "is no queue; " + Suggestion.among(known, queue));
        }
    }

    private static @Nullable String transport(Map<Class<?>, Record> bound) {
        return bound.get(ObserversConfig.class) instanceof ObserversConfig observers ? observers.transport() : null;
    }

    private static @Nullable String store(Map<Class<?>, Record> bound) {
        return bound.get(StateConfig.class) instanceof StateConfig state ? state.store() : null;
    }

    /** Notes a key whose value is not the name of anything that is offered. */
    private static void refuseUnknown(
            String section,
            String key,
            String what,
            String name,
            List<? extends Offer<?>> offers,
            ConfigNode root,
            ConfigProblems problems) {
        Set<String> known = new TreeSet<>();
        offers.forEach(offer -> known.add(offer.name()));
        if (!known.contains(name)) {
            ConfigNode place = child(child(root, section), key);
            problems.add(section + "." + key, place.place(), "is no " + what + "; " + Suggestion.among(known, name));
        }
    }

    private static EventsConfig.LeaseStore leases(Map<Class<?>, Record> bound) {
        return bound.get(EventsConfig.class) instanceof EventsConfig events
                ? events.log().leaseStore()
                : EventsConfig.LeaseStore.DATABASE;
    }

    private static void checkTopology(
            Map<Class<?>, Record> bound, Optional<DatabaseChoice> database, ConfigNode root, ConfigProblems problems) {
        if (bound.get(ObserversConfig.class) instanceof ObserversConfig observers
                && bound.get(EventsConfig.class) instanceof EventsConfig events
                && bound.get(JobsConfig.class) instanceof JobsConfig jobs
                && bound.get(StateConfig.class) instanceof StateConfig state) {
            new TopologyNeeds(root, problems).check(observers, events, jobs, state, database);
        }
    }

    private static boolean allowsAnonymous(Map<Class<?>, Record> bound) {
        return bound.get(SecurityConfig.class) instanceof SecurityConfig security && security.allowAnonymous();
    }

    private static ConfigNode child(ConfigNode root, String key) {
        return root.entries().getOrDefault(key, ConfigNode.nothing(root.place()));
    }

    private static ConfigNode only(ConfigNode root, List<String> keys) {
        Map<String, ConfigNode> entries = new LinkedHashMap<>(root.entries());
        entries.keySet().retainAll(keys);
        return ConfigNode.mapping(root.place(), entries);
    }
}

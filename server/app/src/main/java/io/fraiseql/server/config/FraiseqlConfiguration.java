package io.fraiseql.server.config;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import io.dropwizard.core.Configuration;
import io.fraiseql.server.plugin.Plugins;
import io.fraiseql.server.secret.References;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.state.StateStore;
import io.fraiseql.spi.transport.EventTransport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole configuration, complete and checked: Dropwizard's sections as Dropwizard holds them, ours as records. */
public final class FraiseqlConfiguration extends Configuration {

    private @Nullable Bound bound;

    /** What is bound besides Dropwizard's sections. */
    @JsonIgnoreType
    record Bound(
            Plugins plugins,
            Map<Class<?>, Record> sections,
            DatabaseChoice database,
            References references,
            Map<String, Record> actions,
            @Nullable PluginChoice<JobQueue> jobQueue,
            @Nullable PluginChoice<EventTransport> transport,
            @Nullable PluginChoice<StateStore> stateStore,
            List<ServiceChoice> services) {}

    void complete(Bound value) {
        this.bound = value;
    }

    /** The started plugins. */
    public Plugins plugins() {
        return bound().plugins();
    }

    /** The database that {@code database.url} chose. */
    public DatabaseChoice database() {
        return bound().database();
    }

    /** What resolves references that are read later. */
    public References references() {
        return bound().references();
    }

    /** What is configured for the actions of plugins, by their names. */
    public Map<String, Record> actions() {
        return bound().actions();
    }

    /** The queue of jobs that a plugin offers and {@code jobs.queue} names; null for the database's. */
    public @Nullable PluginChoice<JobQueue> jobQueue() {
        return bound().jobQueue();
    }

    /** The transport that {@code observers.transport} names; null when it names none. */
    public @Nullable PluginChoice<EventTransport> transport() {
        return bound().transport();
    }

    /** The store that {@code state.store} names; null when it names none. */
    public @Nullable PluginChoice<StateStore> stateStore() {
        return bound().stateStore();
    }

    /** The network services that have a section. */
    public List<ServiceChoice> services() {
        return bound().services();
    }

    /**
     * A section by its record.
     *
     * @throws IllegalArgumentException if the application did not list it
     */
    public <C extends Record> C section(Class<C> type) {
        Record section = bound().sections().get(type);
        if (section == null) {
            throw new IllegalArgumentException("no section is bound to " + type.getName());
        }
        return type.cast(section);
    }

    /** Sets a section to other values than those of the file. */
    public void replace(Record section) {
        Map<Class<?>, Record> sections = new HashMap<>(bound().sections());
        sections.put(section.getClass(), section);
        bound = new Bound(
                plugins(),
                sections,
                database(),
                references(),
                actions(),
                jobQueue(),
                transport(),
                stateStore(),
                services());
    }

    private Bound bound() {
        if (bound == null) {
            throw new IllegalStateException("the configuration was not loaded by ConfigLoader");
        }
        return bound;
    }
}

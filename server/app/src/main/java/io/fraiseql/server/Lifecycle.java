package io.fraiseql.server;

import io.dropwizard.lifecycle.AutoCloseableManager;
import io.dropwizard.lifecycle.setup.LifecycleEnvironment;

/** Closes the parts of the server when it stops, the newest first. */
record Lifecycle(LifecycleEnvironment environment) {

    <T extends AutoCloseable> T closing(T part) {
        environment.manage(new AutoCloseableManager(part));
        return part;
    }
}

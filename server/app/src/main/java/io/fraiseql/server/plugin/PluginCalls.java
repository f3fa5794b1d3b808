package io.fraiseql.server.plugin;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;

/**
 * The one place through which the host calls a plugin: it sets the thread's context class loader, which drivers and service
 * loaders look at, to the plugin's own. Usable from any thread.
 */
final class PluginCalls {

    private final String pluginId;
    private final ClassLoader loader;

    PluginCalls(String pluginId, ClassLoader loader) {
        this.pluginId = pluginId;
        this.loader = loader;
    }

    String pluginId() {
        return pluginId;
    }

    <T> T call(Supplier<T> body) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return body.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    void run(Runnable body) {
        call(() -> {
            body.run();
            return true;
        });
    }

    /**
     * Calls the plugin while the server boots; whatever it throws, other than its own typed errors, stops the boot by name.
     *
     * @param what what was asked of the plugin, for example {@code "open the database"}
     */
    <T> T boot(String what, Supplier<T> body) {
        try {
            return call(body);
        } catch (FraiseqlException e) {
            throw e;
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_PLUGIN, "plugin '" + pluginId + "' failed to " + what + ": " + reason(e), e);
        }
    }

    private static Throwable reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}

package io.fraiseql.server.network;

import io.fraiseql.server.metrics.GraphQLMetrics;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.function.Supplier;

/** Calls from plugins into the host: in the host's class loader, and what is refused is counted. Thread-safe. */
record CountedCalls(GraphQLMetrics metrics) {

    <T> T call(Supplier<T> body) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CountedCalls.class.getClassLoader());
        try {
            return body.get();
        } catch (FraiseqlException e) {
            metrics.failed(e.code());
            throw e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

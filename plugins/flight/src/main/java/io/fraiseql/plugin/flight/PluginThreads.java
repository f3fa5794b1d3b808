package io.fraiseql.plugin.flight;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes threads that see this plugin's classes, whoever starts them. */
final class PluginThreads implements ThreadFactory {

    private final String name;
    private final AtomicInteger count = new AtomicInteger();

    PluginThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(PluginThreads.class.getClassLoader());
        return thread;
    }
}

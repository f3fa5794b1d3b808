package io.fraiseql.server.plugin;

import java.util.List;

/** The parent of every plugin's loader: the JDK's platform classes and the few packages of the host that plugins share with it. */
final class AllowListClassLoader extends ClassLoader {

    private static final List<String> SHARED = List.of("io.fraiseql.spi.", "org.slf4j.");

    private final ClassLoader host;

    AllowListClassLoader(ClassLoader host) {
        super("fraiseql-shared", ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith)) {
            return host.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}

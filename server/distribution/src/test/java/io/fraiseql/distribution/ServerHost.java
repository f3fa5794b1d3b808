package io.fraiseql.distribution;

import io.fraiseql.spi.Nullable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/**
 * The shipped {@code server.jar} in a class loader of its own inside this JVM, in which one server at a time runs, with the shipped plugins
 * from their jars. What is started a second time in it needs a seventh of the processor time of a process. Its threads are a group,
 * by which what they write is told apart.
 */
final class ServerHost {

    private static final String PREFIX = "dw.";
    private static final int PATIENCE_SECONDS = 60;
    private static final Deque<ServerHost> IDLE = new ArrayDeque<>();
    private static final GroupedStream OUT = new GroupedStream(System.out);
    private static final GroupedStream ERR = new GroupedStream(System.err);

    static {
        System.setOut(new PrintStream(OUT, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(ERR, true, StandardCharsets.UTF_8));
        // JDK 17 looks for them in the context class loader of whoever asks first.
        RandomGenerator.getDefault();
    }

    private final ThreadGroup threads = new ThreadGroup("hosted server");
    private final URLClassLoader classes;

    private ServerHost(URL jar) {
        this.classes = new URLClassLoader("hosted server", new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    }

    /** One that is used by nobody else until it is given back. */
    static ServerHost take() {
        synchronized (IDLE) {
            ServerHost idle = IDLE.poll();
            if (idle != null) {
                return idle;
            }
        }
        try {
            return new ServerHost(Distribution.builtServer().toUri().toURL());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end, which is that of {@code server} when it cannot start. */
    static Distribution.Ended command(Map<String, String> settings, String... arguments) {
        ServerHost host = take();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = host.run(settings, out, err, arguments);
        // What a server that could not start leaves behind must not be heard beside the next one.
        if (!arguments[0].equals("server")) {
            host.giveBack();
        }
        return new Distribution.Ended(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** To be called when nothing runs in it any more. */
    void giveBack() {
        inside(this::hush);
        synchronized (IDLE) {
            IDLE.push(this);
        }
    }

    /**
     * Does what {@code java -jar server.jar} does with arguments.
     *
     * @param settings over those of the configuration
     * @return the exit code of what failed, 0 of anything else
     */
    int run(Map<String, String> settings, OutputStream out, OutputStream err, String... arguments) {
        OUT.redirect(threads, out);
        ERR.redirect(threads, err);
        AtomicInteger exit = new AtomicInteger();
        inside(() -> {
            Class<?> type = classes.loadClass("io.fraiseql.server.FraiseqlApplication");
            Object application = create(type, settings, exit::set);
            return type.getMethod("run", String[].class).invoke(application, (Object) arguments);
        });
        return exit.get();
    }

    /** Does what the JVM does when it is asked to end. */
    void shutDown() {
        inside(() -> {
            Class<?> type = classes.loadClass("org.eclipse.jetty.util.thread.ShutdownThread");
            ((Runnable) type.getMethod("getInstance").invoke(null)).run();
            return null;
        });
    }

    /** Settings are system properties, which are those of the whole JVM and read when the application is created. */
    private static synchronized Object create(Class<?> type, Map<String, String> settings, IntConsumer exit)
            throws ReflectiveOperationException {
        settings.forEach((key, value) -> System.setProperty(PREFIX + key, value));
        try {
            return type.getConstructor(IntConsumer.class).newInstance(exit);
        } finally {
            settings.keySet().forEach(key -> System.clearProperty(PREFIX + key));
        }
    }

    /** As little is logged until the next configuration is read as by a new process. */
    private @Nullable Object hush() throws ReflectiveOperationException {
        Class<?> level = classes.loadClass("ch.qos.logback.classic.Level");
        Object root = classes.loadClass("org.slf4j.LoggerFactory")
                .getMethod("getLogger", String.class)
                .invoke(null, "ROOT");
        return root.getClass()
                .getMethod("setLevel", level)
                .invoke(root, level.getField("ERROR").get(null));
    }

    private void inside(Callable<?> task) {
        FutureTask<?> future = new FutureTask<>(task);
        Thread thread = new Thread(threads, future, "main");
        thread.setContextClassLoader(classes);
        thread.start();
        try {
            future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the hosted server did not do what it was told", e);
        }
    }
}

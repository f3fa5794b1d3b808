package io.fraiseql.plugin.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A server that the test processes of a build share, kept by a process of its own ({@link ServerKeeper}): started when the first of them
 * asks, ended a while after the last of them has ended, however it did. Each holds a lock on a file, which the system gives back for the
 * dead.
 */
final class SharedServer {

    private static final String FOLDER = "fraiseql.servers";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_USERS = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(200);

    /** A lock is given back with its channel, which nobody refers to otherwise. */
    private static final List<FileLock> HELD = new CopyOnWriteArrayList<>();

    private final Path folder;
    private final String name;

    /** @param name says what is kept; see {@link ServerKeeper} */
    SharedServer(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Where this build's processes meet; null where nobody said, such as in an editor, so that nothing is shared. */
    static @Nullable Path folder() {
        String folder = System.getProperty(FOLDER);
        return folder == null ? null : Path.of(folder);
    }

    /** The administrator's URL of the running server. Called once in a process. */
    String url() {
        try {
            Files.createDirectories(folder);
            // Held until this process ends. A keeper that is ending has it for itself, so that it is waited for.
            HELD.add(open("users").lock(0, Long.MAX_VALUE, true));
            try (FileChannel starting = open("starting");
                    FileLock lock = starting.lock()) {
                // A keeper that was killed leaves its URL behind.
                if (!Files.exists(urlFile()) || !TestDatabase.answers(Files.readString(urlFile()))) {
                    start();
                }
                return Files.readString(urlFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Tells the URL while anybody uses the server, and a while longer for the next module of the build. Returns when nobody does and nobody
     * can begin to before this process ends; at once when nobody does and what tells the URL was removed.
     */
    void keep(String url) throws IOException {
        Path made = Files.writeString(folder.resolve(name + ".made"), url);
        Files.move(made, urlFile(), StandardCopyOption.ATOMIC_MOVE);
        FileChannel users = open("users");
        FileLock last = null;
        while (last == null) {
            users.lock().release();
            awaitRemoved();
            last = users.tryLock();
        }
        HELD.add(last);
        Files.deleteIfExists(urlFile());
    }

    private void awaitRemoved() {
        long end = System.nanoTime() + BETWEEN_USERS.toNanos();
        while (Files.exists(urlFile()) && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private void start() throws IOException {
        Files.deleteIfExists(urlFile());
        Path log = folder.resolve(name + ".log");
        Process keeper = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ServerKeeper.class.getName(),
                        folder.toString(),
                        name))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(urlFile())) {
            if (ended(keeper) || System.nanoTime() > deadline) {
                keeper.destroy();
                throw new IllegalStateException(name + " did not start:\n" + Files.readString(log));
            }
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Path urlFile() {
        return folder.resolve(name + ".url");
    }

    private FileChannel open(String what) throws IOException {
        return FileChannel.open(
                folder.resolve(name + "." + what),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }
}

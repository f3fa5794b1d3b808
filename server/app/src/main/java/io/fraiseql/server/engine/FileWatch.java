package io.fraiseql.server.engine;

import io.fraiseql.spi.Nullable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at files and at what is in folders from time to time. It looks rather than being told: that works on every file system, also for
 * links that are exchanged. What still changes is left alone until it rests.
 */
public final class FileWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
    private static final long PERIOD_MILLIS = 250;

    private final List<Path> paths;
    private final ScheduledExecutorService executor;
    private List<State> known;
    private List<State> seen;

    /** What tells one content of a file from another without reading it; all empty when it is not there. */
    private record State(
            Path file, long modified, long size, @Nullable Object key) {}

    /**
     * Remembers how the files are now. Nobody is told of a change before {@link #start}, and then of every one since now.
     *
     * @param thread the name of the thread that looks
     */
    public FileWatch(String thread, Path... paths) {
        this.paths = List.of(paths);
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread looking = new Thread(task, thread);
            looking.setDaemon(true);
            return looking;
        });
        this.known = states();
        this.seen = known;
    }

    /**
     * Starts to look.
     *
     * @param changed run in the thread of this watch after each change; what it throws is logged and ends nothing
     */
    public void start(Runnable changed) {
        executor.scheduleWithFixedDelay(() -> look(changed), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look(Runnable changed) {
        List<State> now = states();
        boolean rests = now.equals(seen);
        seen = now;
        if (rests && !now.equals(known)) {
            known = now;
            try {
                changed.run();
            } catch (RuntimeException | Error e) {
                LOG.error("a change of {} was not dealt with", paths, e);
            }
        }
    }

    private List<State> states() {
        List<State> states = new ArrayList<>();
        for (Path path : paths) {
            states.add(state(path));
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.sorted().map(FileWatch::state).forEach(states::add);
                } catch (IOException e) {
                    LOG.debug("{} cannot be read now", path, e);
                }
            }
        }
        return states;
    }

    private static State state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new State(file, attributes.lastModifiedTime().toMillis(), attributes.size(), attributes.fileKey());
        } catch (IOException e) {
            LOG.debug("{} cannot be read now", file, e);
            return new State(file, 0, 0, null);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

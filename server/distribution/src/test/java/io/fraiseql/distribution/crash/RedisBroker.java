package io.fraiseql.distribution.crash;

import io.fraiseql.distribution.DatabaseFolder;
import io.fraiseql.plugin.testkit.TestRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queue of jobs in a Redis that writes an append-only file. */
final class RedisBroker implements Broker {

    private static final Pattern ALL = Pattern.compile("\"all\" *: *(\\d+)");

    private final TestRedis redis;

    RedisBroker(Path folder) {
        try {
            redis = TestRedis.start(Files.createDirectories(folder.resolve("redis")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String settings() {
        return "plugins: {queue-redis: {redis: {url: \"" + redis.url() + "\"}}}\n";
    }

    @Override
    public void kill() {
        redis.stop();
    }

    @Override
    public void startAgain() {
        redis.startAgain();
    }

    @Override
    public long unfinished(DatabaseFolder folder) {
        try {
            String stats = folder.succeed("jobs", "stats", Stock.TOOLS, "--queue", "redis", "--format", "json")
                    .out();
            Matcher all = ALL.matcher(stats);
            if (!all.find()) {
                throw new IllegalStateException(stats);
            }
            return Long.parseLong(all.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}

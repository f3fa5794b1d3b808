package io.fraiseql.bench.run;

import io.fraiseql.bench.queue.BareQueue;
import io.fraiseql.bench.queue.JedisQueue;
import io.fraiseql.plugin.testkit.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import redis.clients.jedis.RedisClient;

/** Jobs in a Redis that syncs its append-only file each second, as the plugin wants it at least. */
final class RedisQueue implements MeasuredQueue {

    private final TestRedis server;
    private final RedisClient client;

    private RedisQueue(TestRedis server) {
        this.server = server;
        this.client = RedisClient.create(server.url());
    }

    static RedisQueue start(Path folder) throws IOException {
        List<String> settings = List.of("appendonly yes", "appendfsync everysec", "maxmemory-policy noeviction");
        return new RedisQueue(TestRedis.start(Files.createTempDirectory(folder, "redis"), settings));
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public String configuration() {
        return "jobs: {queue: redis}\nplugins: {queue-redis: {redis: {url: \"" + server.url() + "\"}}}";
    }

    @Override
    public BareQueue bare() {
        return new JedisQueue(server.url());
    }

    @Override
    public boolean isEmpty() {
        return client.hlen("fraiseql:{jobs}:jobs") == 0;
    }

    @Override
    public void clear() {
        client.flushDB();
    }

    @Override
    public long processId() {
        return Long.parseLong(info("process_id"));
    }

    /** Product and version. */
    String version() {
        return "Redis " + info("redis_version");
    }

    private String info(String name) {
        return client.info("server")
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).trim())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}

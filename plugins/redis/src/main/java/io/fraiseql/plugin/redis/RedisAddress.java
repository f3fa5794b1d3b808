package io.fraiseql.plugin.redis;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultRedisCredentials;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;

/**
 * Where a Redis is and who logs in.
 *
 * @param url {@code redis://host:port/database}, or {@code rediss:} over TLS
 * @param timeout of an answer, and of a free connection
 */
public record RedisAddress(
        String url, @Nullable String user, @Nullable Secret password, Duration timeout) {

    private static final int PORT = 6379;
    private static final int LAST_PORT = 65_535;
    private static final Pattern DATABASE = Pattern.compile("(/[0-9]{0,5})?");

    /** @throws IllegalArgumentException when it is no such URL, or its port is none, or has the user in it, or there is no time for an answer */
    public RedisAddress {
        URI uri = URI.create(url);
        boolean scheme = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
        if (!scheme || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "url must be such as redis://host:6379, with user and password in their own keys");
        }
        if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            throw new IllegalArgumentException("url must have a port from 1 to " + LAST_PORT);
        }
        if (!DATABASE.matcher(uri.getPath()).matches() || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException(
                    "url may end with the number of a database, such as /2, and nothing else");
        }
        if (user != null && password == null) {
            throw new IllegalArgumentException("user needs a password");
        }
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be more than nothing");
        }
    }

    /** A client, which connects with its first use. Whoever calls this closes it. */
    public RedisClient client() {
        URI uri = URI.create(url);
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxWait(timeout);
        return RedisClient.builder()
                .hostAndPort(new HostAndPort(uri.getHost(), uri.getPort() < 0 ? PORT : uri.getPort()))
                .clientConfig(settings(uri))
                .poolConfig(pool)
                .build();
    }

    private DefaultJedisClientConfig settings(URI uri) {
        Secret secret = password;
        DefaultJedisClientConfig.Builder client = DefaultJedisClientConfig.builder()
                .timeoutMillis((int) timeout.toMillis())
                .ssl("rediss".equals(uri.getScheme()))
                .database(database(uri))
                .clientName("fraiseql");
        if (secret != null) {
            client.credentialsProvider(() -> new DefaultRedisCredentials(user, secret.reveal()));
        }
        return client.build();
    }

    private static int database(URI uri) {
        String path = uri.getPath();
        return path.length() < 2 ? 0 : Integer.parseInt(path.substring(1));
    }
}

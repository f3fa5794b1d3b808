package io.fraiseql.plugin.nats;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;
import io.fraiseql.spi.error.FraiseqlException;
import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStream;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamOptions;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;

/**
 * The connection to NATS: made when somebody needs it, and mended by the client from then on. While it is lost nothing is kept to be sent later, so
 * that whoever sends knows at once. Thread-safe.
 */
final class NatsLink implements AutoCloseable {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    /** Without these the client would be let in by nobody, or fail by what is in the text. */
    private static final List<String> CREDENTIALS = List.of("BEGIN NATS USER JWT", "BEGIN USER NKEY SEED");

    private final NatsConfig config;
    private final @Nullable SSLContext tls;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile @Nullable Connection made;

    NatsLink(NatsConfig config) {
        requireCredentials(config);
        this.config = config;
        this.tls = config.certificates() == null ? null : TrustedCertificates.read(Path.of(config.certificates()));
    }

    /** @throws FraiseqlException {@code UNSUITABLE} when the credentials are nothing to log in with */
    private static void requireCredentials(NatsConfig config) {
        Secret credentials = config.credentials();
        if (credentials != null && !CREDENTIALS.stream().allMatch(credentials.reveal()::contains)) {
            throw new FraiseqlException(
                    NatsErrorCode.UNSUITABLE,
                    "credentials of NATS: this is not what is in a .creds file, which has a JWT and the seed of an NKEY");
        }
    }

    NatsConfig config() {
        return config;
    }

    /** How often it was made, or mended: whatever a server knew before, it may not know now. */
    int connections() {
        return connections.get();
    }

    /** Where it leads. */
    String servers() {
        return String.join(",", config.servers());
    }

    Connection connection() throws IOException, InterruptedException {
        Connection known = made;
        if (known != null) {
            return known;
        }
        lock.lockInterruptibly();
        try {
            Connection connection = made;
            if (connection == null) {
                connection = Nats.connect(options());
                made = connection;
            }
            return connection;
        } finally {
            lock.unlock();
        }
    }

    /** Has it answer. */
    void ping() throws IOException, InterruptedException, TimeoutException {
        connection().flush(config.timeout());
    }

    JetStream stream() throws IOException, InterruptedException {
        return connection().jetStream(jetStreamOptions());
    }

    JetStreamManagement management() throws IOException, InterruptedException {
        return connection().jetStreamManagement(jetStreamOptions());
    }

    JetStreamOptions jetStreamOptions() {
        return JetStreamOptions.builder().requestTimeout(config.timeout()).build();
    }

    private Options options() {
        ThreadFactory daemons = NatsLink::daemon;
        Options.Builder options = Options.builder()
                .servers(config.servers().toArray(String[]::new))
                .connectionName("fraiseql")
                .connectionTimeout(config.timeout())
                .maxReconnects(-1)
                .reconnectWait(BETWEEN_TRIES)
                .reconnectBufferSize(0)
                .errorListener(new ErrorListener() {})
                .connectionListener((connection, event) -> connections.incrementAndGet())
                .executor(Executors.newCachedThreadPool(daemons))
                .scheduledExecutor(Executors.newSingleThreadScheduledExecutor(daemons))
                .connectThreadFactory(daemons)
                .callbackThreadFactory(daemons);
        if (tls != null) {
            options.sslContext(tls);
        }
        if (config.password() != null) {
            options.userInfo(config.user(), config.password().reveal());
        }
        if (config.credentials() != null) {
            options.authHandler(
                    Nats.staticCredentials(config.credentials().reveal().getBytes(StandardCharsets.UTF_8)));
        }
        return options.build();
    }

    private static Thread daemon(Runnable body) {
        Thread thread = new Thread(body, "nats");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        Connection connection = made;
        if (connection != null) {
            try {
                connection.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package io.fraiseql.plugin.nats;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Where NATS is and who asks it: {@code plugins.transport-nats.nats}. */
public record NatsConfig(
        @Default("[\"nats://127.0.0.1:4222\"]") @Help("The servers of one cluster, with tls: over TLS")
        List<String> servers,

        @Help("Who logs in, where NATS has users") @Nullable String user,

        @Help("The password of the user") @Nullable Secret password,

        @Help("What is in the file of credentials (.creds) instead of a user") @Nullable
        Secret credentials,

        @Help("A file of certificates (PEM) that sign the servers'; by default those that the JDK trusts") @Nullable
        String certificates,

        @Default("2s") @Help("How long to wait for an answer")
        Duration timeout) {

    public NatsConfig {
        servers = List.copyOf(servers);
        if (servers.isEmpty() || !servers.stream().allMatch(NatsConfig::isServer)) {
            throw new IllegalArgumentException(
                    "servers must be such as nats://host:4222, with user and password in their own keys");
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("user and password go together");
        }
        if (user != null && credentials != null) {
            throw new IllegalArgumentException("write either user and password or credentials");
        }
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be more than nothing");
        }
    }

    private static boolean isServer(String text) {
        URI uri = URI.create(text);
        boolean scheme = "nats".equals(uri.getScheme()) || "tls".equals(uri.getScheme());
        return scheme && uri.getHost() != null && uri.getUserInfo() == null;
    }
}

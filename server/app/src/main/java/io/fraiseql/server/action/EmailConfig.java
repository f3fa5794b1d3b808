package io.fraiseql.server.action;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;

/** What the operator says of the action {@code email}. */
public record EmailConfig(
        @Nullable @Help("The SMTP server; without it there is no mail")
        String host,

        @Nullable @Help("Its port; by default 587, with tls 465, with none 25")
        Integer port,

        @Default("starttls") @Help("How mail is encrypted on its way; a server that does not offer it gets none")
        Tls tls,

        @Nullable
        @Help(
                "The file of certificates in PEM of which one must have signed the server's; those of the JDK when left out")
        String certificates,

        @Nullable @Help("Who logs in, with the password; nobody when left out")
        String user,

        @Nullable @Help("The password of the user") Secret password,

        @Nullable @Help("The sender, such as Shop <shop@example.com>")
        String from) {

    private static final int LARGEST_PORT = 65_535;

    public EmailConfig {
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("user and password go together; give both or neither");
        }
        if (user != null && tls == Tls.NONE) {
            throw new IllegalArgumentException("a password is not sent in the clear; tls must be starttls or tls");
        }
        if (certificates != null && tls == Tls.NONE) {
            throw new IllegalArgumentException("certificates needs tls to be starttls or tls");
        }
        if ((host == null) != (from == null)) {
            throw new IllegalArgumentException("host and from go together; give both or neither");
        }
        if (host == null && (port != null || user != null || certificates != null)) {
            throw new IllegalArgumentException(
                    "port, user and certificates are about a mail server; give its host too");
        }
        if (port != null && (port < 1 || port > LARGEST_PORT)) {
            throw new IllegalArgumentException("port must be from 1 to " + LARGEST_PORT);
        }
        if (from != null) {
            MailAddress.of(from);
        }
    }

    /** The ways to encrypt. */
    public enum Tls {
        NONE(25),
        STARTTLS(587),
        TLS(465);

        private final int port;

        Tls(int port) {
            this.port = port;
        }
    }

    int connectPort() {
        return port == null ? tls.port : port;
    }
}

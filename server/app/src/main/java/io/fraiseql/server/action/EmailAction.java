package io.fraiseql.server.action;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.event.Event;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a mail to the SMTP server, over a connection that is closed behind it. */
final class EmailAction implements Action<EmailParameters> {

    private static final Logger LOG = LoggerFactory.getLogger(EmailAction.class);

    private static final long PING_MILLIS = 3_000;

    private final EmailConfig config;
    private final SmtpProperties properties;
    private final Clock clock;

    EmailAction(EmailConfig config, SmtpProperties properties, Clock clock) {
        this.config = config;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void check(EmailParameters parameters) {
        if (config.host() == null) {
            throw new IllegalArgumentException(
                    "email needs observers.actions.email.host and from in the configuration");
        }
    }

    @Override
    public String endpoint(EmailParameters parameters, Event event) {
        return server();
    }

    private String server() {
        return config.host() + ":" + config.connectPort();
    }

    @Override
    public String ping() {
        Session session = Session.getInstance(properties.within(PING_MILLIS));
        try {
            close(connect(session));
            return server();
        } catch (MessagingException e) {
            throw SmtpFailure.of(server(), "does not answer", e);
        }
    }

    @Override
    public void run(EmailParameters parameters, Delivery delivery) {
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(delivery.remainingNanos()));
        Session session = Session.getInstance(properties.within(millis));
        try {
            send(session, new Mail(session, config, clock).write(parameters, delivery));
        } catch (MessagingException e) {
            throw SmtpFailure.of(String.valueOf(config.host()), "did not take the mail", e);
        } catch (IllegalArgumentException e) {
            throw ActionFailedException.permanent(String.valueOf(e.getMessage()), e);
        }
    }

    private void send(Session session, MimeMessage mail) throws MessagingException {
        Transport transport = connect(session);
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    private Transport connect(Session session) throws MessagingException {
        Transport transport = session.getTransport("smtp");
        if (config.user() == null) {
            transport.connect();
        } else {
            transport.connect(
                    config.user(), Objects.requireNonNull(config.password()).reveal());
        }
        return transport;
    }

    /** How the connection ends says nothing about the mail, which the server has taken by then, or not. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("a connection to the mail server did not end well", e);
        }
    }
}

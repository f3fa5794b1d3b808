package io.fraiseql.server.action;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.action.Template;
import io.fraiseql.spi.action.Template.Escape;
import io.fraiseql.spi.event.Event;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Objects;

/** Writes mails. */
final class Mail {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;
    private final InternetAddress from;
    private final Clock clock;

    Mail(Session session, EmailConfig config, Clock clock) {
        this.session = session;
        this.from = MailAddress.of(Objects.requireNonNull(config.from()));
        this.clock = clock;
    }

    /** A mail that has the same Message-ID whenever it is written for the same delivery. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** @throws IllegalArgumentException when somebody it is for is no address */
    MimeMessage write(EmailParameters parameters, Delivery delivery) throws MessagingException {
        Event event = delivery.event();
        String address = from.getAddress();
        String domain = address.substring(address.lastIndexOf('@') + 1);
        MimeMessage mail = new Identified(session, "<" + delivery.id() + "@" + domain + ">");
        mail.setFrom(from);
        mail.setRecipients(Message.RecipientType.TO, addresses(parameters.to(), event));
        mail.setRecipients(Message.RecipientType.CC, addresses(parameters.cc(), event));
        mail.setSubject(OneLine.of(parameters.subject().render(event, Escape.NONE)), UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        content(mail, parameters, event);
        mail.saveChanges();
        return mail;
    }

    private static InternetAddress[] addresses(List<Template> templates, Event event) {
        return templates.stream()
                .map(template -> MailAddress.of(template.render(event, Escape.NONE)))
                .toArray(InternetAddress[]::new);
    }

    private static void content(MimeMessage mail, EmailParameters parameters, Event event) throws MessagingException {
        if (parameters.html() == null) {
            mail.setText(render(parameters.body(), event, Escape.NONE), UTF_8);
        } else if (parameters.body() == null) {
            mail.setText(render(parameters.html(), event, Escape.HTML), UTF_8, "html");
        } else {
            MimeBodyPart text = new MimeBodyPart();
            text.setText(render(parameters.body(), event, Escape.NONE), UTF_8);
            MimeBodyPart html = new MimeBodyPart();
            html.setText(render(parameters.html(), event, Escape.HTML), UTF_8, "html");
            Multipart both = new MimeMultipart("alternative", text, html);
            mail.setContent(both);
        }
    }

    private static String render(@Nullable Template template, Event event, Escape escape) {
        return Objects.requireNonNull(template).render(event, escape);
    }
}

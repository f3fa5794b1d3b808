package io.fraiseql.server.action;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** How Jakarta Mail is to speak to the configured server. Immutable. */
final class SmtpProperties {

    private static final String PREFIX = "mail.smtp.";

    private final EmailConfig config;
    private final SSLSocketFactory tls;

    /** @throws FraiseqlException {@code INVALID_CONFIGURATION} when the certificates cannot be read */
    SmtpProperties(EmailConfig config) {
        this.config = config;
        this.tls = config.certificates() == null
                ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                : trusting(Path.of(config.certificates()));
    }

    /** @param millis how long all of it may take from now on */
    Properties within(long millis) {
        Properties properties = new Properties();
        set(properties, "host", config.host());
        set(properties, "port", config.connectPort());
        set(properties, "auth", config.user() != null);
        set(properties, "ssl.enable", config.tls() == EmailConfig.Tls.TLS);
        set(properties, "starttls.enable", config.tls() == EmailConfig.Tls.STARTTLS);
        set(properties, "starttls.required", config.tls() == EmailConfig.Tls.STARTTLS);
        set(properties, "ssl.checkserveridentity", true);
        set(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
        set(properties, "connectiontimeout", millis);
        set(properties, "writetimeout", millis);
        set(properties, "quitwait", false);
        set(properties, "allow8bitmime", true);
        BoundedSockets sockets = new BoundedSockets(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
        properties.put(PREFIX + "socketFactory", sockets);
        properties.put(PREFIX + "ssl.socketFactory", new BoundedTlsSockets(tls, sockets));
        set(properties, "socketFactory.fallback", false);
        return properties;
    }

    private static void set(Properties properties, String name, @Nullable Object value) {
        properties.setProperty(PREFIX + name, String.valueOf(value));
    }

    private static SSLSocketFactory trusting(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw new GeneralSecurityException("there is none");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "observers.actions.email.certificates: no certificates can be read from " + file,
                    e);
        }
    }
}

package io.fraiseql.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server: keeps what it is sent, and refuses what it is told to. */
final class TestMailServer implements AutoCloseable {

    static final String USER = "shop";
    static final String PASSWORD = "p4ss w0rd";

    private final SMTPServer server;
    private final List<Mail> received = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private final Map<String, Integer> codes = new ConcurrentHashMap<>();

    /** A mail as it came, for one of its recipients. */
    record Mail(String from, String to, String text) {

        /** The value of a header, folded lines together. */
        String header(String name) {
            String head = text.substring(0, text.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]+", " ");
            return Arrays.stream(head.split("\r\n"))
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .collect(Collectors.joining("|"));
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    private TestMailServer(SMTPServer.Builder builder, int port) throws IOException {
        server = builder.port(port == 0 ? freePort() : port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(context -> new Taken())
                .build();
        server.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Speaks TLS after STARTTLS, without which it takes nothing, and only from {@link #USER}. */
    static TestMailServer startTls(TestCertificate certificate) throws IOException, GeneralSecurityException {
        return new TestMailServer(
                new SMTPServer.Builder()
                        .startTlsSocketFactory(certificate.context())
                        .enableTLS()
                        .requireTLS()
                        .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(TestMailServer::login))
                        .requireAuth(),
                0);
    }

    /** Speaks TLS from the first byte. */
    static TestMailServer tls(TestCertificate certificate) throws IOException, GeneralSecurityException {
        return new TestMailServer(
                new SMTPServer.Builder()
                        .serverSocketFactory(certificate.context().getServerSocketFactory()),
                0);
    }

    /** Speaks in the clear. */
    static TestMailServer plain(int port) throws IOException {
        return new TestMailServer(new SMTPServer.Builder(), port);
    }

    private static void login(String user, String password, MessageContext context) throws LoginFailedException {
        if (!user.equals(USER) || !password.equals(PASSWORD)) {
            throw new LoginFailedException();
        }
    }

    /** Takes one mail for any number of recipients. */
    private final class Taken implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();
        private String from = "";

        @Override
        public void from(String address) {
            from = address;
        }

        @Override
        public void recipient(String address) {
            recipients.add(address);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            String text = new String(data.readAllBytes(), StandardCharsets.UTF_8);
            for (String to : recipients) {
                received.add(new Mail(from, to, text));
                AtomicInteger left = refusals.get(to);
                if (left != null && left.getAndDecrement() > 0) {
                    throw new RejectException(codes.getOrDefault(to, 0), "not now or never");
                }
            }
            return "250 taken";
        }

        @Override
        public void done() {
            recipients.clear();
        }
    }

    /** Answers the next mails to an address with a code, after it has seen them. */
    void refuse(String to, int code, int times) {
        codes.put(to, code);
        refusals.put(to, new AtomicInteger(times));
    }

    int port() {
        return server.getPortAllocated();
    }

    /** What came for an address, refused or not. */
    List<Mail> to(String address) {
        return received.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    List<Mail> all() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop();
    }
}

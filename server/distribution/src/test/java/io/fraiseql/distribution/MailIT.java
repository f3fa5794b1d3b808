package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.TestMailServer.Mail;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mails of the shipped server do when addresses or the mail server are not as one would wish. */
class MailIT {

    private static final long TIMEOUT = 3_000;

    @TempDir
    private Path folder;

    private ServedRules rules() throws IOException {
        return ServedRules.create(
                folder,
                TestDatabase.POSTGRESQL,
                "{\"name\": \"mail\", \"entity\": \"Ticket\", \"event\": \"INSERT\", \"timeout_ms\": " + TIMEOUT
                        + ", \"retry\": {\"max_attempts\": 1}, \"actions\": [{\"type\": \"email\", \"to\": [\"{{ title }}\"], \"subject\": \"s\", \"body\": \"b\"}]}");
    }

    private static String[] settings(int port) {
        return new String[] {
            "observers.actions.email={host: 127.0.0.1, port: " + port + ", tls: none, from: shop@example.com}"
        };
    }

    private static void ticket(DistributionServer server, int id, String title) throws IOException {
        ServedRules.mutate(server, "createTicket(input: {id: " + id + ", title: \"" + title + "\"}) { id }");
    }

    /** The protocol takes ASCII alone: what is no ASCII would be somebody else's address. */
    @Test
    void nobodyElseGetsAMailForAnAddressInOtherLetters() throws IOException {
        ServedRules rules = rules();
        try (TestMailServer mail = TestMailServer.plain(0);
                DistributionServer server = rules.folder().serve(settings(mail.port()))) {
            ticket(server, 1, "łukasz@example.com");
            ticket(server, 2, "ann@bücher.example");
            ticket(server, 3, "bob@example.com");
            assertThat(Waiting.until(Duration.ofSeconds(20), () -> mail.all().size() == 2))
                    .isTrue();
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
            assertThat(mail.all())
                    .extracting(Mail::to)
                    .containsExactlyInAnyOrder("ann@xn--bcher-kva.example", "bob@example.com");
            assertThat(rules.folder().succeed("dlq", "list", "config.yml").out())
                    .contains("'łukasz@example.com' has letters before its @ that are not ASCII");
        }
    }

    /** It greets with one line after the other, each in time, and never ends. */
    @Test
    void aTryEndsInTimeHoweverOftenTheServerAnswersInTime() throws IOException {
        ServedRules rules = rules();
        try (Talker talker = new Talker();
                DistributionServer server = rules.folder().serve(settings(talker.port()))) {
            Instant begun = Instant.now();
            ticket(server, 1, "bob@example.com");
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMillis(4 * TIMEOUT));
            assertThat(rules.folder().succeed("dlq", "list", "config.yml").out())
                    .contains("not done within " + TIMEOUT + " ms");
        }
    }

    /** A mail server whose greeting has lines without end. */
    private static final class Talker implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

        Talker() throws IOException {
            Thread thread = new Thread(this::accept, "talker");
            thread.setDaemon(true);
            thread.start();
        }

        private void accept() {
            try {
                while (true) {
                    Socket socket = server.accept();
                    Thread thread = new Thread(() -> talk(socket), "talk");
                    thread.setDaemon(true);
                    thread.start();
                }
            } catch (IOException e) {
                assertThat(server.isClosed()).isTrue();
            }
        }

        private static void talk(Socket socket) {
            try (socket) {
                socket.setSoTimeout((int) TIMEOUT / 3);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                while (true) {
                    socket.getOutputStream().write("220-wait\r\n".getBytes(StandardCharsets.US_ASCII));
                    pause(in);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Reading what nobody sends takes as long as reading may take. */
        private static void pause(BufferedReader in) throws IOException {
            try {
                if (in.read() < 0) {
                    throw new IOException("the caller closed the connection");
                }
            } catch (SocketTimeoutException e) {
                assertThat(e).hasMessage("Read timed out");
            }
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}

package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where and how the server listens: other loopback addresses, fixed ports, TLS. */
class ConfigConnectorsIT {

    private static final String PASSWORD = "changeit";
    private static final String APPLICATION = "server.applicationConnectors[0].";
    private static final String ADMIN = "server.adminConnectors[0].";

    /** The keys of this class, as {@link ConfigKeys} names them. */
    static final Set<String> KEYS = Stream.of("applicationConnectors", "adminConnectors")
            .flatMap(connector -> Stream.of("type", "port", "bindHost").map(key -> "server." + connector + "." + key))
            .collect(Collectors.toSet());

    @TempDir
    Path folder;

    @Test
    void answersThere() throws Exception {
        DatabaseFolder database = DatabaseFolder.demo(folder, TestDatabase.SQLITE);
        makeKeyStore();
        int port = freePort();
        int adminPort = freePort();
        List<String> settings = new ArrayList<>();
        settings.addAll(tls(APPLICATION, "127.0.0.2", port));
        settings.addAll(tls(ADMIN, "127.0.0.3", adminPort));
        try (DistributionServer server = database.serve(settings.toArray(String[]::new))) {
            assertThat(server.hosts()).containsExactly("127.0.0.2", "127.0.0.3");
            assertThat(get("https://127.0.0.2:" + port + "/graphql?query=%7B__typename%7D"))
                    .isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
            assertThat(get("https://127.0.0.3:" + adminPort + "/health/ready")).contains("up");
        }
    }

    private static List<String> tls(String connector, String host, int port) {
        return List.of(
                connector + "type=https",
                connector + "bindHost=" + host,
                connector + "port=" + port,
                connector + "keyStorePath=keys.p12",
                connector + "keyStorePassword=" + PASSWORD);
    }

    private String get(String address) throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void makeKeyStore() throws IOException, InterruptedException {
        String arguments = "-genkeypair -alias server -keyalg EC -dname CN=localhost -storetype PKCS12 -validity 2"
                + " -ext san=ip:127.0.0.2,ip:127.0.0.3 -keystore keys.p12 -storepass " + PASSWORD;
        List<String> command = new ArrayList<>(
                List.of(Distribution.currentJdk().resolve("bin/keytool").toString()));
        command.addAll(List.of(arguments.split(" ")));
        Process keytool = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    private SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

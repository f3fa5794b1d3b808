package io.fraiseql.server.http;

import io.dropwizard.core.server.DefaultServerFactory;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.request.Outcome;
import io.fraiseql.core.request.RequestReader;
import io.fraiseql.core.request.StreamFormat;
import io.fraiseql.spi.RequestContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * What the HTTP side costs: the CPU time of the server's threads for a request that the engine answers with 300 bytes at once,
 * against a bare servlet on bare Jetty and against Dropwizard's own chain. A program, run by hand: {@code LoadCost ROUNDS SECONDS}.
 */
public final class LoadCost {

    private static final int CONNECTIONS = 16;
    private static final String CLIENT = "client";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final byte[] ANSWER =
            ("{\"data\":{\"x\":\"" + "a".repeat(284) + "\"}}").getBytes(StandardCharsets.US_ASCII);

    private LoadCost() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        String only = arguments.length > 2 ? arguments[2] : "";
        GraphQLEngine engine = new OneAnswer();
        Server bare = bare();
        TestingServer ours = new TestingServer(engine);
        TestingServer dropwizard = new TestingServer(engine, TestingServer.CONFIG, 16, new DefaultServerFactory());
        DefaultServerFactory gzip = new HttpServerFactory();
        gzip.getGzipFilterFactory().setEnabled(true);
        TestingServer withGzip = new TestingServer(engine, TestingServer.CONFIG, 16, gzip);
        for (int round = 0; round < rounds; round++) {
            if (only.isEmpty() || only.equals("bare")) {
                report("bare", ((ServerConnector) bare.getConnectors()[0]).getLocalPort(), seconds);
            }
            if (only.isEmpty() || only.equals("ours")) {
                report("ours", ours.port(), seconds);
            }
            if (only.isEmpty()) {
                report("ours + gzip handler", withGzip.port(), seconds);
                report("Dropwizard's chain", dropwizard.port(), seconds);
            }
        }
        bare.stop();
        ours.close();
        withGzip.close();
        dropwizard.close();
    }

    private static final class OneAnswer implements GraphQLEngine {

        @Override
        public Outcome execute(GraphQLRequest request, RequestContext context, Utf8Buffer out) {
            out.write(ANSWER);
            return new Outcome(true, null, "query", true);
        }

        @Override
        public Opened stream(GraphQLRequest request, StreamFormat format, RequestContext context, Utf8Buffer out) {
            throw new UnsupportedOperationException("answers only");
        }
    }

    private static Server bare() throws Exception {
        Server server = new Server();
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        server.addConnector(new ServerConnector(server, new HttpConnectionFactory(configuration)));
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new BareServlet()), "/graphql");
        server.setHandler(context);
        server.start();
        return server;
    }

    private static void report(String name, int port, int seconds) throws Exception {
        LongAdder count = new LongAdder();
        long before = serverNanos();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        Thread[] threads = new Thread[CONNECTIONS];
        for (int i = 0; i < CONNECTIONS; i++) {
            threads[i] = new Thread(() -> drive(port, end, count), CLIENT);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double micros = (serverNanos() - before) / 1e3 / count.sum();
        System.out.printf("%-22s %,8d requests/s %8.2f us of CPU each%n", name, count.sum() / seconds, micros);
    }

    private static long serverNanos() {
        long nanos = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && !thread.getThreadName().equals(CLIENT)) {
                nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }

    private static void drive(int port, long end, LongAdder count) {
        String body = "{\"query\":\"query Q($id: Int!) { album(albumId: $id) { title artist { name } } }\"}";
        byte[] request = ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        byte[] buffer = new byte[4096];
        try (Socket socket = new Socket("localhost", port)) {
            socket.setTcpNoDelay(true);
            InputStream input = socket.getInputStream();
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request);
                int length = 0;
                do {
                    length += input.read(buffer, length, buffer.length - length);
                } while (buffer[length - 1] != '}' || buffer[length - 2] != '}');
                count.increment();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class BareServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private static final RequestReader READER = new RequestReader();

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] body = new byte[8192];
            InputStream input = request.getInputStream();
            int length = 0;
            int read;
            while ((read = input.read(body, length, body.length - length)) >= 0) {
                length += read;
            }
            READER.read(body, 0, length);
            response.setContentType("application/json;charset=utf-8");
            response.setContentLength(ANSWER.length);
            response.getOutputStream().write(ANSWER);
        }
    }
}

package io.fraiseql.distribution;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An endpoint that writes what each path is told to, HTTP or not, and notes whose connection was closed by the caller. */
final class RawReceiver implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> abandoned = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers;

    /** Writes an answer; when it returns, the connection is closed. */
    interface Answer {
        void write(InputStream in, OutputStream out) throws IOException;
    }

    RawReceiver(Map<String, Answer> answers) throws IOException {
        this.answers = answers;
        threads.execute(this::accept);
    }

    /** A text, after which the connection is closed. */
    static Answer text(String text) {
        return (in, out) -> out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A text, after which nothing comes for as long as the caller waits. */
    static Answer held(String text) {
        return (in, out) -> {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            if (in.read() < 0) {
                throw new IOException("the caller closed the connection");
            }
        };
    }

    /** A text, and then bytes without end. */
    static Answer endless(String text) {
        return (in, out) -> {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            byte[] more = new byte[8192];
            while (true) {
                out.write(more);
            }
        };
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            threads.shutdown();
        }
    }

    private void serve(Socket socket) {
        String path = "";
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            path = line(in).split(" ", 3)[1];
            int length = 0;
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                if (line.startsWith("Content-Length: ")) {
                    length = Integer.parseInt(line.substring("Content-Length: ".length()));
                }
            }
            in.readNBytes(length);
            asked.add(path);
            answers.get(path).write(in, socket.getOutputStream());
        } catch (IOException e) {
            abandoned.add(path);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the request ends early");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }

    /** The paths of requests, as they came. */
    List<String> asked() {
        return asked;
    }

    /** The paths whose callers closed the connection before the answer had ended. */
    List<String> abandoned() {
        return abandoned;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}

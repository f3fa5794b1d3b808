package io.fraiseql.bench.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection that sends GraphQL requests, one after the other. One thread. */
public final class HttpPost implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    public HttpPost(int port) throws IOException {
        this.socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a request and waits for its answer. */
    public HttpMessage send(byte[] body) throws IOException {
        byte[] head = ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        socket.getOutputStream().write(request);
        HttpMessage answer = HttpMessage.read(in);
        if (answer == null) {
            throw new IOException("the server ended the connection");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package io.fraiseql.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A closed loop of HTTP/1.1 clients on kept-alive connections, all on one thread: each sends its next request when its answer
 * is complete. Any answer but 200 with data ends the run with an error. Used by one thread.
 */
public final class HttpLoad {

    private static final int READ = 256 * 1024;

    private final InetSocketAddress address;
    private final byte[][] requests;
    private final ByteBuffer input = ByteBuffer.allocateDirect(READ);
    private long[] latencies = new long[1 << 16];
    private int answered;
    private int sent;

    private HttpLoad(InetSocketAddress address, byte[][] requests) {
        this.address = address;
        this.requests = requests;
    }

    /** Sends the bodies in turn to {@code /graphql} for so long; answers that come later are awaited but not counted, unless there are no others. */
    public static LoadResult run(int port, String[] bodies, int connections, long nanos) throws IOException {
        byte[][] requests =
                Arrays.stream(bodies).map(body -> request(port, body)).toArray(byte[][]::new);
        return new HttpLoad(new InetSocketAddress("127.0.0.1", port), requests).run(connections, nanos);
    }

    private static byte[] request(int port, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: " + content.length
                + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    private LoadResult run(int connections, long nanos) throws IOException {
        List<SocketChannel> channels = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                channels.add(connect(selector));
            }
            return loop(selector, nanos);
        } finally {
            for (SocketChannel channel : channels) {
                channel.close();
            }
        }
    }

    private SocketChannel connect(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Answer());
        return channel;
    }

    private LoadResult loop(Selector selector, long nanos) throws IOException {
        long start = System.nanoTime();
        int open = selector.keys().size();
        for (SelectionKey key : selector.keys()) {
            send(key, start);
        }
        long end = start;
        while (open > 0) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                if (receive(key)) {
                    long now = System.nanoTime();
                    if (now - start < nanos || answered == 0) {
                        note(now - ((Answer) key.attachment()).started);
                        end = now;
                        send(key, now);
                    } else {
                        open--;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        return LoadResult.of(end - start, latencies, answered);
    }

    private void note(long latency) {
        if (answered == latencies.length) {
            latencies = Arrays.copyOf(latencies, answered * 2);
        }
        latencies[answered++] = latency;
    }

    private void send(SelectionKey key, long now) throws IOException {
        ((Answer) key.attachment()).started = now;
        ByteBuffer request = ByteBuffer.wrap(requests[sent++ % requests.length]);
        while (request.hasRemaining()) {
            ((SocketChannel) key.channel()).write(request);
        }
    }

    private boolean receive(SelectionKey key) throws IOException {
        input.clear();
        if (((SocketChannel) key.channel()).read(input) < 0) {
            throw new IOException("the server closed a connection");
        }
        return ((Answer) key.attachment()).read(input.flip());
    }
}

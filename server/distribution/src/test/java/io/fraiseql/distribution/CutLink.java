package io.fraiseql.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to a port of this machine that can fall silent: it then carries nothing in either direction, and closes nothing. */
final class CutLink implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    CutLink(int target) throws IOException {
        this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        this.target = target;
        run(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Carries nothing from now on. */
    void cut() {
        cut = true;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // one of the two ends has left, or the link was closed
                    }
                },
                "cut-link");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.addAll(List.of(client, server));
            run(() -> carry(client, server));
            run(() -> carry(server, client));
        }
    }

    private void carry(Socket from, Socket to) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] part = new byte[1 << 16];
        for (int length = in.read(part); length >= 0; length = in.read(part)) {
            if (!cut) {
                out.write(part, 0, length);
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}

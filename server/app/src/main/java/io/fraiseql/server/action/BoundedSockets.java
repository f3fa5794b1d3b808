package io.fraiseql.server.action;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes connections that are read until a deadline. */
final class BoundedSockets extends SocketFactory {

    private final long deadline;

    /** @param deadline by {@link System#nanoTime} */
    BoundedSockets(long deadline) {
        this.deadline = deadline;
    }

    /** Not connected yet. */
    @Override
    public Socket createSocket() {
        return new BoundedSocket(deadline);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host, port, InetAddress.getByAddress(new byte[host.getAddress().length]), 0);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(local, localPort));
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }
}

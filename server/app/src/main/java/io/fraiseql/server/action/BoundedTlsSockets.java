package io.fraiseql.server.action;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Speaks TLS over connections that are read until a deadline. */
final class BoundedTlsSockets extends SSLSocketFactory {

    private final SSLSocketFactory tls;
    private final BoundedSockets sockets;

    BoundedTlsSockets(SSLSocketFactory tls, BoundedSockets sockets) {
        this.tls = tls;
        this.sockets = sockets;
    }

    /** In the clear: TLS begins when it is connected and comes back to {@link #createSocket(Socket, String, int, boolean)}. */
    @Override
    public Socket createSocket() {
        return sockets.createSocket();
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean close) throws IOException {
        return tls.createSocket(socket, host, port, close);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(sockets.createSocket(host, port), host, port, true);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(sockets.createSocket(host, port, local, localPort), host, port, true);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(sockets.createSocket(host, port), host.getHostName(), port, true);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(sockets.createSocket(host, port, local, localPort), host.getHostName(), port, true);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }
}

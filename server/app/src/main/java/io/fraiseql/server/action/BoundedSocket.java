package io.fraiseql.server.action;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** A connection from which nothing is read after a deadline, or for a thread that is interrupted, however often something comes. */
final class BoundedSocket extends Socket {

    /** How often a reader looks whether it is interrupted. */
    private static final long LOOK_MILLIS = 100;

    private final long deadline;

    /** @param deadline by {@link System#nanoTime} */
    BoundedSocket(long deadline) {
        this.deadline = deadline;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream());
    }

    private void awaitNext() throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("there was no time left");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("it was not waited for any longer");
        }
        setSoTimeout((int) Math.min(left, LOOK_MILLIS));
    }

    private final class Bounded extends FilterInputStream {

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            while (true) {
                awaitNext();
                int read = next(bytes, from, length);
                if (read != 0 || length == 0) {
                    return read;
                }
            }
        }

        /** Nothing when nothing came so soon. */
        private int next(byte[] bytes, int from, int length) throws IOException {
            try {
                return in.read(bytes, from, length);
            } catch (SocketTimeoutException e) {
                return 0;
            }
        }
    }
}

package io.fraiseql.distribution;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A standard stream of this JVM that gives what threads of a group write to a stream for that group. Thread-safe. */
final class GroupedStream extends FilterOutputStream {

    private final Map<ThreadGroup, OutputStream> streams = new ConcurrentHashMap<>();

    /** @param others takes what all other threads write */
    GroupedStream(OutputStream others) {
        super(others);
    }

    void redirect(ThreadGroup group, OutputStream to) {
        streams.put(group, to);
    }

    @Override
    public void write(int octet) throws IOException {
        current().write(octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        current().write(bytes, offset, length);
    }

    private OutputStream current() {
        for (ThreadGroup group = Thread.currentThread().getThreadGroup(); group != null; group = group.getParent()) {
            OutputStream stream = streams.get(group);
            if (stream != null) {
                return stream;
            }
        }
        return out;
    }
}

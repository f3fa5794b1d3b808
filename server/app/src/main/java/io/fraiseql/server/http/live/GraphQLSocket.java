package io.fraiseql.server.http.live;

import io.fraiseql.spi.Nullable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client that speaks graphql-transport-ws. Jetty calls it with one message at a time; answers come from any thread. Whatever the client does
 * against the protocol closes its socket with the protocol's code.
 */
public final class GraphQLSocket implements Session.Listener.AutoDemanding, Client {

    /** The name of the protocol. */
    public static final String PROTOCOL = "graphql-transport-ws";

    private static final Logger LOG = LoggerFactory.getLogger(GraphQLSocket.class);

    private static final int GOING_AWAY = 1001;
    private static final int TRY_AGAIN_LATER = 1013;
    private static final int INTERNAL_ERROR = 1011;
    private static final int LONGEST_REASON = 120;
    private static final long CLOSING_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int SIGNS = 3;

    private final boolean accepted;
    private final Subscriptions subscriptions;
    private final Operations operations;
    private final Executor executor;
    private final Map<String, SocketOperation> running = new ConcurrentHashMap<>();
    private final Outbox outbox;
    private final AtomicBoolean gone = new AtomicBoolean();
    private final AtomicBoolean pinging = new AtomicBoolean();
    private volatile @Nullable Session session;
    private volatile boolean initialised;
    private volatile long opened;
    private volatile long heard;
    private volatile long pinged;
    private volatile long closing;
    private volatile End cause = End.CLIENT;

    /**
     * @param accepted whether the client speaks the protocol
     * @param executor runs queries and mutations
     */
    public GraphQLSocket(boolean accepted, Subscriptions subscriptions, Operations operations, Executor executor) {
        this.accepted = accepted;
        this.subscriptions = subscriptions;
        this.operations = operations;
        this.executor = executor;
        this.outbox = new Outbox(
                subscriptions.config().maxWaiting().bytes(),
                () -> running.values().forEach(SocketOperation::resume),
                this::broke);
    }

    @Override
    public String transport() {
        return "websocket";
    }

    @Override
    public void onWebSocketOpen(Session made) {
        long now = System.nanoTime();
        session = made;
        opened = now;
        heard = now;
        pinged = now;
        subscriptions.opened(this);
        outbox.open((message, written) -> made.sendText(
                new String(message, StandardCharsets.UTF_8), Callback.from(written::succeeded, written::failed)));
        if (!accepted) {
            close(ProtocolException.SUBPROTOCOL, "Subprotocol not acceptable", End.REFUSED);
        }
    }

    @Override
    public void onWebSocketText(String text) {
        heard = System.nanoTime();
        if (closing != 0) {
            return;
        }
        try {
            take(SocketMessage.read(text, operations));
        } catch (ProtocolException e) {
            close(e.code(), String.valueOf(e.getMessage()), End.REFUSED);
        } catch (OutOfMemoryError e) {
            LOG.error("There was no memory for a message of a WebSocket", e);
            close(
                    TRY_AGAIN_LATER,
                    "There is no memory left for this message; send less, or try again later",
                    End.FAILED);
        } catch (RuntimeException e) {
            LOG.error("a message of a WebSocket failed", e);
            close(INTERNAL_ERROR, "The server failed; its log has the cause", End.FAILED);
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        close(ProtocolException.INVALID_MESSAGE, "Invalid message: messages are texts", End.REFUSED);
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        heard = System.nanoTime();
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        heard = System.nanoTime();
        session().sendPong(payload, Callback.NOOP);
    }

    private void take(SocketMessage message) {
        switch (message.type()) {
            case SocketMessage.INIT -> initialise();
            case SocketMessage.PING -> send(SocketMessage.plain(SocketMessage.PONG));
            case SocketMessage.SUBSCRIBE ->
                subscribe(
                        Objects.requireNonNull(message.id()),
                        Objects.requireNonNull(message.payload()),
                        message.length());
            case SocketMessage.COMPLETE -> stop(Objects.requireNonNull(message.id()));
            default -> {
                // a pong: the client is there, which is known already
            }
        }
    }

    private void initialise() {
        if (initialised) {
            throw new ProtocolException(ProtocolException.SECOND_INIT, "Too many initialisation requests");
        }
        initialised = true;
        send(SocketMessage.plain("connection_ack"));
    }

    private void subscribe(String id, Map<String, Object> payload, int length) {
        if (!initialised) {
            throw new ProtocolException(ProtocolException.UNAUTHORIZED, "Unauthorized");
        }
        SocketOperation operation = new SocketOperation(id, this, subscriptions, operations);
        if (running.putIfAbsent(id, operation) != null) {
            throw new ProtocolException(ProtocolException.ID_TAKEN, "Subscriber for " + id + " already exists");
        }
        int most = subscriptions.config().maxPerSocket();
        if (running.size() > most) {
            operation.refuse("As many operations run on this socket as may run (http.subscriptions.maxPerSocket: "
                    + most + "); complete one");
        } else {
            operation.start(payload, length, executor);
        }
    }

    private void stop(String id) {
        SocketOperation operation = running.get(id);
        if (operation != null) {
            operation.close();
        }
    }

    /** An operation has ended and its id may be used again. */
    void ended(SocketOperation operation) {
        running.remove(operation.id(), operation);
    }

    /** Gives the client a message; one that has too many to take is cut off. */
    Outbox.Room send(byte[] message) {
        Outbox.Room room = outbox.add(message);
        if (room == Outbox.Room.NONE && closing == 0) {
            close(
                    TRY_AGAIN_LATER,
                    "Too slow: more answers wait than may (http.subscriptions.maxWaiting); subscribe again",
                    End.SLOW);
        }
        return room;
    }

    private void close(int code, String reason, End why) {
        synchronized (this) {
            if (closing != 0) {
                return;
            }
            closing = System.nanoTime();
            cause = why;
        }
        running.values().forEach(SocketOperation::close);
        outbox.end(true, () -> session().close(code, clipped(reason), Callback.NOOP));
    }

    /** A reason of a close frame has 123 bytes at most. */
    private static String clipped(String reason) {
        String text = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        while (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }

    @Override
    public void tick(long now) {
        long keepAlive = subscriptions.config().keepAlive().toNanos();
        if (closing != 0) {
            if (now - closing > CLOSING_NANOS) {
                session().disconnect();
                gone();
            }
        } else if (!initialised
                && now - opened > subscriptions.config().initTimeout().toNanos()) {
            close(ProtocolException.INIT_TIMEOUT, "Connection initialisation timeout", End.REFUSED);
        } else if (now - heard > SIGNS * keepAlive) {
            cause = End.SILENT;
            session().disconnect();
            gone();
        } else if (now - pinged > keepAlive && pinging.compareAndSet(false, true)) {
            pinged = now;
            session().sendPing(ByteBuffer.allocate(0), Callback.from(() -> pinging.set(false), failure -> {}));
        }
    }

    @Override
    public void goAway() {
        close(GOING_AWAY, "The server is stopping", End.STOPPING);
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        gone();
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable failure) {
        note(failure);
    }

    /** Nothing can be written any more. */
    private void broke(Throwable failure) {
        note(failure);
        if (failure instanceof OutOfMemoryError) {
            // Jetty was given nothing to write and so does not know.
            session().disconnect();
        }
    }

    private static void note(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            LOG.error("There was no memory for a message of a WebSocket", failure);
        } else {
            LOG.debug("a WebSocket failed", failure);
        }
    }

    private void gone() {
        if (gone.compareAndSet(false, true)) {
            closing = closing == 0 ? System.nanoTime() : closing;
            running.values().forEach(SocketOperation::close);
            subscriptions.closed(this, cause);
        }
    }

    private Session session() {
        return Objects.requireNonNull(session, "it is open");
    }
}

package io.fraiseql.server.http.live;

import io.fraiseql.core.live.LiveQuery;
import io.fraiseql.core.live.Subscriber;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One operation as an event stream: GraphQL over SSE, distinct connections. A stream that ends without {@code complete} is one that its client may
 * begin again with the last id. Thread-safe.
 */
public final class EventStream implements Subscriber, Client {

    private static final byte[] OPENING = bytes(":\n\n");
    private static final byte[] COMPLETE = bytes("event: complete\ndata:\n\n");
    private static final int SIGNS = 3;
    private static final long CLOSING_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Subscriptions subscriptions;
    private final Operations operations;
    private final RequestContext context;
    private final Outbox outbox;
    private final AtomicBoolean gone = new AtomicBoolean();
    private volatile Subscriptions.@Nullable Begun begun;
    private volatile @Nullable Request request;
    private volatile Callback callback = Callback.NOOP;
    private volatile long signalled = System.nanoTime();
    private volatile long closing;
    private volatile End cause = End.CLIENT;

    private EventStream(Subscriptions subscriptions, Operations operations, RequestContext context) {
        this.subscriptions = subscriptions;
        this.operations = operations;
        this.context = context;
        this.outbox = new Outbox(
                subscriptions.config().maxWaiting().bytes(),
                () -> {
                    Subscriptions.Begun subscription = begun;
                    if (subscription != null) {
                        subscription.resume();
                    }
                },
                this::gone);
    }

    /**
     * Begins a subscription, whose answers wait until {@link #start}.
     *
     * @throws FraiseqlException when it cannot
     */
    public static EventStream of(
            LiveQuery query, Subscriptions subscriptions, Operations operations, RequestContext context) {
        EventStream stream = new EventStream(subscriptions, operations, context);
        stream.begun = subscriptions.begin(query, stream);
        return stream;
    }

    /** The answer to a query or mutation as a stream. */
    public static EventStream of(
            byte[] answer, Subscriptions subscriptions, Operations operations, RequestContext context) {
        EventStream stream = new EventStream(subscriptions, operations, context);
        stream.outbox.add(frame(answer, null));
        stream.complete();
        return stream;
    }

    /** Sends what there is, and everything that comes. Returns at once; the callback is called at the end. */
    public void start(Request asked, Response response, Callback answered) {
        request = asked;
        callback = answered;
        response.setStatus(200);
        response.getHeaders().put("Content-Type", "text/event-stream;charset=utf-8");
        response.getHeaders().put("Cache-Control", "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("X-Accel-Buffering", "no");
        subscriptions.opened(this);
        response.write(
                false,
                ByteBuffer.wrap(OPENING),
                Callback.from(
                        () -> outbox.open(
                                (message, written) -> response.write(false, ByteBuffer.wrap(message), written)),
                        this::gone));
    }

    @Override
    public boolean next(byte[] answer, long position) {
        subscriptions.answered();
        Outbox.Room room = outbox.add(frame(answer, position));
        if (room == Outbox.Room.NONE && closing == 0) {
            end(true, End.SLOW);
        }
        return room == Outbox.Room.MUCH;
    }

    @Override
    public void ended(FraiseqlException why) {
        var errors = operations.error(why, context);
        outbox.add(frame(Arrays.copyOf(errors.array(), errors.length()), null));
        cause = End.FAILED;
        complete();
    }

    private void complete() {
        outbox.add(COMPLETE);
        end(false, cause);
    }

    /** Ends the stream after what waits, or without it. */
    private void end(boolean drop, End why) {
        synchronized (this) {
            if (closing != 0) {
                return;
            }
            closing = System.nanoTime();
            cause = why;
        }
        close();
        outbox.end(drop, () -> gone(null));
    }

    @Override
    public String transport() {
        return "sse";
    }

    @Override
    public void tick(long now) {
        long keepAlive = subscriptions.config().keepAlive().toNanos();
        long stuck = outbox.stuckNanos();
        boolean dropped = closing != 0 && (cause == End.SLOW || cause == End.STOPPING);
        if (stuck > (dropped ? CLOSING_NANOS : SIGNS * keepAlive)) {
            cause = dropped ? cause : End.SILENT;
            cut();
        } else if (stuck == 0 && closing == 0 && now - signalled > keepAlive) {
            signalled = now;
            outbox.add(OPENING);
        }
    }

    /** Breaks the connection of a client that takes nothing. */
    private void cut() {
        Request asked = request;
        if (asked != null) {
            asked.getConnectionMetaData().getConnection().getEndPoint().close();
        }
        gone(new IOException("the client takes nothing"));
    }

    @Override
    public void goAway() {
        end(true, End.STOPPING);
    }

    /** @param failure null when everything was sent */
    private void gone(@Nullable Throwable failure) {
        if (gone.compareAndSet(false, true)) {
            closing = closing == 0 ? System.nanoTime() : closing;
            close();
            subscriptions.closed(this, cause);
            if (failure == null) {
                callback.succeeded();
            } else {
                callback.failed(failure);
            }
        }
    }

    private void close() {
        Subscriptions.Begun subscription = begun;
        if (subscription != null) {
            subscription.close();
        }
    }

    /** An answer has one line, but for line ends in the text of a document. */
    private static byte[] frame(byte[] answer, @Nullable Long position) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(answer.length + 64);
        if (position != null) {
            out.writeBytes(bytes("id: " + position + "\n"));
        }
        out.writeBytes(bytes("event: next\ndata: "));
        for (byte each : answer) {
            if (each == '\n') {
                out.writeBytes(bytes("\ndata: "));
            } else if (each != '\r') {
                out.write(each);
            }
        }
        out.writeBytes(bytes("\n\n"));
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

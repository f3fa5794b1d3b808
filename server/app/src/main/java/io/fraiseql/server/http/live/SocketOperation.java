package io.fraiseql.server.http.live;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.live.LiveEngine;
import io.fraiseql.core.live.LiveQuery;
import io.fraiseql.core.live.Subscriber;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.server.http.NoMemory;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executor;

/** One operation of a WebSocket. Thread-safe. */
final class SocketOperation implements Subscriber {

    private final String id;
    private final GraphQLSocket socket;
    private final Subscriptions subscriptions;
    private final Operations operations;
    private final RequestContext context;
    private volatile Subscriptions.@Nullable Begun begun;
    private boolean closed;

    SocketOperation(String id, GraphQLSocket socket, Subscriptions subscriptions, Operations operations) {
        this.id = id;
        this.socket = socket;
        this.subscriptions = subscriptions;
        this.operations = operations;
        this.context = operations.context();
    }

    String id() {
        return id;
    }

    /**
     * Subscriptions begin at once, everything else runs elsewhere.
     *
     * @param length of the message, in bytes
     */
    void start(Map<String, Object> payload, int length, Executor executor) {
        Utf8Buffer errors = new Utf8Buffer(0);
        try {
            GraphQLRequest request = operations.request(payload, length);
            LiveEngine.Asked asked = operations.ask(request, context, errors);
            LiveQuery query = asked.query();
            if (asked.refused() != null) {
                finish(SocketMessage.error(id, errors));
            } else if (query != null) {
                begin(query);
            } else {
                executor.execute(() -> execute(request));
            }
        } catch (FraiseqlException e) {
            finish(SocketMessage.error(id, operations.error(e, context)));
        } catch (OutOfMemoryError e) {
            lacksMemory(e);
        }
    }

    private void lacksMemory(OutOfMemoryError error) {
        finish(SocketMessage.error(id, operations.error(NoMemory.of(error, context.requestId()), context)));
    }

    private void begin(LiveQuery query) {
        Subscriptions.Begun subscription = subscriptions.begin(query, this);
        begun = subscription;
        if (isClosed()) {
            subscription.close();
        }
    }

    private void execute(GraphQLRequest request) {
        try {
            answer(request);
        } catch (OutOfMemoryError e) {
            lacksMemory(e);
        }
    }

    private void answer(GraphQLRequest request) {
        Operations.Answered answered = operations.execute(request, context);
        Utf8Buffer json = answered.json();
        if (answered.executed()) {
            if (!isClosed()) {
                socket.send(SocketMessage.next(id, Arrays.copyOf(json.array(), json.length())));
            }
            finish(SocketMessage.complete(id));
        } else {
            finish(SocketMessage.error(id, json));
        }
    }

    /** Ends it before it began. */
    void refuse(String why) {
        finish(SocketMessage.error(
                id, operations.error(new FraiseqlException(CoreErrorCode.OVERLOADED, why), context)));
    }

    @Override
    public boolean next(byte[] answer, long position) {
        if (isClosed()) {
            return true;
        }
        subscriptions.answered();
        return socket.send(SocketMessage.next(id, answer)) == Outbox.Room.MUCH;
    }

    @Override
    public void ended(FraiseqlException why) {
        finish(SocketMessage.error(id, operations.error(why, context)));
    }

    /** There is room for answers again. */
    void resume() {
        Subscriptions.Begun subscription = begun;
        if (subscription != null) {
            subscription.resume();
        }
    }

    private void finish(byte[] last) {
        if (end()) {
            socket.send(last);
        }
    }

    /** Ends it without a word, because the client knows. */
    void close() {
        end();
    }

    private boolean end() {
        synchronized (this) {
            if (closed) {
                return false;
            }
            closed = true;
        }
        socket.ended(this);
        Subscriptions.Begun subscription = begun;
        if (subscription != null) {
            subscription.close();
        }
        return true;
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}

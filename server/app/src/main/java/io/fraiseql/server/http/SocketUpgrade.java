package io.fraiseql.server.http;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.server.http.live.GraphQLSocket;
import io.fraiseql.server.http.live.Operations;
import io.fraiseql.server.http.live.Subscriptions;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Makes a WebSocket of a request that asks for one. A listener of Jetty's server, which has what is needed once it starts. Thread-safe. */
final class SocketUpgrade implements LifeCycle.Listener {

    private final ContextHandler context;
    private final Subscriptions subscriptions;
    private final Operations operations;
    private final Drain drain;
    private final Cors cors;
    private final int maxMessage;
    private volatile @Nullable ServerWebSocketContainer container;

    SocketUpgrade(
            ContextHandler context,
            Subscriptions subscriptions,
            Operations operations,
            Drain drain,
            HttpConfig config,
            BodyLimit limit) {
        this.context = context;
        this.subscriptions = subscriptions;
        this.operations = operations;
        this.drain = drain;
        this.cors = new Cors(config.cors());
        this.maxMessage = limit.bytes();
    }

    static boolean asked(Request request) {
        return "websocket".equalsIgnoreCase(request.getHeaders().get("Upgrade"));
    }

    @Override
    public void lifeCycleStarting(LifeCycle event) {
        if (event instanceof Server server) {
            ServerWebSocketContainer made = ServerWebSocketContainer.ensure(server, context);
            made.setIdleTimeout(Duration.ZERO);
            made.setMaxTextMessageSize(maxMessage);
            container = made;
        }
    }

    boolean handle(Request request, Response response, Callback callback) {
        boolean open = drain.begin();
        drain.end();
        if (!open) {
            return refuse(response, callback, Drain.stopping());
        }
        if (!cors.mayConnect(request)) {
            return refuse(
                    response,
                    callback,
                    new FraiseqlException(
                            CoreErrorCode.FORBIDDEN,
                            "Pages of this origin may not open WebSockets here (http.cors.origins)"));
        }
        ServerWebSocketContainer upgrades = Objects.requireNonNull(container, "the server has started");
        if (!upgrades.upgrade(this::socket, request, response, callback)) {
            return refuse(
                    response,
                    callback,
                    new FraiseqlException(
                            CoreErrorCode.BAD_USER_INPUT, "This is no WebSocket handshake of version 13"));
        }
        return true;
    }

    private GraphQLSocket socket(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        boolean accepted = request.hasSubProtocol(GraphQLSocket.PROTOCOL);
        if (accepted) {
            response.setAcceptedSubProtocol(GraphQLSocket.PROTOCOL);
        }
        // A compressor for each connection takes more memory than all else of it.
        response.setExtensions(List.of());
        return new GraphQLSocket(
                accepted, subscriptions, operations, context.getServer().getThreadPool());
    }

    private static boolean refuse(Response response, Callback callback, FraiseqlException why) {
        Utf8Buffer body = new Utf8Buffer(256);
        ErrorBody.write(body, why.code(), String.valueOf(why.getMessage()), RequestIds.of(null));
        response.setStatus(HttpStatus.of(why.code()));
        response.getHeaders().put("Content-Type", ResponseType.JSON.contentType());
        response.write(true, ByteBuffer.wrap(body.array(), 0, body.length()), callback);
        return true;
    }
}

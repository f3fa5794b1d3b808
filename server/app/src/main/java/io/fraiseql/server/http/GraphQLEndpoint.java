package io.fraiseql.server.http;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.http.live.EventStream;
import io.fraiseql.server.metrics.GraphQLMetrics;
import io.fraiseql.server.metrics.HttpMetrics;
import io.fraiseql.server.metrics.Rejection;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * {@code /graphql}. The body is read and the engine fills a pooled buffer on one of Jetty's threads; the database connection is given back, and only
 * then is the answer written, without waiting: a slow client holds its buffer, but neither a connection nor a thread.
 *
 * <p>A handler of Jetty in front of the servlets, because the layer between the two costs a small request a tenth of its time.
 */
final class GraphQLEndpoint extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(GraphQLEndpoint.class);
    private static final String PATH = "/graphql";
    /**
     * A client may still send the body that was refused: cutting it off would cost it the answer, or the next request on its connection. Larger ones
     * are cut off.
     */
    private static final long LINGER_BYTES = 64L << 20;

    private final GraphQLHandler handler;
    private final SocketUpgrade upgrade;
    private final Drain drain;
    private final ExchangePool exchanges;
    private final ResponseWriter writer;
    private final HttpMetrics http;
    private final GraphQLMetrics graphql;
    private final AccessLog accessLog;
    private final long timeoutNanos;

    GraphQLEndpoint(
            GraphQLHandler handler,
            SocketUpgrade upgrade,
            Drain drain,
            ExchangePool exchanges,
            HttpMetrics http,
            GraphQLMetrics graphql,
            HttpConfig config) {
        this.handler = handler;
        this.upgrade = upgrade;
        this.drain = drain;
        this.exchanges = exchanges;
        this.writer = new ResponseWriter(new Compression(config.compression()));
        this.http = http;
        this.graphql = graphql;
        this.accessLog = new AccessLog(config.accessLog());
        this.timeoutNanos = config.timeout().toNanos();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!Request.getPathInContext(request).equals(PATH)) {
            return super.handle(request, response, callback);
        }
        if (SocketUpgrade.asked(request)) {
            return upgrade.handle(request, response, callback);
        }
        long started = System.nanoTime();
        String requestId = RequestIds.of(request.getHeaders().get(RequestIds.HEADER));
        RequestContext context = new RequestContext(requestId, Identity.ANONYMOUS, started + timeoutNanos);
        Exchange exchange = exchanges.take();
        Sending sending = new Sending(request, exchange, requestId, started, callback);
        boolean open = drain.begin();
        MDC.put(AccessLog.REQUEST_ID, requestId);
        try {
            int status = respond(request, response, exchange, context, open);
            EventStream stream = exchange.stream();
            if (stream != null) {
                stream.start(request, response, callback);
                sending.handedOver();
                return true;
            }
            sending.status = status;
            sending.linger = status >= HttpStatus.BAD_REQUEST && lingers(request, response);
            writer.send(request, response, exchange, status, sending);
            letOthersGoFirst();
        } catch (IOException | OutOfMemoryError e) {
            sending.failed(e);
        } finally {
            MDC.remove(AccessLog.REQUEST_ID);
        }
        return true;
    }

    /**
     * Whoever got the answer may ask again at once. This thread looks for that next, and to look in vain costs a wait on the selector and the waking of
     * another thread, a third of a small request (decision 53).
     */
    @SuppressWarnings("ThreadPriorityCheck")
    private static void letOthersGoFirst() {
        Thread.yield();
    }

    /** What is left to do when the client has its answer, or is gone. */
    private final class Sending extends Callback.Nested {

        private final Request request;
        private final Exchange exchange;
        private final String requestId;
        private final long started;
        private int status;
        private boolean linger;

        Sending(Request request, Exchange exchange, String requestId, long started, Callback callback) {
            super(callback);
            this.request = request;
            this.exchange = exchange;
            this.requestId = requestId;
            this.started = started;
        }

        @Override
        public void succeeded() {
            long nanos = System.nanoTime() - started;
            http.answered(status, nanos);
            accessLog.answered(request, requestId, status, exchange.bytes(), nanos);
            end();
            if (linger) {
                Content.Source.consumeAll(request, Callback.from(super::succeeded, failure -> super.succeeded()));
            } else {
                super.succeeded();
            }
        }

        /** An event stream goes on without the exchange, which is over now. */
        void handedOver() {
            http.answered(HttpStatus.OK, System.nanoTime() - started);
            accessLog.answered(request, requestId, HttpStatus.OK, 0, System.nanoTime() - started);
            end();
        }

        @Override
        public void failed(Throwable failure) {
            http.aborted();
            end();
            super.failed(failure);
        }

        private void end() {
            drain.end();
            exchanges.give(exchange);
        }
    }

    private int respond(Request request, Response response, Exchange exchange, RequestContext context, boolean open)
            throws IOException {
        response.getHeaders().put(RequestIds.HEADER, context.requestId());
        handler.prepare(request, response);
        try {
            if (!open) {
                throw stopping(response);
            }
            return handler.answer(request, response, exchange, context);
        } catch (FraiseqlException e) {
            return refuse(e.code(), String.valueOf(e.getMessage()), e, exchange, context);
        } catch (OutOfMemoryError e) {
            FraiseqlException refused = NoMemory.of(e, context.requestId());
            return refuse(refused.code(), String.valueOf(refused.getMessage()), e, exchange, context);
        } catch (RuntimeException | Error e) {
            return fail(e, exchange, context);
        }
    }

    /** Whether the rest of a refused request's body is read before the connection serves the next one; where not, the client is told. */
    private static boolean lingers(Request request, Response response) {
        boolean awaits = request.getHeaders().contains(HttpHeader.EXPECT);
        if (!awaits && request.consumeAvailable()) {
            return false;
        }
        boolean bounded = !awaits && request.getLength() >= 0 && request.getLength() < LINGER_BYTES;
        if (!bounded) {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        }
        return bounded;
    }

    private FraiseqlException stopping(Response response) {
        http.rejected(Rejection.DRAINING);
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        return Drain.stopping();
    }

    private int refuse(ErrorCode code, String message, Throwable error, Exchange exchange, RequestContext context) {
        int status = HttpStatus.of(code);
        if (status == HttpStatus.INTERNAL_ERROR) {
            LOG.error("A request failed: {}", message, error);
        } else {
            LOG.debug("A request was refused: {}", message, error);
        }
        graphql.failed(code);
        ErrorBody.write(exchange.answer(), code, message, context.requestId());
        return status;
    }

    private int fail(Throwable error, Exchange exchange, RequestContext context) {
        if (error instanceof HttpException http && http.getCode() < HttpStatus.INTERNAL_ERROR) {
            String message = "The request is not well-formed HTTP";
            return refuse(CoreErrorCode.BAD_USER_INPUT, message, error, exchange, context);
        }
        String message = "The server failed; its log has the cause under request id " + context.requestId();
        return refuse(CoreErrorCode.INTERNAL, message, error, exchange, context);
    }
}

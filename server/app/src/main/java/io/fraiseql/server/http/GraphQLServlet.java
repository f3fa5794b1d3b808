package io.fraiseql.server.http;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.metrics.GraphQLMetrics;
import io.fraiseql.server.metrics.HttpMetrics;
import io.fraiseql.server.metrics.Rejection;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * {@code /graphql}. Synchronous on Jetty's threads: the body is read, the engine fills a pooled buffer and gives its database
 * connection back, and only then is the answer written, so a slow client holds a thread but never a connection.
 */
final class GraphQLServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(GraphQLServlet.class);
    private static final String MDC_KEY = "requestId";

    private final transient GraphQLHandler handler;
    private final transient Drain drain;
    private final transient ExchangePool exchanges;
    private final transient ResponseWriter writer;
    private final transient HttpMetrics http;
    private final transient GraphQLMetrics graphql;
    private final transient AccessLog accessLog;
    private final long timeoutNanos;

    GraphQLServlet(
            GraphQLHandler handler,
            Drain drain,
            ExchangePool exchanges,
            HttpMetrics http,
            GraphQLMetrics graphql,
            HttpConfig config) {
        this.handler = handler;
        this.drain = drain;
        this.exchanges = exchanges;
        this.writer = new ResponseWriter(new Compression(config.compression()));
        this.http = http;
        this.graphql = graphql;
        this.accessLog = new AccessLog(config.accessLog());
        this.timeoutNanos = config.timeout().toNanos();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long started = System.nanoTime();
        String requestId = RequestIds.of(request.getHeader(RequestIds.HEADER));
        RequestContext context = new RequestContext(requestId, Identity.ANONYMOUS, started + timeoutNanos);
        Exchange exchange = exchanges.take();
        boolean open = drain.begin();
        MDC.put(MDC_KEY, requestId);
        try {
            int status = respond(request, response, exchange, context, open);
            writer.send(request, response, exchange, status);
            long nanos = System.nanoTime() - started;
            http.answered(status, nanos);
            accessLog.answered(request, status, exchange.bytes(), nanos);
        } catch (IOException e) {
            http.aborted();
            throw e;
        } finally {
            MDC.remove(MDC_KEY);
            drain.end();
            exchanges.give(exchange);
        }
    }

    private int respond(
            HttpServletRequest request,
            HttpServletResponse response,
            Exchange exchange,
            RequestContext context,
            boolean open)
            throws IOException {
        response.setHeader(RequestIds.HEADER, context.requestId());
        handler.prepare(request, response);
        try {
            if (!open) {
                throw stopping(response);
            }
            return handler.answer(request, response, exchange, context);
        } catch (FraiseqlException e) {
            return refuse(e.code(), String.valueOf(e.getMessage()), e, exchange, context);
        } catch (RuntimeException | StackOverflowError e) {
            return fail(e, exchange, context);
        }
    }

    private FraiseqlException stopping(HttpServletResponse response) {
        http.rejected(Rejection.DRAINING);
        response.setHeader("Connection", "close");
        return new FraiseqlException(CoreErrorCode.UNAVAILABLE, "The server is stopping; try again");
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

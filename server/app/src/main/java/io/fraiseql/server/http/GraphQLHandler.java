package io.fraiseql.server.http;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.live.LiveEngine;
import io.fraiseql.core.live.LiveQuery;
import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.request.Outcome;
import io.fraiseql.core.request.RequestReader;
import io.fraiseql.server.http.live.EventStream;
import io.fraiseql.server.http.live.Operations;
import io.fraiseql.server.http.live.ResumedQuery;
import io.fraiseql.server.http.live.Subscriptions;
import io.fraiseql.server.metrics.GraphQLMetrics;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Answers one request into its {@link Exchange}, by the GraphQL-over-HTTP specification. Thread-safe. */
final class GraphQLHandler {

    private static final String METHODS = "GET, POST, OPTIONS";

    private final GraphQLEngine engine;
    private final RequestReader reader = new RequestReader();
    private final RequestGate gate;
    private final GraphQLMetrics metrics;
    private final ExportHandler exports;
    private final Operations operations;
    private final Subscriptions subscriptions;
    private final Cors cors;
    private final BodyLimit limit;
    private final boolean graphiql;

    GraphQLHandler(
            GraphQLEngine engine,
            RequestGate gate,
            GraphQLMetrics metrics,
            ExportHandler exports,
            Operations operations,
            Subscriptions subscriptions,
            HttpConfig config,
            BodyLimit limit,
            boolean graphiql) {
        this.engine = engine;
        this.gate = gate;
        this.metrics = metrics;
        this.exports = exports;
        this.operations = operations;
        this.subscriptions = subscriptions;
        this.cors = new Cors(config.cors());
        this.limit = limit;
        this.graphiql = graphiql;
    }

    /** Adds the headers that every answer has, refusals too. */
    void prepare(Request request, Response response) {
        cors.apply(request, response);
    }

    /**
     * Answers and returns the status; {@link Exchange#answer} stays empty when there is no body to send.
     *
     * @throws FraiseqlException for a request that is not to be executed
     * @throws IOException when the client is gone
     */
    int answer(Request request, Response response, Exchange exchange, RequestContext context) throws IOException {
        return switch (request.getMethod()) {
            case "POST" -> post(request, response, exchange, context);
            case "GET" -> get(request, response, exchange, context);
            case "OPTIONS" -> options(request, response);
            default -> {
                response.getHeaders().put("Allow", METHODS);
                throw new FraiseqlException(HttpErrorCode.METHOD_NOT_ALLOWED, "Send GraphQL requests by POST or GET");
            }
        };
    }

    private int post(Request request, Response response, Exchange exchange, RequestContext context) throws IOException {
        ResponseType type = negotiate(request, exchange);
        requireJson(request, response);
        requireNoParameters(request);
        int length = RequestBody.read(request, exchange, limit, context.deadlineNanos());
        GraphQLRequest sent = limit.bound(reader.read(exchange.body(), 0, length), length);
        if (sent.writeOnly() && type.streams()) {
            throw limit.tooLargeForQuery();
        }
        return type.streams()
                ? exports.answer(request, response, exchange, sent, type, context)
                : answer(request, exchange, sent, type, context);
    }

    /** Event by event where a subscription or the client wants it, else at once. */
    private int answer(
            Request request, Exchange exchange, GraphQLRequest sent, ResponseType type, RequestContext context) {
        if (Accept.takesEvents(request)) {
            LiveEngine.Asked asked = operations.ask(sent, context, exchange.answer());
            Outcome refused = asked.refused();
            LiveQuery query = asked.query();
            if (refused != null) {
                return HttpStatus.of(sent, refused, exchange.responseType());
            }
            if (query != null) {
                String last = request.getHeaders().get("Last-Event-ID");
                exchange.stream(EventStream.of(ResumedQuery.of(query, last), subscriptions, operations, context));
                return HttpStatus.OK;
            }
        }
        int status = execute(sent, exchange, context);
        if (type == ResponseType.EVENT_STREAM && status == HttpStatus.OK) {
            Utf8Buffer answer = exchange.answer();
            exchange.stream(
                    EventStream.of(Arrays.copyOf(answer.array(), answer.length()), subscriptions, operations, context));
        }
        return status;
    }

    private int get(Request request, Response response, Exchange exchange, RequestContext context) throws IOException {
        response.getHeaders().add("Vary", "Accept");
        response.getHeaders().put("Cache-Control", "no-store");
        Map<String, List<String>> parameters =
                QueryString.parse(request.getHttpURI().getQuery());
        if (graphiql && parameters.isEmpty() && Accept.prefersHtml(request)) {
            response.getHeaders().put("Location", contextPath(request) + GraphiQLServlet.PATH + "/");
            return HttpStatus.FOUND;
        }
        ResponseType type = negotiate(request, exchange);
        GraphQLRequest sent = reader.readParameters(parameters);
        int status = type.streams()
                ? exports.answer(request, response, exchange, sent, type, context)
                : answer(request, exchange, sent, type, context);
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            response.getHeaders().put("Allow", "POST");
        }
        return status;
    }

    /** As links need it: empty for the root. */
    private static String contextPath(Request request) {
        String path = Request.getContextPath(request);
        return path.equals("/") ? "" : path;
    }

    private int options(Request request, Response response) {
        response.getHeaders().put("Allow", METHODS);
        response.getHeaders().put("Accept-Post", ResponseType.JSON.mediaType());
        cors.preflight(request, response, METHODS);
        return HttpStatus.NO_CONTENT;
    }

    private int execute(GraphQLRequest request, Exchange exchange, RequestContext context) {
        Outcome outcome;
        gate.enter(context.deadlineNanos());
        try {
            outcome = engine.execute(request, context, exchange.answer());
        } finally {
            gate.leave();
        }
        limit.requireFits(request, outcome);
        metrics.executed(outcome);
        return HttpStatus.of(request, outcome, exchange.responseType());
    }

    /** The type to answer with; when it is a stream, only errors are answered through the exchange, as JSON. */
    private static ResponseType negotiate(Request request, Exchange exchange) {
        ResponseType type = Accept.negotiate(request);
        if (type == null) {
            throw new FraiseqlException(
                    HttpErrorCode.NOT_ACCEPTABLE,
                    "Answers are application/graphql-response+json or application/json, streamed lists"
                            + " application/x-ndjson, text/csv or application/json;stream=true, subscriptions text/event-stream; accept"
                            + " one of them");
        }
        if (type == ResponseType.EVENT_STREAM) {
            exchange.responseType(ResponseType.GRAPHQL_RESPONSE);
        } else if (!type.streams()) {
            exchange.responseType(type);
        }
        return type;
    }

    private static void requireJson(Request request, Response response) {
        if (!RequestBody.json(request)) {
            response.getHeaders().put("Accept-Post", ResponseType.JSON.mediaType());
            throw new FraiseqlException(
                    HttpErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send the request as application/json in UTF-8, without Content-Encoding");
        }
    }

    private static void requireNoParameters(Request request) {
        String queryString = request.getHttpURI().getQuery();
        if (queryString != null && !queryString.isEmpty()) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT, "A POST takes everything from its body; remove the URL's parameters");
        }
    }
}

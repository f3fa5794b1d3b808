package io.fraiseql.server.http;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /graphql/schema.graphql}: the schema as text, for tools. */
final class SchemaEndpoint extends Handler.Wrapper {

    private static final String PATH = "/graphql/schema.graphql";
    private static final String METHODS = "GET, HEAD";

    private final Supplier<String> schema;
    private final Cors cors;
    private final Compression compression;

    SchemaEndpoint(Supplier<String> schema, HttpConfig config) {
        this.schema = schema;
        this.cors = new Cors(config.cors());
        this.compression = new Compression(config.compression());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!Request.getPathInContext(request).equals(PATH)) {
            return super.handle(request, response, callback);
        }
        Exchange exchange = new Exchange();
        cors.apply(request, response);
        response.getHeaders().put(ResponseWriter.NO_SNIFFING);
        if (METHODS.contains(request.getMethod())) {
            exchange.answer().write(schema.get().getBytes(StandardCharsets.UTF_8));
            response.getHeaders().put("Cache-Control", "no-cache");
            response.getHeaders().put("Content-Type", "text/plain;charset=utf-8");
        } else {
            String requestId = RequestIds.of(request.getHeaders().get(RequestIds.HEADER));
            ErrorBody.write(
                    exchange.answer(), HttpErrorCode.METHOD_NOT_ALLOWED, "The schema is read by GET", requestId);
            response.setStatus(HttpStatus.of(HttpErrorCode.METHOD_NOT_ALLOWED));
            response.getHeaders().put("Allow", METHODS);
            response.getHeaders().put("Content-Type", ResponseType.JSON.contentType());
        }
        compression.send(request, response, exchange, callback);
        return true;
    }
}

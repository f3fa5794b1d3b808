package io.fraiseql.server.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** {@code GET /graphql/schema.graphql}: the schema as text, for tools. */
final class SchemaServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<String> schema;
    private final transient Cors cors;
    private final transient Compression compression;

    SchemaServlet(Supplier<String> schema, HttpConfig config) {
        this.schema = schema;
        this.cors = new Cors(config.cors());
        this.compression = new Compression(config.compression());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = new Exchange();
        exchange.answer().write(schema.get().getBytes(StandardCharsets.UTF_8));
        cors.apply(request, response);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-cache");
        response.setContentType("text/plain;charset=utf-8");
        compression.send(request, response, exchange);
    }
}

package io.fraiseql.server.http;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.spi.Nullable;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** GraphiQL, from the jar alone; each file is read and compressed at its first use. */
final class GraphiQLServlet extends HttpServlet {

    static final String PATH = "/graphiql";

    private static final long serialVersionUID = 1L;
    private static final int LEVEL = 9;
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html;charset=utf-8",
            "start.js", "text/javascript;charset=utf-8",
            "graphiql.min.js", "text/javascript;charset=utf-8",
            "graphiql.min.css", "text/css;charset=utf-8",
            "react.production.min.js", "text/javascript;charset=utf-8",
            "react-dom.production.min.js", "text/javascript;charset=utf-8");

    private final transient Map<String, Page> pages = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            response.setStatus(HttpStatus.FOUND);
            response.setHeader("Location", request.getContextPath() + PATH + "/");
            return;
        }
        String name = path.equals("/") ? "index.html" : path.substring(1);
        String type = TYPES.get(name);
        if (type == null) {
            response.sendError(HttpStatus.NOT_FOUND);
            return;
        }
        send(request, response, pages.computeIfAbsent(name, GraphiQLServlet::load), type);
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, Page page, String type)
            throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("ETag", page.tag());
        if (page.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpStatus.NOT_MODIFIED);
            return;
        }
        boolean gzip = Compression.acceptsGzip(request.getHeader("Accept-Encoding"));
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] content = gzip ? page.compressed() : page.content();
        response.setContentType(type);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static Page load(String name) {
        try (@Nullable
                InputStream input = GraphiQLServlet.class.getResourceAsStream("/io/fraiseql/server/graphiql/" + name)) {
            if (input == null) {
                throw new IllegalStateException("the jar lacks GraphiQL's " + name);
            }
            byte[] content = input.readAllBytes();
            Utf8Buffer compressed = new Utf8Buffer(content.length / 3);
            new GzipEncoder(LEVEL).encode(content, content.length, compressed);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            String tag = "W/\"" + Long.toHexString(checksum.getValue()) + "\"";
            return new Page(content, Arrays.copyOf(compressed.array(), compressed.length()), tag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Page(byte[] content, byte[] compressed, String tag) {}
}

package io.fraiseql.server.manage;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.server.http.Drain;
import io.fraiseql.server.http.ErrorBody;
import io.fraiseql.server.http.HttpErrorCode;
import io.fraiseql.server.http.HttpStatus;
import io.fraiseql.server.http.QueryString;
import io.fraiseql.server.http.RequestIds;
import io.fraiseql.spi.Secret;
import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/…}: what operators manage while the server runs, for those who send a token. Errors have GraphQL's form. */
public final class ManagementServlet extends HttpServlet {

    /** Where it is. */
    public static final String PATH = "/api";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ManagementServlet.class);
    private static final int LARGEST_BODY = 1 << 20;

    private final transient Operators operators;
    private final transient Drain drain;
    private final transient Map<String, Resource> resources = new LinkedHashMap<>();

    /** @param operators the tokens by the names of their owners */
    public ManagementServlet(Map<String, Secret> operators, Drain drain, Resource... resources) {
        this.operators = new Operators(operators);
        this.drain = drain;
        Arrays.stream(resources).forEach(resource -> this.resources.put(resource.name(), resource));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String requestId = RequestIds.of(request.getHeader(RequestIds.HEADER));
        response.setHeader(RequestIds.HEADER, requestId);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        boolean open = drain.begin();
        try {
            send(response, open ? answer(request) : refusal(Drain.stopping(), requestId));
        } catch (FraiseqlException e) {
            if (e.code() == CoreErrorCode.UNAUTHENTICATED) {
                response.setHeader("WWW-Authenticate", "Bearer");
            }
            refuse(response, e, requestId);
        } catch (RuntimeException e) {
            String message = "The server failed; its log has the cause under request id " + requestId;
            refuse(response, new FraiseqlException(CoreErrorCode.INTERNAL, message, e), requestId);
        } finally {
            drain.end();
        }
    }

    private Reply answer(HttpServletRequest request) throws IOException {
        String by = operators.identify(request.getHeader("Authorization"));
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        List<String> names =
                Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList();
        Resource resource = names.isEmpty() ? null : resources.get(names.get(0));
        if (resource == null) {
            throw Resource.nothing();
        }
        Call call =
                new Call(request.getMethod(), names.subList(1, names.size()), parameters(request), body(request), by);
        Reply reply = resource.answer(call);
        if (!call.method().equals("GET")) {
            LOG.info("{} {} by {}", call.method(), request.getRequestURI(), by);
        }
        return reply;
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        QueryString.parse(request.getQueryString()).forEach((name, values) -> {
            if (values.size() > 1) {
                throw Call.bad("the parameter `" + name + "` stands twice in the URL");
            }
            parameters.put(name, values.get(0));
        });
        return parameters;
    }

    private static String body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new FraiseqlException(
                    HttpErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than " + LARGEST_BODY + " bytes");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /** An answer that has begun is cut off, so that nobody takes it for whole. */
    private static void refuse(HttpServletResponse response, FraiseqlException error, String requestId)
            throws IOException {
        if (response.isCommitted()) {
            throw new IOException("the answer to " + requestId + " could not be written to its end", error);
        }
        response.resetBuffer();
        send(response, refusal(error, requestId));
    }

    private static Reply refusal(FraiseqlException error, String requestId) {
        ErrorCode code = error.code();
        int status = HttpStatus.of(code);
        if (status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            LOG.error("A request {} to manage failed", requestId, error);
        }
        Utf8Buffer body = new Utf8Buffer(256);
        ErrorBody.write(body, code, String.valueOf(error.getMessage()), requestId);
        return Reply.json(status, Arrays.copyOf(body.array(), body.length()));
    }

    private static void send(HttpServletResponse response, Reply reply) throws IOException {
        response.setStatus(reply.status());
        response.setContentType(reply.contentType());
        OutputStream out = response.getOutputStream();
        try {
            reply.content().write(bytes -> {
                try {
                    out.write(bytes);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

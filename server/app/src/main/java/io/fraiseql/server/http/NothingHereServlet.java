package io.fraiseql.server.http;

import io.fraiseql.core.json.Utf8Buffer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers for every path that nothing else answers for, in the form of all errors. */
final class NothingHereServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final String message;

    /** @param api whether there is something at other paths */
    NothingHereServlet(boolean api) {
        this.message = "There is nothing at this path; "
                + (api ? "GraphQL is at /graphql" : "this server answers no requests, events.roles has no api");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String requestId = RequestIds.of(request.getHeader(RequestIds.HEADER));
        Utf8Buffer body = new Utf8Buffer(256);
        ErrorBody.write(body, HttpErrorCode.NOT_FOUND, message, requestId);
        response.setStatus(HttpStatus.of(HttpErrorCode.NOT_FOUND));
        response.setHeader(RequestIds.HEADER, requestId);
        response.setContentType(ResponseType.JSON.contentType());
        response.setContentLength(body.length());
        response.getOutputStream().write(body.array(), 0, body.length());
    }
}

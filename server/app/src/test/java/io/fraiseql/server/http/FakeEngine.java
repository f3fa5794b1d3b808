package io.fraiseql.server.http;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.request.Outcome;
import io.fraiseql.core.request.StreamFormat;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;

/** An engine whose answer is told by the document's first word. */
final class FakeEngine implements GraphQLEngine {

    static final String DATA = "{\"data\":{\"answer\":42}}";
    static final String PARTIAL = "{\"errors\":[{\"message\":\"x\"}],\"data\":{\"answer\":null}}";
    static final String REFUSED = "{\"errors\":[{\"message\":\"x\",\"extensions\":{\"code\":\"y\"}}]}";

    final AtomicReference<GraphQLRequest> request = new AtomicReference<>();
    final AtomicReference<RequestContext> context = new AtomicReference<>();
    final CyclicBarrier held = new CyclicBarrier(2);
    final CountDownLatch go = new CountDownLatch(1);
    final Queue<FakeStream> streams = new ConcurrentLinkedQueue<>();

    @Override
    public Outcome execute(GraphQLRequest sent, RequestContext sentContext, Utf8Buffer out) {
        request.set(sent);
        context.set(sentContext);
        String document = String.valueOf(sent.document());
        return switch (document.split("[ {]", 2)[0]) {
            case "partial" -> answer(out, PARTIAL, true, CoreErrorCode.TIMEOUT, "query");
            case "invalid" -> answer(out, REFUSED, false, CoreErrorCode.GRAPHQL_VALIDATION_FAILED, "query");
            case "unparsable" -> answer(out, REFUSED, false, CoreErrorCode.GRAPHQL_PARSE_FAILED, "unknown");
            case "forbidden" -> answer(out, REFUSED, false, CoreErrorCode.FORBIDDEN, "query");
            case "down" -> answer(out, REFUSED, false, CoreErrorCode.UNAVAILABLE, "query");
            case "mutation" ->
                sent.readOnly()
                        ? answer(out, REFUSED, false, CoreErrorCode.OPERATION_RESOLUTION_FAILURE, "mutation")
                        : answer(out, DATA, true, null, "mutation");
            case "broken" -> throw new IllegalStateException("secret detail");
            case "large" -> answer(out, "{\"data\":\"" + "x".repeat(number(document)) + "\"}", true, null, "query");
            case "hold" -> hold(out);
            default -> answer(out, DATA, true, null, "query");
        };
    }

    /** {@code rows 5}, {@code endless} or {@code breaks}; anything else is refused. */
    @Override
    public Opened stream(GraphQLRequest sent, StreamFormat format, RequestContext sentContext, Utf8Buffer out) {
        request.set(sent);
        context.set(sentContext);
        String document = String.valueOf(sent.document());
        long rows =
                switch (document.split(" ", 2)[0]) {
                    case "rows" -> number(document);
                    case "endless", "breaks" -> Long.MAX_VALUE;
                    default -> -1;
                };
        if (rows < 0) {
            return new Opened(null, answer(out, REFUSED, false, CoreErrorCode.GRAPHQL_VALIDATION_FAILED, "query"));
        }
        FakeStream stream = new FakeStream(rows, document.equals("breaks"));
        streams.add(stream);
        stream.next(out);
        return new Opened(stream, new Outcome(true, null, "query", false));
    }

    private Outcome hold(Utf8Buffer out) {
        try {
            held.await();
            go.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        return answer(out, DATA, true, null, "query");
    }

    private static int number(String document) {
        return Integer.parseInt(document.split(" ")[1]);
    }

    private static Outcome answer(
            Utf8Buffer out, String body, boolean executed, @Nullable ErrorCode error, String type) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
        return new Outcome(executed, error, type, false);
    }
}

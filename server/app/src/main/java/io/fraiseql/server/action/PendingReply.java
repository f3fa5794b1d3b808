package io.fraiseql.server.action;

import io.fraiseql.spi.Nullable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Makes a reply of an answer as it comes. A body that is of no use is read only so that the connection can be used again: one that is long, or
 * does not come soon, is abandoned with its connection. Used by the client's threads, one after the other; {@link #await} by the caller's.
 */
final class PendingReply implements Response.Listener {

    private static final int MOST_BYTES = 65_536;
    private static final long SOON_MILLIS = 1_000;

    private final String host;
    private final Reply.Content wanted;
    private final Scheduler scheduler;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private String cut = "";
    private boolean answered;
    private Scheduler.@Nullable Task limit;

    /** @param scheduler of the client */
    PendingReply(String host, Reply.Content wanted, Scheduler scheduler) {
        this.host = host;
        this.wanted = wanted;
        this.scheduler = scheduler;
    }

    /**
     * Waits for the status and what is wanted besides.
     *
     * @throws ExecutionException when there was no answer, with the client's reason as its cause
     */
    Reply await(long nanos) throws ExecutionException, InterruptedException, TimeoutException {
        return reply.get(nanos, TimeUnit.NANOSECONDS);
    }

    /** Also called for what comes before the answer, such as 103. */
    @Override
    public void onHeaders(Response response) {
        int status = response.getStatus();
        if (HttpStatus.isInformational(status)) {
            return;
        }
        answered = true;
        boolean useful = wanted.of(status);
        if (!useful) {
            complete(response);
        }
        if (!useful || wanted == Reply.Content.ERRORS) {
            limit = scheduler.schedule(
                    () -> response.abort(new TimeoutException("the body took too long")),
                    SOON_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void onContent(Response response, ByteBuffer bytes) {
        byte[] taken = new byte[Math.min(bytes.remaining(), MOST_BYTES - content.size())];
        bytes.get(taken);
        content.writeBytes(taken);
        if (bytes.hasRemaining()) {
            cut = "its answer has more than " + MOST_BYTES + " bytes";
            response.abort(new IllegalStateException("the body is too long"));
        }
    }

    /** The end of all, good or bad, as it is called also when nothing was ever answered. */
    @Override
    public void onComplete(Result result) {
        if (limit != null) {
            limit.cancel();
        }
        Throwable failure = result.getFailure();
        if (failure != null && !answered) {
            reply.completeExceptionally(failure);
            return;
        }
        if (failure != null && cut.isEmpty()) {
            cut = NoAnswer.within(failure);
        }
        complete(result.getResponse());
    }

    private void complete(Response response) {
        reply.complete(new Reply(
                host,
                response.getStatus(),
                HttpFields.build(response.getHeaders()).asImmutable(),
                content.toByteArray(),
                cut));
    }
}

package io.fraiseql.server.action;

import io.fraiseql.spi.action.ActionFailedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.http.HttpException;

/** Says why a server gave no answer, in words that are not the client's. */
final class NoAnswer {

    private NoAnswer() {}

    /** What becomes of a delivery without an answer. */
    static ActionFailedException failure(String host, Throwable cause) {
        if (cause instanceof GuardedResolver.RefusedException) {
            return ActionFailedException.permanent(String.valueOf(cause.getMessage()), cause);
        }
        return ActionFailedException.temporary(host + before(cause), cause);
    }

    private static String before(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return " cannot be reached: there is no such host";
        }
        if (cause instanceof SSLException) {
            return " cannot be reached over TLS: " + OneLine.of(String.valueOf(cause.getMessage()));
        }
        if (cause instanceof ConnectException) {
            return " cannot be reached: it takes no connections";
        }
        if (cause instanceof SocketTimeoutException) {
            return " cannot be reached: no connection was made in time";
        }
        if (cause instanceof TimeoutException) {
            return " did not answer in time";
        }
        if (isNoHttp(cause)) {
            return " answered with what is not HTTP";
        }
        return cause instanceof IOException
                ? " closed the connection before it answered"
                : " cannot be reached: " + cause.getClass().getSimpleName();
    }

    /** Why there is only a part of an answer. */
    static String within(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return "its answer was not whole in time";
        }
        return isNoHttp(cause) ? "its answer is not HTTP" : "it closed the connection in the middle of its answer";
    }

    private static boolean isNoHttp(Throwable cause) {
        return cause instanceof HttpException || cause instanceof HttpResponseException;
    }
}

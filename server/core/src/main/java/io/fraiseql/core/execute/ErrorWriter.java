package io.fraiseql.core.execute;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.surface.GraphQLRequestException;
import io.fraiseql.core.surface.RequestError;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes errors as the GraphQL specification has them. */
final class ErrorWriter {

    private ErrorWriter() {}

    /** The whole answer to a request that could not be executed. */
    static void requestErrors(FraiseqlException error, RequestContext context, Utf8Buffer out) {
        out.clear();
        ascii(out, "{\"errors\":[");
        if (error instanceof GraphQLRequestException several) {
            String separator = "";
            for (RequestError one : several.errors()) {
                ascii(out, separator);
                separator = ",";
                ascii(out, "{\"message\":");
                out.string(one.message());
                locations(one.locations(), out);
                extensions(one.code().name(), context, out);
            }
        } else {
            error(error, null, context, out);
        }
        ascii(out, "]}");
    }

    /** One error object; {@code path} is the response key of the root field, null when no field is to blame. */
    static void error(FraiseqlException error, @Nullable String path, RequestContext context, Utf8Buffer out) {
        ascii(out, "{\"message\":");
        out.string(String.valueOf(error.getMessage()));
        if (path != null) {
            ascii(out, ",\"path\":[\"" + path + "\"]");
        }
        ascii(out, ",\"extensions\":{\"code\":\"" + error.code().name() + "\"");
        if (error instanceof BrokenConstraint broken) {
            constraint(broken, out);
        }
        requestId(context, out);
    }

    private static void constraint(BrokenConstraint broken, Utf8Buffer out) {
        ascii(out, ",\"constraint\":{\"kind\":\"" + broken.kind() + "\",\"fields\":[");
        String separator = "\"";
        for (String field : broken.fields()) {
            ascii(out, separator + field + "\"");
            separator = ",\"";
        }
        ascii(out, "]}");
    }

    private static void locations(List<RequestError.Location> locations, Utf8Buffer out) {
        if (locations.isEmpty()) {
            return;
        }
        String separator = ",\"locations\":[";
        for (RequestError.Location location : locations) {
            ascii(out, separator + "{\"line\":" + location.line() + ",\"column\":" + location.column() + "}");
            separator = ",";
        }
        ascii(out, "]");
    }

    private static void extensions(String code, RequestContext context, Utf8Buffer out) {
        ascii(out, ",\"extensions\":{\"code\":\"" + code + "\"");
        requestId(context, out);
    }

    private static void requestId(RequestContext context, Utf8Buffer out) {
        ascii(out, ",\"requestId\":");
        out.string(context.requestId());
        ascii(out, "}}");
    }

    private static void ascii(Utf8Buffer out, String text) {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}

package io.fraiseql.server.http;

import io.fraiseql.core.request.StreamFormat;
import io.fraiseql.spi.Nullable;
import java.util.Objects;

/** The media types of GraphQL answers. */
enum ResponseType {
    /** The legacy type: 200 for every request that could be read. */
    JSON("application/json", "application/json;charset=utf-8", null),
    /** The type whose status code tells whether the request was executed. */
    GRAPHQL_RESPONSE("application/graphql-response+json", "application/graphql-response+json;charset=utf-8", null),
    /** An operation's results as they come, each an event of GraphQL over SSE. */
    EVENT_STREAM("text/event-stream", "text/event-stream;charset=utf-8", null),
    /** The rows of one list, streamed: one JSON object a line. */
    NDJSON("application/x-ndjson", "application/x-ndjson;charset=utf-8", StreamFormat.NDJSON),
    /** The rows of one list, streamed. */
    CSV("text/csv", "text/csv;charset=utf-8;header=present", StreamFormat.CSV),
    /** The usual answer with one list, streamed. */
    STREAMED_JSON("application/json;stream=true", "application/json;charset=utf-8", StreamFormat.JSON);

    private final String mediaType;
    private final String contentType;
    private final @Nullable StreamFormat stream;

    ResponseType(String mediaType, String contentType, @Nullable StreamFormat stream) {
        this.mediaType = mediaType;
        this.contentType = contentType;
        this.stream = stream;
    }

    /** As in {@code Accept}. */
    String mediaType() {
        return mediaType;
    }

    /** As in {@code Content-Type}. */
    String contentType() {
        return contentType;
    }

    /** Whether answers of this type are streams; {@link #streamed} then has their format. */
    boolean streams() {
        return stream != null;
    }

    /** The format of a stream. */
    StreamFormat streamed() {
        return Objects.requireNonNull(stream, name());
    }
}

package io.fraiseql.server.http;

/** The media types of GraphQL answers. */
enum ResponseType {
    /** The legacy type: 200 for every request that could be read. */
    JSON("application/json", "application/json;charset=utf-8"),
    /** The type whose status code tells whether the request was executed. */
    GRAPHQL_RESPONSE("application/graphql-response+json", "application/graphql-response+json;charset=utf-8");

    private final String mediaType;
    private final String contentType;

    ResponseType(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    /** As in {@code Accept}. */
    String mediaType() {
        return mediaType;
    }

    /** As in {@code Content-Type}. */
    String contentType() {
        return contentType;
    }
}

package io.fraiseql.server.http;

import io.fraiseql.spi.Nullable;
import org.eclipse.jetty.server.Request;

/** What a client accepts: the qualities it gave to the types that matter here, -1 for those it did not name. */
final class Accept {

    private double response = -1;
    private double json = -1;
    private double lines = -1;
    private double csv = -1;
    private double streamedJson = -1;
    private double events = -1;
    private double html = -1;
    private double application = -1;
    private double anything = -1;

    private Accept() {}

    /** The type to answer with; null when none is acceptable. Allocates nothing for what clients usually send. */
    static @Nullable ResponseType negotiate(Request request) {
        String header = request.getHeaders().get("Accept");
        if (header == null || header.equals("*/*") || header.equals("application/json")) {
            return ResponseType.JSON;
        }
        if (header.equals("application/graphql-response+json")) {
            return ResponseType.GRAPHQL_RESPONSE;
        }
        return parse(request).responseType();
    }

    /** Whether a web page is wanted rather than an answer, as browsers do. */
    static boolean prefersHtml(Request request) {
        Accept accept = parse(request);
        return accept.html > Math.max(accept.quality(accept.response), accept.quality(accept.json));
    }

    /** Whether an event stream may be the answer to a subscription. */
    static boolean takesEvents(Request request) {
        String header = request.getHeaders().get("Accept");
        return header != null && header.contains("text/event-stream") && parse(request).events > 0;
    }

    private static Accept parse(Request request) {
        Accept accept = new Accept();
        for (String header : request.getHeaders().getValuesList("Accept")) {
            for (String element : header.split(",", -1)) {
                accept.add(MediaRange.parse(element));
            }
        }
        return accept;
    }

    /** A stream has to be named; then it goes before an answer that is liked as much. */
    private @Nullable ResponseType responseType() {
        if (events > Math.max(response, json)) {
            return ResponseType.EVENT_STREAM;
        }
        double stream = Math.max(lines, Math.max(csv, streamedJson));
        if (stream > 0 && stream >= Math.max(response, json)) {
            return lines == stream
                    ? ResponseType.NDJSON
                    : csv == stream ? ResponseType.CSV : ResponseType.STREAMED_JSON;
        }
        return answerType();
    }

    private @Nullable ResponseType answerType() {
        double responseQuality = quality(response);
        double jsonQuality = quality(json);
        if (responseQuality <= 0 && jsonQuality <= 0) {
            return null;
        }
        boolean named = response > 0;
        boolean preferred = responseQuality > jsonQuality || named && responseQuality == jsonQuality;
        return preferred ? ResponseType.GRAPHQL_RESPONSE : ResponseType.JSON;
    }

    private double quality(double exact) {
        if (exact >= 0) {
            return exact;
        }
        return application >= 0 ? application : Math.max(anything, 0);
    }

    private void add(MediaRange range) {
        double quality = range.utf8() ? range.quality() : 0;
        switch (range.type()) {
            case "application/graphql-response+json" -> response = Math.max(response, quality);
            case "application/json" -> {
                if (range.streamed()) {
                    streamedJson = Math.max(streamedJson, quality);
                } else {
                    json = Math.max(json, quality);
                }
            }
            case "application/x-ndjson" -> lines = Math.max(lines, quality);
            case "text/csv" -> csv = Math.max(csv, quality);
            case "text/event-stream" -> events = Math.max(events, quality);
            case "text/html" -> html = Math.max(html, quality);
            case "application/*" -> application = Math.max(application, quality);
            case "*/*" -> anything = Math.max(anything, quality);
            default -> {
                // a type that is never served
            }
        }
    }
}

package io.fraiseql.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What the server answered to one plain HTTP request. */
record HttpAnswer(int status, String allow, String body) {

    private static final int TIMEOUT_MILLIS = 60_000;

    static HttpAnswer get(int port, String path) throws IOException {
        return of(open(port, path));
    }

    static HttpAnswer post(int port, String contentType, byte[] body) throws IOException {
        HttpURLConnection connection = open(port, "/graphql");
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", contentType);
        connection.setRequestProperty("Accept", "application/graphql-response+json, application/json;q=0.5");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        return of(connection);
    }

    /** Posts a document without variables. */
    static HttpAnswer query(int port, String document) throws IOException {
        String text = document.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
        return json(port, "{\"query\":\"" + text + "\"}");
    }

    static HttpAnswer json(int port, String body) throws IOException {
        return post(port, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpURLConnection open(int port, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection;
    }

    private static HttpAnswer of(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        String allow = connection.getHeaderField("Allow");
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new HttpAnswer(status, allow == null ? "" : allow, body);
        }
    }
}

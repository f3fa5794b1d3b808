package io.fraiseql.distribution;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A stream of NATS as somebody sees it who knows nothing of the server. */
final class TestStream implements AutoCloseable {

    private static final int NO_SUCH_STREAM = 404;

    private final Connection connection;
    private final JetStreamManagement management;
    private final String name;

    private TestStream(Options.Builder options, String name) throws Exception {
        this.connection = Nats.connect(
                options.maxReconnects(-1).errorListener(new ErrorListener() {}).build());
        this.management = connection.jetStreamManagement();
        this.name = name;
    }

    /** One that somebody else made, or will make. */
    static TestStream at(String url, String name) throws Exception {
        return new TestStream(Options.builder().server(url), name);
    }

    /** One for these subjects, made now. */
    static TestStream create(String url, String name, String subjects) throws Exception {
        return create(Options.builder().server(url), name, subjects);
    }

    /** The same for who must log in. */
    static TestStream create(Options.Builder options, String name, String subjects) throws Exception {
        TestStream stream = new TestStream(options, name);
        stream.management.addStream(
                StreamConfiguration.builder().name(name).subjects(subjects).build());
        return stream;
    }

    /** Every message, in their order; none while there is no stream or NATS does not answer. */
    List<MessageInfo> messages() {
        try {
            var state = management.getStreamInfo(name).getStreamState();
            List<MessageInfo> messages = new ArrayList<>();
            for (long at = Math.max(1, state.getFirstSequence()); at <= state.getLastSequence(); at++) {
                messages.add(management.getMessage(name, at));
            }
            return messages;
        } catch (IOException e) {
            return List.of();
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() == NO_SUCH_STREAM) {
                return List.of();
            }
            throw new IllegalStateException(e);
        }
    }

    JetStreamManagement management() {
        return management;
    }

    static String id(MessageInfo message) {
        return message.getHeaders().getFirst("Nats-Msg-Id");
    }

    static String body(MessageInfo message) {
        return new String(message.getData(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        connection.close();
    }
}

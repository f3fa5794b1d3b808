package io.fraiseql.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

final class LogsTest {

    @Test
    void logsTheCauseUnderTheRequestId() {
        try (TestingServer server = new TestingServer(new FakeEngine());
                Captured log = new Captured("io.fraiseql")) {
            server.send(server.graphql("broken").header("X-Request-Id", "id1"));

            Waiting.until(() -> !log.events.isEmpty());
            ILoggingEvent event = log.events.get(0);
            assertThat(event.getMDCPropertyMap()).containsEntry("requestId", "id1");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("secret detail");
            assertThat(log.events).hasSize(1);
        }
    }

    @Test
    void aRequestLeavesNoIdBehind() {
        try (TestingServer server = new TestingServer(new FakeEngine(), accessLog(), 4);
                Captured log = new Captured("io.fraiseql.access")) {
            server.send(server.graphql("query").header("X-Request-Id", "id2"));
            server.send(server.graphql("query"));

            Waiting.until(() -> log.events.size() == 2);
            assertThat(log.events.get(0).getMDCPropertyMap()).containsEntry("requestId", "id2");
            assertThat(log.events.get(1).getMDCPropertyMap().get("requestId")).matches("[0-9a-f]{16}");
        }
    }

    @Test
    void theAccessLogTellsStatusAndSize() {
        try (TestingServer server = new TestingServer(new FakeEngine(), accessLog(), 4);
                Captured log = new Captured("io.fraiseql.access")) {
            server.send(server.graphql("query"));

            Waiting.until(() -> log.events.size() == 1);
            List<KeyValuePair> pairs = log.events.get(0).getKeyValuePairs();
            assertThat(pairs)
                    .extracting(pair -> pair.key + "=" + pair.value)
                    .contains("method=POST", "path=/graphql", "status=200", "bytes=" + FakeEngine.DATA.length());
        }
    }

    private static HttpConfig accessLog() {
        HttpConfig base = TestingServer.CONFIG;
        return new HttpConfig(
                false,
                base.maxBody(),
                base.timeout(),
                true,
                base.admission(),
                base.cors(),
                base.compression(),
                base.drain(),
                base.export(),
                base.subscriptions());
    }

    private static final class Captured extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
        private final Logger logger;

        Captured(String name) {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            logger = context.getLogger(name);
            setContext(context);
            start();
            logger.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }

        @Override
        public void close() {
            logger.detachAppender(this);
        }
    }
}

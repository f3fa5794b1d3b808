package io.fraiseql.server.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

final class JsonLayoutTest {

    private final LoggerContext context = new LoggerContext();

    @Test
    void writesALineOfJson() throws Exception {
        LoggingEvent event = new LoggingEvent(
                "x",
                context.getLogger("io.fraiseql.x"),
                Level.ERROR,
                "a \"{}\"\nb",
                new IllegalStateException("why"),
                new Object[] {1});
        event.setMDCPropertyMap(Map.of("requestId", "id1"));
        event.addKeyValuePair(new KeyValuePair("status", 200));
        event.addKeyValuePair(new KeyValuePair("path", "/graphql"));

        String line =
                new JsonLayoutFactory().build(context, TimeZone.getDefault()).doLayout(event);
        JsonNode tree = new ObjectMapper().readTree(line);

        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        assertThat(tree.path("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(tree.path("level").asText()).isEqualTo("ERROR");
        assertThat(tree.path("logger").asText()).isEqualTo("io.fraiseql.x");
        assertThat(tree.path("message").asText()).isEqualTo("a \"1\"\nb");
        assertThat(tree.path("requestId").asText()).isEqualTo("id1");
        assertThat(tree.path("status").asInt()).isEqualTo(200);
        assertThat(tree.path("path").asText()).isEqualTo("/graphql");
        assertThat(tree.path("exception").asText()).startsWith("java.lang.IllegalStateException: why");
    }
}

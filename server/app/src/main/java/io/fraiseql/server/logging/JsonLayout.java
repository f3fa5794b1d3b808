package io.fraiseql.server.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object a line: {@code timestamp, level, logger, thread, message}, then the diagnostic context (with {@code requestId}), the
 * event's own keys, and {@code exception} with the stack. Thread-safe.
 */
public final class JsonLayout extends LayoutBase<ILoggingEvent> {

    private final JsonFactory json = new JsonFactory();

    @Override
    public String doLayout(ILoggingEvent event) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator generator = json.createGenerator(line)) {
            generator.writeStartObject();
            write(event, generator);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.append('\n').toString();
    }

    private static void write(ILoggingEvent event, JsonGenerator generator) throws IOException {
        generator.writeStringField("timestamp", event.getInstant().toString());
        generator.writeStringField("level", event.getLevel().toString());
        generator.writeStringField("logger", event.getLoggerName());
        generator.writeStringField("thread", event.getThreadName());
        generator.writeStringField("message", event.getFormattedMessage());
        for (Map.Entry<String, String> entry : event.getMDCPropertyMap().entrySet()) {
            generator.writeStringField(entry.getKey(), entry.getValue());
        }
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            for (KeyValuePair pair : pairs) {
                generator.writeFieldName(pair.key);
                value(pair.value, generator);
            }
        }
        if (event.getThrowableProxy() != null) {
            generator.writeStringField("exception", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    private static void value(Object value, JsonGenerator generator) throws IOException {
        if (value instanceof Number || value instanceof Boolean) {
            generator.writeRawValue(value.toString());
        } else {
            generator.writeString(String.valueOf(value));
        }
    }
}

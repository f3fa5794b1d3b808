package io.fraiseql.server.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.layout.DiscoverableLayoutFactory;
import java.util.TimeZone;

/** {@code layout: {type: json}} of an appender in the {@code logging} section. Times are in UTC whatever the zone. */
@JsonTypeName("json")
public final class JsonLayoutFactory implements DiscoverableLayoutFactory<ILoggingEvent> {

    @Override
    public LayoutBase<ILoggingEvent> build(LoggerContext context, TimeZone timeZone) {
        JsonLayout layout = new JsonLayout();
        layout.setContext(context);
        return layout;
    }
}

package io.fraiseql.server.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.dropwizard.logging.common.ConsoleAppenderFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import java.util.List;

/** The logging of a server whose configuration says nothing of it. */
public final class JsonLogging {

    private JsonLogging() {}

    /** JSON lines on standard output, level INFO. */
    public static DefaultLoggingFactory defaults() {
        ConsoleAppenderFactory<ILoggingEvent> console = new ConsoleAppenderFactory<>();
        console.setLayout(new JsonLayoutFactory());
        DefaultLoggingFactory logging = new DefaultLoggingFactory();
        logging.setAppenders(List.of(console));
        return logging;
    }
}

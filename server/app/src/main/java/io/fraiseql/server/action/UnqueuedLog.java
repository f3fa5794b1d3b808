package io.fraiseql.server.action;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AsyncAppenderBase;
import com.google.common.collect.Streams;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Has a logger write where it wrote before, but without the queue in front: a queue loses its lines when the process is
 * killed, and leaves some out when it is nearly full.
 */
final class UnqueuedLog {

    private UnqueuedLog() {}

    /** Called when the logging is configured. Calling it again changes nothing. */
    static void apply(String name) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger logger = context.getLogger(name);
        List<Appender<ILoggingEvent>> before = appenders(logger).toList();
        List<Appender<ILoggingEvent>> places =
                inherited(context, name).flatMap(UnqueuedLog::places).toList();
        before.forEach(logger::detachAppender);
        places.forEach(logger::addAppender);
        logger.setAdditive(false);
    }

    private static Stream<Appender<ILoggingEvent>> inherited(LoggerContext context, String name) {
        Logger logger = context.getLogger(name);
        if (!logger.isAdditive() || name.equals(Logger.ROOT_LOGGER_NAME)) {
            return appenders(logger);
        }
        int end = name.lastIndexOf('.');
        String parent = end < 0 ? Logger.ROOT_LOGGER_NAME : name.substring(0, end);
        return Stream.concat(appenders(logger), inherited(context, parent));
    }

    private static Stream<Appender<ILoggingEvent>> places(Appender<ILoggingEvent> appender) {
        return appender instanceof AsyncAppenderBase<ILoggingEvent> queue
                ? Streams.stream(queue.iteratorForAppenders())
                : Stream.of(appender);
    }

    private static Stream<Appender<ILoggingEvent>> appenders(Logger logger) {
        return Streams.stream(logger.iteratorForAppenders());
    }
}

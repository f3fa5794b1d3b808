package io.fraiseql.server.action;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What must not be lost with a killed process is written before the call returns. */
class UnqueuedLogTest {

    private final Logger parent = (Logger) LoggerFactory.getLogger("unqueued");
    private final Logger logger = (Logger) LoggerFactory.getLogger("unqueued.lines");
    private final ListAppender<ILoggingEvent> place = new ListAppender<>();
    private final AsyncAppender queue = new AsyncAppender();

    @BeforeEach
    void queueThatIsNeverEmptied() {
        parent.setLevel(Level.INFO);
        place.start();
        queue.addAppender(place);
        parent.addAppender(queue);
        parent.setAdditive(false);
    }

    @AfterEach
    void detach() {
        parent.detachAndStopAllAppenders();
        logger.detachAndStopAllAppenders();
        logger.setAdditive(true);
    }

    @Test
    void linesAreWrittenOnceAndAtOnce() {
        UnqueuedLog.apply(logger.getName());
        UnqueuedLog.apply(logger.getName());
        logger.info("one");
        assertThat(place.list).extracting(ILoggingEvent::getMessage).containsExactly("one");
        parent.info("two");
        assertThat(place.list).as("the others keep their queue").hasSize(1);
    }

    @Test
    void aLoggerWithPlacesOfItsOwnKeepsThem() {
        ListAppender<ILoggingEvent> own = new ListAppender<>();
        own.start();
        logger.addAppender(own);
        logger.setAdditive(false);
        UnqueuedLog.apply(logger.getName());
        logger.info("one");
        assertThat(own.list).hasSize(1);
        assertThat(place.list).isEmpty();
    }
}

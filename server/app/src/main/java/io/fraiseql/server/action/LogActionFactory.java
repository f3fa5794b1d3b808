package io.fraiseql.server.action;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.action.Template;
import io.fraiseql.spi.host.PluginContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The action {@code log}: a line in the server's log, which is written before the action is done. */
public final class LogActionFactory implements ActionFactory<LogActionFactory.Config, LogActionFactory.Parameters> {

    /** The name that rules write. */
    public static final String NAME = "log";

    private static final Logger LOG = LoggerFactory.getLogger("fraiseql.observer");

    /** There is nothing to configure. */
    public record Config() {}

    /** What a rule says. */
    public record Parameters(
            @Default("info") @Help("The level of the line") Level level,
            @Help("What it says") Template message) {}

    /** The levels of the log. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Config> configType() {
        return Config.class;
    }

    @Override
    public Class<Parameters> parametersType() {
        return Parameters.class;
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    /** Values cannot begin a line of their own. */
    @Override
    public Action<Parameters> create(Config config, PluginContext context) {
        UnqueuedLog.apply(LOG.getName());
        return (parameters, delivery) -> {
            String message = parameters.message().render(delivery.event(), Template.Escape.NONE);
            LOG.atLevel(org.slf4j.event.Level.valueOf(parameters.level().name()))
                    .addKeyValue("rule", delivery.rule())
                    .addKeyValue("event", delivery.event().id())
                    .log(OneLine.of(message));
        };
    }
}

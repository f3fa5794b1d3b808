package io.fraiseql.server.plugin;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.event.Event;
import java.util.Optional;

/** An action that a plugin, or the server itself, offers to rules. */
public final class ActionOffer<P extends Record> extends Offer<Action<P>> {

    private static final String SERVER = "fraiseql";

    private final Class<P> parametersType;
    private final boolean repeatable;

    ActionOffer(PluginCalls calls, ActionFactory<?, P> factory) {
        super(calls, factory);
        this.parametersType = calls.boot("give the parameters of '" + name() + "'", factory::parametersType);
        this.repeatable = calls.boot("say whether '" + name() + "' is repeatable", factory::repeatable);
    }

    /** One of the server's own. */
    public static <P extends Record> ActionOffer<P> builtIn(ActionFactory<?, P> factory) {
        return new ActionOffer<>(new PluginCalls(SERVER, ActionOffer.class.getClassLoader()), factory);
    }

    /** The record of a rule's parameters. */
    public Class<P> parametersType() {
        return parametersType;
    }

    /** Whether doing it twice does no harm. */
    public boolean repeatable() {
        return repeatable;
    }

    @Override
    Action<P> hosted(Action<P> action) {
        return new Action<>() {
            @Override
            public void check(P parameters) {
                calls().call(() -> {
                    action.check(parameters);
                    return parameters;
                });
            }

            @Override
            public String endpoint(P parameters, Event event) {
                return calls().call(() -> action.endpoint(parameters, event));
            }

            @Override
            public @Nullable String ping() {
                return calls().call(() -> Optional.ofNullable(action.ping())).orElse(null);
            }

            @Override
            public void run(P parameters, Delivery delivery) {
                calls().call(() -> {
                    action.run(parameters, delivery);
                    return delivery;
                });
            }
        };
    }
}

package io.fraiseql.server.plugin;

import io.fraiseql.spi.state.Claim;
import io.fraiseql.spi.state.Grant;
import io.fraiseql.spi.state.StateStore;
import io.fraiseql.spi.state.StateStoreFactory;
import java.time.Duration;

/** A store of shared state that a plugin offers. */
public final class StateStoreOffer extends Offer<StateStore> {

    StateStoreOffer(PluginCalls calls, StateStoreFactory<?> factory) {
        super(calls, factory);
    }

    @Override
    StateStore hosted(StateStore store) {
        return new Hosted(calls(), store);
    }

    private record Hosted(PluginCalls calls, StateStore store) implements StateStore {

        @Override
        public Claim claim(String key, String holder, Duration lease) {
            return calls.call(() -> store.claim(key, holder, lease));
        }

        @Override
        public void finish(String key, Duration kept) {
            calls.run(() -> store.finish(key, kept));
        }

        @Override
        public void release(String key, String holder) {
            calls.run(() -> store.release(key, holder));
        }

        @Override
        public Grant take(String bucket, double perSecond, int most) {
            return calls.call(() -> store.take(bucket, perSecond, most));
        }

        @Override
        public String ping() {
            return calls.call(store::ping);
        }

        @Override
        public void close() {
            calls.run(store::close);
        }
    }
}

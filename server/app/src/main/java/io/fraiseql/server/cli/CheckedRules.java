package io.fraiseql.server.cli;

import io.fraiseql.core.model.Model;
import io.fraiseql.core.observer.RuleVersions;
import io.fraiseql.server.action.CachedResults;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.ObserversConfig;
import io.fraiseql.server.engine.ServedResults;
import io.fraiseql.server.observer.RuleBook;
import io.fraiseql.server.observer.RuleLoader;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.host.PluginContext;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The rules as a server would have them, with their actions, of which none is done. */
final class CheckedRules {

    private CheckedRules() {}

    /**
     * Reads them.
     *
     * @param managed those that are managed while servers run; null to leave them out
     * @throws io.fraiseql.spi.error.FraiseqlException {@code INVALID_CONFIGURATION} with everything that is wrong in the schema and the
     *     configuration
     */
    static RuleBook of(
            FraiseqlConfiguration configuration, Model model, @Nullable RuleVersions managed, PluginContext context) {
        ObserversConfig observers = configuration.section(ObserversConfig.class);
        Map<String, Record> parts = new TreeMap<>(configuration.actions());
        parts.putAll(
                observers.actions().parts((statement, rows, values, id, deadline) -> onlyChecked(), new Types(model)));
        return RuleBook.of(RuleLoader.of(configuration, parts, context), model, observers, managed);
    }

    private static void onlyChecked() {
        throw new IllegalStateException("rules that are only checked do nothing");
    }

    private record Types(Model model) implements CachedResults {

        @Override
        public void require(Collection<String> types) {
            ServedResults.require(model, types);
        }

        @Override
        public void forget(Collection<String> types) {
            onlyChecked();
        }

        @Override
        public void forgetAll() {
            onlyChecked();
        }
    }
}

package io.fraiseql.core.execute;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fraiseql.core.plan.OperationPlan;
import io.fraiseql.core.plan.OperationPlanner;
import io.fraiseql.core.surface.Surface;
import io.fraiseql.spi.Nullable;
import java.util.Map;

/**
 * Operations and their plans, kept for the next request: an operation by its text and name, a plan by its operation and the shape of its
 * variables. A hit parses, validates and renders nothing. Thread-safe.
 */
final class PlanCache {

    private final Surface surface;
    private final OperationPlanner planner;
    private final EngineStatistics statistics;
    private final Cache<OperationKey, PreparedOperation> operations;
    private final Cache<PlanKey, OperationPlan> plans;

    private record OperationKey(String document, @Nullable String operationName) {}

    private record PlanKey(PreparedOperation operation, String shape) {}

    PlanCache(Surface surface, OperationPlanner planner, EngineStatistics statistics, int size) {
        this.surface = surface;
        this.planner = planner;
        this.statistics = statistics;
        this.operations = newCache(size).build();
        this.plans = newCache(size)
                .evictionListener((key, plan, cause) -> statistics.planEvictions.increment())
                .build();
    }

    /** Its upkeep is done by whoever calls, not handed to another thread. */
    private static Caffeine<Object, Object> newCache(int size) {
        return Caffeine.newBuilder().maximumSize(size).executor(Runnable::run);
    }

    long size() {
        return plans.estimatedSize();
    }

    PreparedOperation prepare(String document, @Nullable String operationName) {
        OperationKey key = new OperationKey(document, operationName);
        PreparedOperation known = operations.getIfPresent(key);
        if (known != null) {
            return known;
        }
        statistics.parses.increment();
        statistics.validations.increment();
        PreparedOperation prepared = new PreparedOperation(surface.parse(document, operationName), surface.schema());
        operations.put(key, prepared);
        return prepared;
    }

    /** The plan; {@code found} tells whether it was at hand. */
    Found plan(PreparedOperation operation, Map<String, Object> variables) {
        if (operation.introspects) {
            return new Found(compile(operation, variables), false);
        }
        PlanKey key = new PlanKey(operation, operation.shape.of(variables));
        OperationPlan known = plans.getIfPresent(key);
        if (known != null) {
            statistics.planHits.increment();
            return new Found(known, true);
        }
        OperationPlan plan = compile(operation, variables);
        plans.put(key, plan);
        return new Found(plan, false);
    }

    private OperationPlan compile(PreparedOperation operation, Map<String, Object> variables) {
        statistics.planMisses.increment();
        statistics.renders.increment();
        Map<String, byte[]> introspection =
                operation.introspects ? surface.introspect(operation.parsed, variables) : Map.of();
        return planner.plan(operation.parsed, variables, introspection);
    }

    /** A plan and whether it was kept from an earlier request. */
    record Found(OperationPlan plan, boolean cached) {}
}

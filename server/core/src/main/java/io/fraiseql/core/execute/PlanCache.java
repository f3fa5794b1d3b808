package io.fraiseql.core.execute;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fraiseql.core.plan.OperationPlan;
import io.fraiseql.core.plan.OperationPlanner;
import io.fraiseql.core.surface.Surface;
import io.fraiseql.spi.Nullable;
import java.util.HashMap;
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
    private final Map<OperationKey, PreparedOperation> pinnedOperations = new HashMap<>();
    private final Map<PlanKey, OperationPlan> pinnedPlans = new HashMap<>();

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
        PreparedOperation pinned = pinnedOperations.get(key);
        PreparedOperation prepared = pinned == null ? parse(document, operationName) : pinned;
        return first(operations, key, prepared);
    }

    /** What was kept first, when several requests made the same: they then share one, and the results cached for it. */
    private static <K, V> V first(Cache<K, V> cache, K key, V made) {
        V other = cache.asMap().putIfAbsent(key, made);
        return other == null ? made : other;
    }

    private PreparedOperation parse(String document, @Nullable String operationName) {
        statistics.parses.increment();
        statistics.validations.increment();
        return new PreparedOperation(surface.parse(document, operationName), surface.schema());
    }

    /**
     * Makes a document with one operation ready for good, with its plan for one shape of variables. Called before the first request.
     *
     * @param variables typed, of that shape
     */
    void pin(String document, Map<String, Object> variables) {
        PreparedOperation operation = parse(document, null);
        pinnedOperations.put(new OperationKey(document, null), operation);
        String name = operation.parsed.operation().getName();
        if (name != null) {
            pinnedOperations.put(new OperationKey(document, name), operation);
        }
        if (!operation.introspects) {
            pinnedPlans.put(new PlanKey(operation, operation.shape.of(variables)), compile(operation, variables));
        }
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
        OperationPlan pinned = pinnedPlans.get(key);
        if (pinned != null) {
            statistics.planHits.increment();
            plans.put(key, pinned);
            return new Found(pinned, true);
        }
        return new Found(first(plans, key, compile(operation, variables)), false);
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

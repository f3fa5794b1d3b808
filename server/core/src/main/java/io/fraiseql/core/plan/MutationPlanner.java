package io.fraiseql.core.plan;

import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.Dialect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans the root fields of mutations. Thread-safe. */
final class MutationPlanner {

    private static final List<String> ROW_ARGUMENTS =
            List.of(SurfaceNames.INPUT, SurfaceNames.INPUTS, SurfaceNames.SET, SurfaceNames.ON_CONFLICT);

    private final Model model;
    private final Dialect dialect;
    private final PlanOptions options;
    private final WriteTargets targets;

    MutationPlanner(Model model, Dialect dialect, PlanOptions options) {
        this.model = model;
        this.dialect = dialect;
        this.options = options;
        this.targets = new WriteTargets(model, dialect);
    }

    UploadTables uploads() {
        return new UploadTables(model, targets, dialect.name());
    }

    long rendered() {
        return targets.statements().rendered();
    }

    RootPlan plan(SelectedField selected, ArgumentReader reader, FieldCollector collector, FieldArguments arguments) {
        Mutation mutation = model.mutations().get(selected.name());
        if (mutation == null) {
            throw new IllegalStateException("no mutation " + selected.name());
        }
        ReadBack readBack = new ReadBack(model, dialect, options, reader, collector, arguments);
        if (mutation.operation() == Mutation.Operation.CUSTOM) {
            return new CallPlanner(new PlanContext(model, dialect, options, reader), readBack, collector)
                    .plan(mutation, selected, arguments);
        }
        WriteTarget target = targets.of(mutation);
        PlanContext finding = new PlanContext(model, dialect, options, reader, true);
        Map<String, Argument> given =
                arguments.some(SurfaceNames.MUTATION, selected.first(), name -> !ROW_ARGUMENTS.contains(name));
        return new RootPlan.Write(
                selected.key(),
                RootPlan.label(selected.key()),
                mutation,
                target,
                new RowFinder(finding, target, mutation).find(selected.first(), given),
                inputs(selected, arguments, target),
                readBack.plan(mutation, target, selected));
    }

    private static Map<String, BindSource> inputs(
            SelectedField selected, FieldArguments arguments, WriteTarget target) {
        Map<String, BindSource> inputs = new HashMap<>();
        for (String name : ROW_ARGUMENTS) {
            put(inputs, name, arguments.whole(SurfaceNames.MUTATION, selected.first(), name));
        }
        WriteColumn version = target.version();
        if (version != null) {
            String name = version.field();
            put(inputs, name, arguments.whole(SurfaceNames.MUTATION, selected.first(), name));
        }
        return inputs;
    }

    private static void put(Map<String, BindSource> inputs, String name, @Nullable BindSource source) {
        if (source != null) {
            inputs.put(name, source);
        }
    }
}

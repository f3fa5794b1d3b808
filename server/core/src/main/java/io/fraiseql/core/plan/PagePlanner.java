package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.RootField;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Capability;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Plans a root list with lists below it for being read in pages. */
final class PagePlanner {

    private final RootField field;
    private final SelectedField selected;
    private final Map<String, Argument> arguments;
    private final FieldCollector collector;
    private final FieldArguments fieldArguments;
    private final Supplier<PlanContext> contexts;

    /**
     * @param contexts a new one for each statement
     */
    PagePlanner(
            RootField field,
            SelectedField selected,
            Map<String, Argument> arguments,
            FieldCollector collector,
            FieldArguments fieldArguments,
            Supplier<PlanContext> contexts) {
        this.field = field;
        this.selected = selected;
        this.arguments = arguments;
        this.collector = collector;
        this.fieldArguments = fieldArguments;
        this.contexts = contexts;
    }

    /** @param ordered whether a list with an order of its own is one page */
    PagedPlan plan(boolean ordered) {
        ListArguments list = ListArguments.of(arguments);
        boolean own = list.offset() != null || list.orderBy() != null;
        if (list.limit() != null || ordered && own) {
            return new PagedPlan(statement(context -> null), null);
        }
        refuse(list.offset() != null, "offset");
        refuse(list.orderBy() != null, "orderBy");
        contexts.get().require(Capability.CONSISTENT_READS, "a streamed list with lists below it");
        return new PagedPlan(
                statement(context -> new KeysetPage(context, false)),
                statement(context -> new KeysetPage(context, true)));
    }

    private PagedPlan.Page statement(Function<PlanContext, @Nullable KeysetPage> pages) {
        PlanContext context = contexts.get();
        KeysetPage page = pages.apply(context);
        SelectionPlanner selections = new SelectionPlanner(context, collector, fieldArguments);
        new RootPlanner(context, selections).rows(field, arguments, selected, page);
        return new RootAssembly(context, selections.levels()).page(field, selected.key(), page);
    }

    private static void refuse(boolean given, String argument) {
        if (given) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "a streamed list with lists below it is read in the order of its key; leave out '" + argument
                            + "', give it a 'limit', or select no lists");
        }
    }
}

package io.fraiseql.core.plan;

import graphql.language.SelectionSet;
import io.fraiseql.core.cursor.PackedColumns;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.plan.ListOpening.Opened;
import io.fraiseql.core.plan.RowProgram.Kind;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plans a connection: a keyset page of rows, their texts, and what stands around them. */
final class ConnectionPlanner {

    private final PlanContext context;
    private final FieldCollector collector;
    private final SelectionPlanner selections;
    private final ListPlanner lists;

    ConnectionPlanner(PlanContext context, FieldCollector collector, SelectionPlanner selections) {
        this.context = context;
        this.collector = collector;
        this.selections = selections;
        this.lists = new ListPlanner(context);
    }

    /**
     * Plans a connection.
     *
     * @param name of the list, which its cursors are bound to
     * @param type of the list
     * @return the level of the page
     */
    Level plan(ListOpening list, String name, TypeRef type, Map<String, Argument> arguments, SelectedField selected) {
        PageChoice choice = PageChoice.of(arguments);
        Opened opened = list.open();
        Map<String, Field> fields = context.fields(type);
        List<SortKey> order =
                new OrderPlanner(context, opened.joins()).keys(arguments.get("orderBy"), fields, opened.row());
        long head = SortKey.head(name, order);
        Level level = opened.level();
        bound(level, order, head, choice);
        Walk walk = new Walk(opened, type.name(), order, head);
        walk.connection(selected.selections());
        BindSource size = page(level, choice, walk);
        int count = -1;
        if (walk.counted) {
            Level counting = list.open().level();
            counting.grouped = true;
            int column = counting.column(SqlAggregation.Aggregate.count(), new ValueType(ColumnType.BIGINT, null));
            counting.program.value(Kind.COUNT, column, false, name);
            count = counting.id;
        }
        level.form = new BranchForm.Connection(
                walk.parts, size, choice.backward(), choice.after() != null, choice.before() != null, count);
        return level;
    }

    private void bound(Level level, List<SortKey> order, long head, PageChoice choice) {
        List<SortKey> reversed = new ArrayList<>();
        order.forEach(key -> reversed.add(key.reversed()));
        List<SqlExpr> conditions = new ArrayList<>();
        if (level.where != null) {
            conditions.add(level.where);
        }
        if (choice.after() != null) {
            conditions.add(KeysetPlanner.after(context, order, head, SurfaceNames.AFTER, choice.after()));
        }
        if (choice.before() != null) {
            conditions.add(KeysetPlanner.after(context, reversed, head, SurfaceNames.BEFORE, choice.before()));
        }
        level.where = Conditions.all(conditions);
        (choice.backward() ? reversed : order).forEach(key -> level.order.add(key.term()));
    }

    /** The size of the page. One more row is read when somebody asks whether there is one. */
    private @Nullable BindSource page(Level level, PageChoice choice, Walk walk) {
        BindSource size = choice.backward()
                ? lists.size(SurfaceNames.LAST, choice.last())
                : lists.size(SurfaceNames.FIRST, choice.first());
        if (size == null) {
            return null;
        }
        boolean probes = choice.backward() ? walk.previousAsked : walk.nextAsked;
        SqlExpr read = lists.expression(probes ? ListPlanner.sum(size, new BindSource.Constant(1L)) : size);
        level.visible = probes && !level.children.isEmpty() ? lists.expression(size) : null;
        level.page = new PageArguments(read, null, read);
        return size;
    }

    /** The way through a connection's selection: texts of rows go into the level's program, the rest becomes parts. */
    private final class Walk {

        private final Opened at;
        private final String rowType;
        private final List<SortKey> order;
        private final long head;
        private final List<BranchForm.Part> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int views;
        private int cursorView = -1;
        private boolean counted;
        private boolean nextAsked;
        private boolean previousAsked;

        Walk(Opened at, String rowType, List<SortKey> order, long head) {
            this.at = at;
            this.rowType = rowType;
            this.order = order;
            this.head = head;
        }

        void connection(List<SelectionSet> sets) {
            String type = SurfaceNames.connection(rowType);
            String separator = "{";
            for (SelectedField field : collector.collect(type, sets)) {
                text.append(separator).append('"').append(field.key()).append("\":");
                separator = ",";
                member(type, field);
            }
            text.append('}');
            part(BranchForm.Content.NOTHING, -1);
            if (views == 0) {
                at.level().program.separator();
            }
        }

        private void member(String type, SelectedField field) {
            switch (field.name()) {
                case SurfaceNames.EDGES -> {
                    edge(field.selections());
                    endView(BranchForm.Content.ROWS);
                }
                case SurfaceNames.NODES -> {
                    selections.rows(at.level(), at.joins(), at.row(), field.selections());
                    endView(BranchForm.Content.ROWS);
                }
                case SurfaceNames.PAGE_INFO -> pageInfo(field.selections());
                case SurfaceNames.TOTAL_COUNT -> {
                    counted = true;
                    part(BranchForm.Content.COUNT, -1);
                }
                default -> text.append('"').append(type).append('"');
            }
        }

        private void endView(BranchForm.Content content) {
            at.level().program.separator();
            part(content, views++);
        }

        private void part(BranchForm.Content content, int view) {
            parts.add(new BranchForm.Part(RootPlan.utf8(text.toString()), content, view));
            text.setLength(0);
        }

        private void edge(List<SelectionSet> sets) {
            ProgramBuilder program = at.level().program;
            String type = SurfaceNames.edge(rowType);
            String separator = "{";
            for (SelectedField field : collector.collect(type, sets)) {
                program.text(separator + "\"" + field.key() + "\":");
                separator = ",";
                switch (field.name()) {
                    case SurfaceNames.CURSOR -> program.packed(cursor());
                    case SurfaceNames.NODE -> selections.rows(at.level(), at.joins(), at.row(), field.selections());
                    default -> program.text("\"" + type + "\"");
                }
            }
            program.text("}");
        }

        private void pageInfo(List<SelectionSet> sets) {
            String separator = "{";
            for (SelectedField field : collector.collect(SurfaceNames.PAGE_INFO_TYPE, sets)) {
                text.append(separator).append('"').append(field.key()).append("\":");
                separator = ",";
                switch (field.name()) {
                    case SurfaceNames.HAS_NEXT_PAGE -> {
                        nextAsked = true;
                        part(BranchForm.Content.HAS_NEXT, -1);
                    }
                    case SurfaceNames.HAS_PREVIOUS_PAGE -> {
                        previousAsked = true;
                        part(BranchForm.Content.HAS_PREVIOUS, -1);
                    }
                    case SurfaceNames.START_CURSOR -> part(BranchForm.Content.START, cursorView());
                    case SurfaceNames.END_CURSOR -> part(BranchForm.Content.END, cursorView());
                    default ->
                        text.append('"').append(SurfaceNames.PAGE_INFO_TYPE).append('"');
                }
            }
            text.append('}');
        }

        private int cursorView() {
            if (cursorView < 0) {
                at.level().program.packed(cursor());
                at.level().program.separator();
                cursorView = views++;
            }
            return cursorView;
        }

        private PackedColumns cursor() {
            List<Integer> columns = new ArrayList<>();
            List<ColumnType> types = new ArrayList<>();
            for (SortKey key : order) {
                columns.add(at.level().column(key.term().value(), key.type()));
                types.add(key.type().type());
            }
            return PackedColumns.cursor(head, columns, types);
        }
    }
}

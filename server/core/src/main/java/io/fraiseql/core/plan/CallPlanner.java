package io.fraiseql.core.plan;

import io.fraiseql.core.json.JsonProjection;
import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.sql.RenderedSql;
import io.fraiseql.core.sql.SqlRenderer;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.FunctionCall;
import io.fraiseql.spi.sql.SqlRelation.Query;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Plans the call of a function and how its answer is read. */
final class CallPlanner {

    private static final String ALIAS = "r";
    private static final SqlType TEXTS = new SqlType("text", null, null, null, null, null, true, false, false, false);

    private final PlanContext context;
    private final Model model;
    private final Dialect dialect;
    private final ReadBack readBack;
    private final FieldCollector collector;

    CallPlanner(PlanContext context, ReadBack readBack, FieldCollector collector) {
        this.context = context;
        this.model = context.model;
        this.dialect = context.dialect;
        this.readBack = readBack;
        this.collector = collector;
    }

    RootPlan plan(Mutation mutation, SelectedField selected, FieldArguments arguments) {
        List<SqlExpr.Bind> binds = new ArrayList<>();
        List<BindSource> sources = new ArrayList<>();
        for (RootField.Argument argument : mutation.arguments()) {
            TypeRef type = argument.type();
            boolean enumeration = type.kind() == TypeRef.Kind.ENUM;
            ColumnType bound = enumeration ? ColumnType.TEXT : ValueType.scalar(model, type.name());
            binds.add(new SqlExpr.Bind(sources.size(), bound, type.list(), null));
            BindSource given = arguments.whole(SurfaceNames.MUTATION, selected.first(), argument.name());
            BindSource source = given == null ? new BindSource.Constant(null) : given;
            sources.add(enumeration ? stored(source, type) : source);
        }
        ObjectType type = Objects.requireNonNull(model.type(mutation.type()));
        boolean embedded = type.source().kind() == Source.Kind.EMBEDDED;
        return new RootPlan.Call(
                selected.key(),
                RootPlan.label(selected.key()),
                mutation,
                statement(mutation, binds),
                sources,
                embedded ? null : new CallKey(key(type).type()),
                embedded ? null : readBack.rows(mutation, List.of(key(type)), selected),
                embedded ? projection(type, selected) : null);
    }

    private BindSource stored(BindSource source, TypeRef type) {
        EnumType values = Objects.requireNonNull(model.enums().get(type.name()));
        return new BindSource.Converted(source, name -> values.stored((String) name));
    }

    private WriteColumn key(ObjectType type) {
        Field field = Objects.requireNonNull(type.field(type.key().get(0)));
        return new WriteColumn(field, model, dialect.name());
    }

    private JsonProjection projection(ObjectType type, SelectedField selected) {
        TypeRef ref = new TypeRef(TypeRef.Kind.OBJECT, type.name(), true, false, false);
        return new ProjectionPlanner(context, collector).projection(ref, selected.selections());
    }

    private WriteStatement statement(Mutation mutation, List<SqlExpr.Bind> binds) {
        List<SelectItem> items = new ArrayList<>();
        List<RowShape.Column> columns = new ArrayList<>();
        for (String name : FunctionCall.COLUMNS) {
            switch (name) {
                case "entity" -> add(name, ColumnType.JSON, null, items, columns);
                case "updated_fields" -> add(name, ColumnType.JSON, TEXTS, items, columns);
                default -> add(name, ColumnType.TEXT, null, items, columns);
            }
        }
        FunctionCall call = new FunctionCall(mutation.source().get(dialect.name()), binds, ALIAS);
        Select select = new Select(items, call, List.of(), null, List.of(), null);
        RenderedSql sql = SqlRenderer.render(new Query(List.of(), List.of(select)), dialect);
        RowShape shape = RowShape.of(columns);
        return new WriteStatement(new SqlStatement(sql.sql(), sql.binds(), shape), sql.slots());
    }

    private static void add(
            String name,
            ColumnType type,
            @Nullable SqlType sql,
            List<SelectItem> items,
            List<RowShape.Column> columns) {
        SqlExpr column = new SqlExpr.Column(ALIAS, name, type, sql, true);
        items.add(new SelectItem(new SqlExpr.Read(column, type, sql), StatementBuilder.column(items.size())));
        columns.add(new RowShape.Column(type, sql));
    }
}

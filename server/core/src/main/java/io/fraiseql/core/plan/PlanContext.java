package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.InterfaceType;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.model.UnionType;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlRelation.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the planning of one root field shares: the schema, the dialect, the values it binds and the aliases it has used. One thread. */
final class PlanContext {

    final Model model;
    final Dialect dialect;
    final PlanOptions options;
    final ArgumentReader arguments;
    final Slots slots = new Slots();
    private final Set<List<String>> tables = new LinkedHashSet<>();
    /** Whether the statement finds rows to write, so that its filter must say something. */
    final boolean writes;

    private int aliases;

    PlanContext(Model model, Dialect dialect, PlanOptions options, ArgumentReader arguments) {
        this(model, dialect, options, arguments, false);
    }

    PlanContext(Model model, Dialect dialect, PlanOptions options, ArgumentReader arguments, boolean writes) {
        this.writes = writes;
        this.model = model;
        this.dialect = dialect;
        this.options = options;
        this.arguments = arguments;
    }

    String nextAlias() {
        return "t" + aliases++;
    }

    /** A table or view as a source of rows; every one that a statement reads is made here. */
    Table table(List<String> relation, String alias, Map<String, String> computed) {
        tables.add(relation);
        return new Table(relation, alias, computed);
    }

    /** The tables and views that were asked for so far. */
    List<List<String>> tables() {
        return List.copyOf(tables);
    }

    ObjectType type(String name) {
        ObjectType type = model.type(name);
        if (type == null) {
            throw new IllegalStateException("the schema has no type " + name);
        }
        return type;
    }

    /** The fields that can be filtered and ordered by on any object of the type. */
    Map<String, Field> fields(TypeRef type) {
        return switch (type.kind()) {
            case OBJECT -> type(type.name()).fields();
            case INTERFACE -> interfaceType(type.name()).fields();
            case UNION, SCALAR, ENUM -> Map.of();
        };
    }

    InterfaceType interfaceType(String name) {
        InterfaceType type = model.interfaces().get(name);
        if (type == null) {
            throw new IllegalStateException("the schema has no interface " + name);
        }
        return type;
    }

    UnionType unionType(String name) {
        UnionType type = model.unions().get(name);
        if (type == null) {
            throw new IllegalStateException("the schema has no union " + name);
        }
        return type;
    }

    EnumType enumType(String name) {
        EnumType type = model.enums().get(name);
        if (type == null) {
            throw new IllegalStateException("the schema has no enum " + name);
        }
        return type;
    }

    /** The type of one element of a list of scalars or enums. */
    ColumnType elementType(TypeRef type) {
        return type.kind() == TypeRef.Kind.ENUM ? ColumnType.TEXT : ValueType.scalar(model, type.name());
    }

    boolean has(Capability capability) {
        return dialect.capabilities().contains(capability);
    }

    void require(Capability capability, String what) {
        if (!has(capability)) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT, what + " is not available on " + dialect.name() + "; leave it out");
        }
    }
}

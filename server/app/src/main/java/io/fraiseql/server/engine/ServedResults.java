package io.fraiseql.server.engine;

import io.fraiseql.core.error.Nearest;
import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.Source;
import io.fraiseql.server.action.CachedResults;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The cached results of the schema that is served, or about to be. Thread-safe. */
public final class ServedResults implements CachedResults {

    private final String dialect;
    private volatile @Nullable ServedEngine served;

    public ServedResults(String dialect) {
        this.dialect = dialect;
    }

    /** Results are those of this engine, and of the one before it, from now on. */
    public void use(ServedEngine engine) {
        served = engine;
    }

    private ServedEngine current() {
        return Objects.requireNonNull(served, "a schema is served before rules are followed");
    }

    @Override
    public void require(Collection<String> types) {
        require(current().model(), types);
    }

    /**
     * As {@link #require(Collection)}, of a schema that need not be served.
     *
     * @throws IllegalArgumentException when the schema has no such type
     */
    public static void require(Model model, Collection<String> types) {
        for (String name : types) {
            ObjectType type = model.types().get(name);
            if (type == null || type.source().kind() == Source.Kind.EMBEDDED) {
                String nearest = Nearest.to(name, model.types().keySet());
                throw new IllegalArgumentException("no type with rows of its own is called `" + name + "`"
                        + (nearest == null ? "" : "; did you mean `" + nearest + "`?"));
            }
        }
    }

    @Override
    public void forget(Collection<String> types) {
        ServedEngine engine = current();
        List<List<String>> sources = new ArrayList<>();
        for (String name : types) {
            ObjectType type = engine.model().types().get(name);
            if (type != null && type.source().kind() != Source.Kind.EMBEDDED) {
                sources.add(type.source().relation().get(dialect));
            }
        }
        for (RootField query : engine.model().queries().values()) {
            ByDialect<List<String>> relation = query.relation();
            if (relation != null && types.contains(query.type().name())) {
                sources.add(relation.get(dialect));
            }
        }
        engine.engine().stamps().bump(sources);
    }

    @Override
    public void forgetAll() {
        current().engine().forgetResults();
    }
}

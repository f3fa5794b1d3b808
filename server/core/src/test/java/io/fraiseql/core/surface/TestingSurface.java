package io.fraiseql.core.surface;

import io.fraiseql.core.scalar.ScalarCodec;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;

/** A surface over {@link TestingModel#music} with codecs that are just enough. */
final class TestingSurface {

    static final SurfaceLimits LIMITS = new SurfaceLimits(15, 1000, 50, 20, 1000, 15_000, true);

    private TestingSurface() {}

    static Surface music() {
        return music(LIMITS);
    }

    static Surface music(SurfaceLimits limits) {
        return new Surface(
                TestingModel.music(), dialect(EnumSet.allOf(Capability.class)), TestingSurface::codec, limits);
    }

    static List<RequestError> errors(Callable<?> request) {
        try {
            request.call();
        } catch (GraphQLRequestException e) {
            return e.errors();
        } catch (Exception e) {
            throw new AssertionError("unexpected", e);
        }
        return Assertions.fail("nothing was refused");
    }

    static ScalarCodec codec(String scalar) {
        return switch (scalar) {
            case "Int" -> value -> typed(value, Long.class, "an Int");
            case "ID", "String", "Email", "Bytes" -> value -> typed(value, String.class, "a " + scalar + " in quotes");
            case "Boolean" -> value -> typed(value, Boolean.class, "true or false");
            case "Decimal" -> TestingSurface::decimal;
            case "Date" -> TestingSurface::date;
            case "JSON" -> String::valueOf;
            default -> null;
        };
    }

    private static <T> T typed(Object value, Class<T> type, String expected) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("expected " + expected);
        }
        return type.cast(value);
    }

    private static Object decimal(Object value) {
        try {
            return new BigDecimal(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a Decimal", e);
        }
    }

    private static Object date(Object value) {
        try {
            return LocalDate.parse(String.valueOf(value));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("expected a Date", e);
        }
    }

    static Dialect dialect(Set<Capability> capabilities) {
        return new Dialect() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public Set<Capability> capabilities() {
                return capabilities;
            }

            @Override
            public String quote(String name) {
                return name;
            }

            @Override
            public boolean write(SqlNode node, SqlWriter out) {
                return false;
            }
        };
    }

    static Map<String, Object> coerce(Surface surface, String document, Map<String, Object> variables) {
        return surface.coerceVariables(surface.parse(document, null), variables);
    }
}

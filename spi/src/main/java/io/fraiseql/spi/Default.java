package io.fraiseql.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The default of a configuration record's component, written as it would be in YAML ({@code @Default("30s")}). */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {

    /** The YAML scalar (or flow sequence / mapping) to bind when the key is absent. */
    String value();
}

package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.vector.DeclaredArrow;
import io.fraiseql.spi.columnar.DeclaredSchema;
import io.fraiseql.spi.columnar.SchemaFormat;

/** The schema message of Arrow's stream format, which readers take as a stream without rows. */
final class ArrowIpcFormat implements SchemaFormat {

    @Override
    public String name() {
        return "arrow-ipc";
    }

    @Override
    public byte[] write(DeclaredSchema schema) {
        return DeclaredArrow.schema(schema).serializeAsMessage();
    }
}

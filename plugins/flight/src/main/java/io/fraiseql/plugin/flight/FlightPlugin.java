package io.fraiseql.plugin.flight;

import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.columnar.SchemaFormat;
import io.fraiseql.spi.network.NetworkServiceFactory;
import java.util.List;

/** The entry of this plugin: it offers Arrow Flight. */
public final class FlightPlugin implements FraiseqlPlugin {

    @Override
    public List<NetworkServiceFactory<?>> networkServices() {
        return List.of(new FlightServiceFactory());
    }

    @Override
    public List<SchemaFormat> schemaFormats() {
        return List.of(new ArrowIpcFormat());
    }
}

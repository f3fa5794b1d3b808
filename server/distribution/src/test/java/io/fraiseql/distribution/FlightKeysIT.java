package io.fraiseql.distribution;

import java.util.Set;

class FlightKeysIT {
    static final Set<String> KEYS = Set.of();
}

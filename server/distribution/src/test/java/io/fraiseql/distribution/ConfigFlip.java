package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A key of the configuration with another value than its default, and what can be seen of it from outside.
 *
 * @param key the key, with places of lists such as {@code [0]}
 * @param before a part of what is seen of a server with the default
 * @param after a part of what is seen of a server with {@code value}
 */
record ConfigFlip(String key, String value, Probe probe, String before, String after) {

    /** What is seen of a running server. */
    interface Probe {
        String of(DistributionServer server) throws Exception;
    }

    /** The key as {@link ConfigKeys} names it. */
    String plainKey() {
        return key.replaceAll("\\[\\d+]", "");
    }

    String setting() {
        return key + "=" + value;
    }

    void check(DistributionServer unchanged, DistributionServer changed) throws Exception {
        assertThat(probe.of(unchanged)).as("with the default of " + key).contains(before);
        assertThat(probe.of(changed)).as("with " + setting()).contains(after);
    }
}

package io.fraiseql.server.config;

import io.fraiseql.server.plugin.NetworkServiceOffer;

/**
 * A network service that the configuration has a section for.
 *
 * @param config an instance of {@link NetworkServiceOffer#configType()}
 */
public record ServiceChoice(NetworkServiceOffer offer, Record config) {}

package io.fraiseql.server.config;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.plugin.NetworkServiceOffer;
import io.fraiseql.server.plugin.Plugins;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sections of network services: one that is written, even if it is empty, switches its service on. */
final class ServiceSections {

    private final List<NetworkServiceOffer> offers;

    /**
     * @param taken the names of other sections
     * @throws FraiseqlException {@code INVALID_PLUGIN} when a plugin's service has the name of another section
     */
    ServiceSections(Plugins plugins, Set<String> taken) {
        this.offers = plugins.networkServices();
        for (NetworkServiceOffer offer : offers) {
            if (taken.contains(offer.name())) {
                throw new FraiseqlException(
                        CoreErrorCode.INVALID_PLUGIN,
                        "plugin '" + offer.pluginId() + "' names a service '" + offer.name()
                                + "', which is a section of the server's own; disable the plugin under plugins.disabled");
            }
        }
    }

    List<String> names() {
        return offers.stream().map(NetworkServiceOffer::name).toList();
    }

    List<ServiceChoice> bind(ConfigNode root, ConfigBinder binder, BindHosts hosts) {
        List<ServiceChoice> choices = new ArrayList<>();
        for (NetworkServiceOffer offer : offers) {
            ConfigNode section = root.entries().get(offer.name());
            if (section != null) {
                binder.bind(offer.configType(), section, offer.name()).ifPresent(config -> {
                    hosts.check(offer.host(config), offer.name() + ".host");
                    choices.add(new ServiceChoice(offer, config));
                });
            }
        }
        return choices;
    }
}

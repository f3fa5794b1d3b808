package io.fraiseql.server.config;

import io.fraiseql.server.plugin.DatabaseOffer;
import io.fraiseql.server.plugin.Plugins;
import io.fraiseql.server.secret.References;
import java.util.List;
import java.util.Optional;

/** Binds the {@code database} section to the record of the plugin that accepts its URL. */
final class DatabaseBinder {

    private final Plugins plugins;
    private final References references;
    private final ConfigProblems problems;

    DatabaseBinder(Plugins plugins, References references, ConfigProblems problems) {
        this.plugins = plugins;
        this.references = references;
        this.problems = problems;
    }

    Optional<DatabaseChoice> bind(ConfigNode section) {
        ConfigNode url = section.entries().get("url");
        if (url == null) {
            problems.add(
                    "database.url",
                    section.place(),
                    "is required; it chooses the database, for example jdbc:sqlite:data/app.db");
            return Optional.empty();
        }
        Object text = new ScalarBinder(references, problems).bind(String.class, url, "database.url");
        return text == null ? Optional.empty() : choose(section, url, text.toString());
    }

    private static String address(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
    }

    private Optional<DatabaseChoice> choose(ConfigNode section, ConfigNode url, String text) {
        Optional<DatabaseOffer> offer = plugins.databaseFor(text);
        if (offer.isEmpty()) {
            List<String> names =
                    plugins.databases().stream().map(DatabaseOffer::name).toList();
            problems.add(
                    "database.url",
                    url.place(),
                    "no plugin accepts '" + url.text() + "'; the databases here are " + names);
            return Optional.empty();
        }
        return new ConfigBinder(references, problems)
                .bind(offer.get().configType(), section, "database")
                .map(config -> new DatabaseChoice(offer.get(), config, address(text)));
    }
}

package io.fraiseql.server.secret;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Secret;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.secret.SecretProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves the references in a configured text: <code>${X}</code> and <code>${env:X}</code> from the environment, <code>${X:-default}</code>,
 * <code>${file:/path}</code>, <code>${scheme://path#key}</code> through a plugin; <code>$${</code> stands for <code>${</code>. Values are read anew at
 * each call. Usable from any thread.
 */
public final class References {

    private static final Pattern PROVIDED = Pattern.compile("([a-z][a-z0-9-]*)://(.*)");

    private final Map<String, String> environment;
    private final Map<String, SecretProvider> providers;
    private final boolean reading;

    /**
     * @param environment the variables that may be named
     * @param providers by scheme
     */
    public References(Map<String, String> environment, Map<String, SecretProvider> providers) {
        this(environment, providers, true);
    }

    private References(Map<String, String> environment, Map<String, SecretProvider> providers, boolean reading) {
        this.environment = Map.copyOf(environment);
        this.providers = new TreeMap<>(providers);
        this.reading = reading;
    }

    /** References that stay as they are, for what is checked in one place and used in another; secrets must be such. */
    public static References unread() {
        return new References(Map.of(), Map.of(), false);
    }

    /** Whether a text has anything to resolve. */
    public static boolean in(String text) {
        return text.contains("${");
    }

    /**
     * The text with every reference replaced; what replaces it is not looked at again.
     *
     * @throws ReferenceException if one cannot be resolved
     */
    public String resolve(String text) throws ReferenceException {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf("${", at);
            if (start < 0) {
                break;
            }
            if (start > at && text.charAt(start - 1) == '$') {
                out.append(text, at, start - 1).append("${");
                at = start + 2;
                continue;
            }
            int end = text.indexOf('}', start);
            if (end < 0) {
                throw new ReferenceException("has a reference without '}'; write $${ for the text ${");
            }
            out.append(text, at, start).append(value(text.substring(start + 2, end)));
            at = end + 1;
        }
        return out.append(text, at, text.length()).toString();
    }

    private String value(String reference) throws ReferenceException {
        if (reference.contains("${")) {
            throw new ReferenceException("has a reference inside a reference, which is not supported");
        }
        if (!reading) {
            return "${" + reference + "}";
        }
        if (reference.startsWith("file:")) {
            return file(reference.substring("file:".length()));
        }
        Matcher provided = PROVIDED.matcher(reference);
        if (provided.matches()) {
            return provided(provided.group(1), provided.group(2));
        }
        return variable(reference.startsWith("env:") ? reference.substring("env:".length()) : reference);
    }

    private String variable(String reference) throws ReferenceException {
        int fallback = reference.indexOf(":-");
        String name = fallback < 0 ? reference : reference.substring(0, fallback);
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new ReferenceException("${" + reference + "} is not a reference; write ${NAME}, ${NAME:-default}, "
                    + "${env:NAME}, ${file:/path} or ${scheme://path#key}");
        }
        String value = environment.get(name);
        if (value != null) {
            return value;
        }
        if (fallback < 0) {
            throw new ReferenceException(
                    "the environment variable " + name + " is not set; set it or write ${" + name + ":-default}");
        }
        return reference.substring(fallback + 2);
    }

    private static String file(String path) throws ReferenceException {
        try {
            return Files.readString(Path.of(path)).replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw new ReferenceException("the file " + path + " cannot be read");
        }
    }

    private String provided(String scheme, String rest) throws ReferenceException {
        SecretProvider provider = providers.get(scheme);
        if (provider == null) {
            throw new ReferenceException("no plugin resolves '" + scheme + "://'; available are "
                    + (providers.isEmpty() ? "env and file" : "env, file, " + String.join(", ", providers.keySet())));
        }
        int hash = rest.lastIndexOf('#');
        try {
            return hash < 0
                    ? provider.read(rest, null)
                    : provider.read(rest.substring(0, hash), rest.substring(hash + 1));
        } catch (FraiseqlException e) {
            throw new ReferenceException(scheme + ":// says: " + e.getMessage());
        } catch (RuntimeException e) {
            throw new ReferenceException(
                    scheme + ":// failed with " + e.getClass().getName());
        }
    }

    /**
     * A secret that is resolved at each use.
     *
     * @throws ReferenceException if it cannot be resolved now; later failures are {@link CoreErrorCode#UNAVAILABLE}
     */
    public Secret secret(String text) throws ReferenceException {
        if (!in(text)) {
            if (!reading) {
                throw new ReferenceException(
                        "must be a reference such as ${env:NAME}, because it is kept where it can be read");
            }
            return Secret.of(text);
        }
        resolve(text);
        return Secret.from(() -> {
            try {
                return resolve(text);
            } catch (ReferenceException e) {
                throw new FraiseqlException(CoreErrorCode.UNAVAILABLE, "a configured secret can no longer be read", e);
            }
        });
    }
}

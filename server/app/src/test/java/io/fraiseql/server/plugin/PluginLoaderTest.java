package io.fraiseql.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.secret.SecretProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginLoaderTest {

    @TempDir
    Path folder;

    @Test
    void startsWhatAPluginOffers() throws IOException {
        SamplePlugins.secrets("vault", "vault").in(folder, "vault.jar");
        LoadedPlugin plugin = load().loaded().get(0);

        assertThat(plugin.id()).isEqualTo("vault");
        assertThat(plugin.version()).isEqualTo("1.2.3");
        assertThat(plugin.secretProviders()).extracting(Offer::name).containsExactly("vault");
    }

    @Test
    void anEmptyFolderHasNoPlugins() {
        assertThat(load().loaded()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graphql.GraphQL",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "io.dropwizard.core.Application",
                "io.fraiseql.core.error.CoreErrorCode",
                "io.fraiseql.server.plugin.PluginLoader",
                "org.pf4j.Plugin"
            })
    void hidesTheHost(String hostClass) throws Exception {
        Class.forName(hostClass);
        ClassLoader loader = loaderOf(SamplePlugins.secrets("vault", "vault"));
        assertThatThrownBy(() -> loader.loadClass(hostClass)).isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.getResource(hostClass.replace('.', '/') + ".class")).isNull();
    }

    @Test
    void sharesTheSpiTheLoggerAndThePlatform() throws Exception {
        ClassLoader loader = loaderOf(SamplePlugins.secrets("vault", "vault"));
        assertThat(loader.loadClass("io.fraiseql.spi.FraiseqlPlugin")).isSameAs(io.fraiseql.spi.FraiseqlPlugin.class);
        assertThat(loader.loadClass("org.slf4j.Logger")).isSameAs(org.slf4j.Logger.class);
        assertThat(loader.loadClass("java.sql.Driver")).isSameAs(java.sql.Driver.class);
    }

    @Test
    void callsRunWithThePluginsContextClassLoader() throws IOException {
        new PluginJar("context")
                .type("public record C() {}", "C")
                .type(
                        "public class F implements SecretProviderFactory<C> {"
                                + " static String seen() { return String.valueOf(Thread.currentThread().getContextClassLoader() == F.class.getClassLoader()); }"
                                + " final String named = seen();"
                                + " public String name() { return \"context\"; }"
                                + " public Class<C> configType() { return C.class; }"
                                + " public SecretProvider create(C c, PluginContext x) { String created = seen(); return (p, k) -> named + created + seen(); } }",
                        "F")
                .entry("P", "public List<SecretProviderFactory<?>> secretProviders() { return List.of(new F()); }")
                .in(folder, "context.jar");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        SecretProviderOffer offer = load().loaded().get(0).secretProviders().get(0);
        SecretProvider provider = offer.create(bindEmpty(offer), new HostPluginContext(Clock.systemUTC()));

        assertThat(provider.read("path", null)).isEqualTo("truetruetrue");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void aDisabledPluginDoesNotRun() throws IOException {
        new PluginJar("loud")
                .entry("P", "static { System.setProperty(\"loud.ran\", \"yes\"); }")
                .in(folder, "loud.jar");
        assertThat(load(Set.of("loud")).loaded()).isEmpty();
        assertThat(System.getProperty("loud.ran")).isNull();

        load();
        assertThat(System.clearProperty("loud.ran")).isEqualTo("yes");
    }

    @Test
    void refusesADisabledIdThatDoesNotExist() throws IOException {
        SamplePlugins.secrets("vault", "vault").in(folder, "vault.jar");
        refused(() -> load(Set.of("valt")), "plugins.disabled names 'valt'", "[vault]");
    }

    @Test
    void refusesAMissingFolder() {
        refused(() -> new PluginLoader("0.1.0").load(folder.resolve("none"), Set.of()), "none", "plugins.directory");
    }

    @Test
    void refusesABrokenJar() throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "this is not a zip");
        refused(this::load, "broken.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plugin-Id", "Plugin-Version", "Plugin-Requires"})
    void refusesAManifestWithout(String entry) throws IOException {
        SamplePlugins.secrets("vault", "vault").without(entry).in(folder, "vault.jar");
        refused(this::load, "vault.jar", "no " + entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {">=0.2.0", ">=0.0.1 & <0.1.0"})
    void refusesAPluginForAnotherInterface(String requires) throws IOException {
        SamplePlugins.secrets("vault", "vault")
                .manifest("Plugin-Requires", requires)
                .in(folder, "vault.jar");
        refused(this::load, "vault.jar", requires, "0.1.0");
    }

    @Test
    void refusesARangeThatIsNone() throws IOException {
        SamplePlugins.secrets("vault", "vault")
                .manifest("Plugin-Requires", "whatever")
                .in(folder, "vault.jar");
        refused(this::load, "vault.jar");
    }

    @Test
    void refusesTwoJarsWithOneId() throws IOException {
        SamplePlugins.secrets("vault", "vault").in(folder, "a.jar");
        SamplePlugins.secrets("vault", "other").in(folder, "b.jar");
        refused(this::load, "b.jar", "vault");
    }

    @Test
    void refusesTwoFactoriesOfOneNameUnlessOneIsDisabled() throws IOException {
        SamplePlugins.database("one", "test").in(folder, "one.jar");
        SamplePlugins.database("two", "test").in(folder, "two.jar");
        refused(this::load, "'one'", "'two'", "database named 'test'");
        assertThat(load(Set.of("two")).databases()).hasSize(1);
    }

    @Test
    void refusesAPluginThatThrows() throws IOException {
        new PluginJar("thrower")
                .entry("P", "{ if (true) throw new IllegalStateException(\"no luck\"); }")
                .in(folder, "t.jar");
        refused(this::load, "thrower", "no luck");
    }

    @Test
    void refusesAPluginThatNeedsAHostClass() throws IOException {
        new PluginJar("greedy")
                .entry("P", "final Object mapper = new com.fasterxml.jackson.databind.ObjectMapper();")
                .in(folder, "greedy.jar");
        refused(this::load, "greedy", "com.fasterxml.jackson.databind.ObjectMapper");
    }

    @Test
    void refusesAPluginWithoutAnEntry() throws IOException {
        new PluginJar("empty").in(folder, "empty.jar");
        refused(this::load, "empty.jar", "0 classes", "exactly one");
    }

    @Test
    void refusesAPluginThatReturnsNull() throws IOException {
        new PluginJar("nothing")
                .entry("P", "public List<DatabaseFactory<?>> databases() { return null; }")
                .in(folder, "n.jar");
        refused(this::load, "nothing", "NullPointerException");
    }

    private Plugins load() {
        return load(Set.of());
    }

    private Plugins load(Set<String> disabled) {
        return new PluginLoader("0.1.0").load(folder, disabled);
    }

    private ClassLoader loaderOf(PluginJar jar) throws IOException {
        jar.in(folder, "plugin.jar");
        return load().loaded().get(0).secretProviders().get(0).configType().getClassLoader();
    }

    private static Record bindEmpty(Offer<?> offer) {
        try {
            return offer.configType().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.INVALID_PLUGIN))
                .message()
                .contains(parts);
    }
}

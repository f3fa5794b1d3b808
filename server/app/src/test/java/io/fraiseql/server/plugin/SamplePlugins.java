package io.fraiseql.server.plugin;

/** Sources of plugins that several tests need. */
public final class SamplePlugins {

    private SamplePlugins() {}

    /** A plugin with a secret provider whose answer is {@code path/key}. */
    public static PluginJar secrets(String id, String scheme) {
        return new PluginJar(id)
                .type("public record C(@Default(\"x\") String prefix) {}", "C")
                .type(
                        "public class F implements SecretProviderFactory<C> {"
                                + " public String name() { return \"" + scheme + "\"; }"
                                + " public Class<C> configType() { return C.class; }"
                                + " public SecretProvider create(C c, PluginContext x) { return (p, k) -> c.prefix() + p + \"/\" + k; } }",
                        "F")
                .entry("P", "public List<SecretProviderFactory<?>> secretProviders() { return List.of(new F()); }");
    }

    /** A plugin with a database for {@code jdbc:test:} URLs that never opens. */
    public static PluginJar database(String id, String name) {
        return database(id, name, "throw new IllegalStateException(\"cannot open \" + c.url());");
    }

    /** The same, but it opens, and says when it is closed. */
    public static PluginJar openDatabase(String id, String name) {
        return database(id, name, "return new D();")
                .type(
                        "public class D implements Database {"
                                + " public ReadSession openRead(ReadOptions o) { throw new UnsupportedOperationException(); }"
                                + " public String ping() { return \"Test 1\"; }"
                                + " public DatabaseSchema introspect(List<String> s) { throw new UnsupportedOperationException(); }"
                                + " public PoolState pool() { return new PoolState(0, 0, 0, 0); }"
                                + " public javax.sql.DataSource systemDataSource() { throw new UnsupportedOperationException(); }"
                                + " public void close() { System.out.println(\"the test database was closed\"); } }",
                        "D");
    }

    private static PluginJar database(String id, String name, String create) {
        return new PluginJar(id)
                .type(
                        "public record C(String url, @Nullable String user, @Nullable Secret password,"
                                + " @Default(\"4\") int poolSize) {}",
                        "C")
                .type(
                        "public class F implements DatabaseFactory<C> {"
                                + " public String name() { return \"" + name + "\"; }"
                                + " public Class<C> configType() { return C.class; }"
                                + " public boolean accepts(String url) { return url.startsWith(\"jdbc:test:\"); }"
                                + " public Dialect dialect() { throw new IllegalStateException(\"no dialect\"); }"
                                + " public Database create(C c, PluginContext x) { " + create + " } }",
                        "F")
                .entry("P", "public List<DatabaseFactory<?>> databases() { return List.of(new F()); }");
    }
}

package io.fraiseql.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.server.cli.EngineCommands.Compile;
import io.fraiseql.server.cli.EngineCommands.DatabaseAccess;
import io.fraiseql.server.cli.EngineCommands.Explain;
import io.fraiseql.server.cli.EngineCommands.Introspect;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.plugin.HostPluginContext;
import io.fraiseql.server.plugin.PluginLoader;
import io.fraiseql.server.plugin.Plugins;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Subparser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCommandTest implements EngineCommands {

    @TempDir
    Path plugins;

    private final List<Object> called = new ArrayList<>();

    @Test
    void readsTheArgumentsOfCompile() throws ArgumentParserException {
        run(
                new CompileCommand(host(), this),
                "schema.json",
                "--target",
                "postgresql,sqlite",
                "--check",
                "--operations",
                "ops");
        assertThat(called)
                .containsExactly(new Compile(
                        Path.of("schema.json"),
                        Path.of("schema.compiled.json"),
                        List.of("postgresql", "sqlite"),
                        Path.of("ops"),
                        null,
                        true));
    }

    @Test
    void readsTheArgumentsOfIntrospect() throws ArgumentParserException {
        run(
                new IntrospectCommand(host(), this),
                "--database",
                "jdbc:x",
                "--user",
                "me",
                "--exclude",
                "a,b",
                "-o",
                "out.json");
        assertThat(called)
                .containsExactly(new Introspect(
                        new DatabaseAccess("jdbc:x", "me", null),
                        Path.of("out.json"),
                        List.of(),
                        List.of(),
                        List.of("a", "b"),
                        null));
    }

    @Test
    void readsTheArgumentsOfExplain() throws ArgumentParserException {
        run(new ExplainCommand(host(), this), "s.json", "q.graphql", "--variables", "v.json");
        assertThat(called)
                .containsExactly(new Explain(Path.of("s.json"), Path.of("q.graphql"), null, Path.of("v.json")));
    }

    @Test
    void refusesWhatIsUnknownOrMissing() {
        assertThatThrownBy(() -> run(new CompileCommand(host(), this), "schema.json", "--target", "x", "--fast"))
                .isInstanceOf(ArgumentParserException.class)
                .hasMessageContaining("--fast");
        assertThatThrownBy(() -> run(new CompileCommand(host(), this), "schema.json"))
                .isInstanceOf(ArgumentParserException.class)
                .hasMessageContaining("--target");
        assertThatThrownBy(() -> run(new ExplainCommand(host(), this), "s.json", "q.graphql", "--format", "xml"))
                .isInstanceOf(ArgumentParserException.class)
                .hasMessageContaining("xml");
        assertThat(called).isEmpty();
    }

    @Override
    public void compile(Compile arguments, Plugins loaded, Output output) {
        called.add(arguments);
    }

    @Override
    public void introspect(Introspect arguments, Plugins loaded, Output output) {
        called.add(arguments);
    }

    @Override
    public void explain(Explain arguments, Plugins loaded, Output output) {
        called.add(arguments);
    }

    private Host host() {
        return new Host(
                Map.of(), Map.of(), plugins, new PluginLoader("0.1.0"), new HostPluginContext(Clock.systemUTC()));
    }

    private static void run(CliCommand command, String... arguments) throws ArgumentParserException {
        var parser = ArgumentParsers.newFor("fraiseql").build();
        Subparser subparser = parser.addSubparsers().addParser(command.getName());
        command.configure(subparser);
        List<String> words = new ArrayList<>(List.of(command.getName()));
        words.addAll(List.of(arguments));
        command.run(
                parser.parseArgs(words.toArray(String[]::new)),
                new Output(new PrintStream(PrintStream.nullOutputStream()), false));
    }
}

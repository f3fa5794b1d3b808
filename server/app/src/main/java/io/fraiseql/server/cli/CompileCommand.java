package io.fraiseql.server.cli;

import io.fraiseql.server.config.Host;
import io.fraiseql.server.plugin.Plugins;
import java.nio.file.Path;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code compile schema.json}: reads the arguments and hands them on. */
public final class CompileCommand extends EngineCommand {

    private final EngineCommands commands;

    public CompileCommand(Host host, EngineCommands commands) {
        super("compile", "checks a schema and freezes it with the SQL of each target", host);
        this.commands = commands;
    }

    @Override
    void declare(Subparser parser) {
        parser.addArgument("schema").help("the schema file");
        parser.addArgument("-o", "--out").setDefault("schema.compiled.json").help("the file to write");
        parser.addArgument("--target").required(true).metavar("NAMES").help("databases, for example postgresql,sqlite");
        parser.addArgument("--operations").metavar("DIR").help("a folder of .graphql documents to compile ahead");
        parser.addArgument("--check").action(Arguments.storeTrue()).help("compare with the file instead of writing it");
        declareDatabase(parser);
    }

    @Override
    void run(Namespace arguments, Plugins plugins, Output output) {
        commands.compile(
                new EngineCommands.Compile(
                        Path.of(arguments.getString("schema")),
                        Path.of(arguments.getString("out")),
                        words(arguments, "target"),
                        path(arguments, "operations"),
                        database(arguments),
                        arguments.getBoolean("check")),
                plugins,
                output);
    }
}

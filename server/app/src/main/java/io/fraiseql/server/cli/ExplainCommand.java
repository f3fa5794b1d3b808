package io.fraiseql.server.cli;

import io.fraiseql.core.compile.PlanSql;
import io.fraiseql.core.compile.StatementCompiler;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.request.RequestReader;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.plugin.DatabaseOffer;
import io.fraiseql.server.plugin.Plugins;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code explain DOCUMENT}: the SQL that an operation becomes, by database. */
public final class ExplainCommand extends CliCommand {

    private final PluginFolder plugins;
    private final ScalarCatalog scalars = new ScalarCatalog();
    private final SchemaFiles files = new SchemaFiles(scalars);

    public ExplainCommand(Host host) {
        super("explain", "prints the SQL of an operation");
        this.plugins = new PluginFolder(host);
    }

    @Override
    protected void options(Subparser parser) {
        plugins.declare(parser);
        parser.addArgument("document").help("a .graphql file");
        parser.addArgument("--schema").setDefault("schema.json").help("the authored schema");
        parser.addArgument("--target").metavar("DIALECT").required(true).help("the database");
        parser.addArgument("--variables").metavar("JSON").setDefault("{}").help("the variables of the request");
        parser.addArgument("--operation-name").help("which operation, when the document has several");
    }

    @Override
    protected void run(Namespace arguments, Output output) {
        Plugins loaded = plugins.load(arguments);
        String target = arguments.getString("target");
        DatabaseOffer offer = loaded.database(target)
                .orElseThrow(() -> new FraiseqlException(
                        CoreErrorCode.INVALID_CONFIGURATION, "no plugin offers the target '" + target + "'"));
        Model model = files.model(Path.of(arguments.getString("schema")), List.of(target));
        StatementCompiler compiler = new StatementCompiler(model, offer.dialect(), scalars::codec);
        String document = SchemaFiles.read(Path.of(arguments.getString("document")));
        Map<String, Object> variables = new RequestReader()
                .readParameters(
                        Map.of("query", List.of(document), "variables", List.of(arguments.getString("variables"))))
                .variables();
        Map<String, Object> statements = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (RootPlan root : compiler.plan(document, arguments.getString("operation_name"), variables)
                .roots()) {
            String known = PlanSql.of(root);
            String sql = known == null ? "(no statement)" : known;
            statements.put(root.key(), sql);
            lines.add(root.key() + ": " + sql);
        }
        output.write(() -> String.join("\n", lines), () -> Map.of("target", target, "statements", statements));
    }
}

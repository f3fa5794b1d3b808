package io.fraiseql.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may know what. Each rule says what to do instead. */
@AnalyzeClasses(packages = "io.fraiseql", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule SPI_NEEDS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("io.fraiseql.spi..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.fraiseql.spi..", "java..", "javax..")
            .because(
                    "a library in the SPI is forced on every plugin; put the type into server/core or a plugin library");

    @ArchTest
    static final ArchRule CORE_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("io.fraiseql.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.fraiseql.server..",
                    "io.fraiseql.plugin..",
                    "io.dropwizard..",
                    "org.eclipse.jetty..",
                    "jakarta..",
                    "org.pf4j..",
                    "java.sql..",
                    "javax.sql..",
                    "org.postgresql..",
                    "org.sqlite..",
                    "org.apache.arrow..")
            .because(
                    "the engine answers from rows that the SPI hands it; HTTP belongs into server/app, drivers into plugins");

    @ArchTest
    static final ArchRule ONLY_THE_PLUGIN_HOST_KNOWS_PF4J = noClasses()
            .that()
            .resideOutsideOfPackage("io.fraiseql.server.plugin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.pf4j..")
            .because("plugins are found through the SPI's entry type; ask io.fraiseql.server.plugin.Plugins");

    @ArchTest
    static final ArchRule SERVER_KNOWS_NO_DATABASE = noClasses()
            .that()
            .resideInAPackage("io.fraiseql.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fraiseql.plugin..", "org.postgresql..", "org.sqlite..", "com.zaxxer..")
            .because("what differs by database belongs into its plugin, behind io.fraiseql.spi.database");

    @ArchTest
    static final ArchRule CORE_HAS_ONE_DIRECTION = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("error")
            .definedBy("io.fraiseql.core.error..")
            .layer("model")
            .definedBy("io.fraiseql.core.model..")
            .layer("json")
            .definedBy("io.fraiseql.core.json..")
            .layer("scalar")
            .definedBy("io.fraiseql.core.scalar..")
            .layer("cursor")
            .definedBy("io.fraiseql.core.cursor..")
            .layer("sql")
            .definedBy("io.fraiseql.core.sql..")
            .layer("request")
            .definedBy("io.fraiseql.core.request..")
            .layer("surface")
            .definedBy("io.fraiseql.core.surface..")
            .layer("plan")
            .definedBy("io.fraiseql.core.plan..")
            .layer("execute")
            .definedBy("io.fraiseql.core.execute..")
            .layer("event")
            .definedBy("io.fraiseql.core.event..")
            .layer("job")
            .definedBy("io.fraiseql.core.job..")
            .layer("rule")
            .definedBy("io.fraiseql.core.rule..")
            .layer("live")
            .definedBy("io.fraiseql.core.live..")
            .layer("observer")
            .definedBy("io.fraiseql.core.observer..")
            .layer("schema")
            .definedBy("io.fraiseql.core.schema..")
            .layer("columnar")
            .definedBy("io.fraiseql.core.columnar..")
            .layer("introspect")
            .definedBy("io.fraiseql.core.introspect..")
            .layer("compile")
            .definedBy("io.fraiseql.core.compile..")
            .whereLayer("error")
            .mayNotAccessAnyLayer()
            .whereLayer("model")
            .mayOnlyAccessLayers("error")
            .whereLayer("sql")
            .mayOnlyAccessLayers("error")
            .whereLayer("json")
            .mayOnlyAccessLayers("error")
            .whereLayer("scalar")
            .mayOnlyAccessLayers("error", "model", "json")
            .whereLayer("cursor")
            .mayOnlyAccessLayers("error", "scalar")
            .whereLayer("request")
            .mayOnlyAccessLayers("error", "json")
            .whereLayer("surface")
            .mayOnlyAccessLayers("error", "model", "json", "scalar", "cursor")
            .whereLayer("plan")
            .mayOnlyAccessLayers("error", "model", "json", "scalar", "cursor", "sql", "surface", "rule")
            .whereLayer("execute")
            .mayOnlyAccessLayers("error", "model", "json", "cursor", "request", "surface", "rule", "live", "plan")
            .whereLayer("event")
            .mayOnlyAccessLayers("error", "json", "sql")
            .whereLayer("job")
            .mayOnlyAccessLayers("error", "sql", "event")
            .whereLayer("rule")
            .mayOnlyAccessLayers("error", "model", "json")
            .whereLayer("live")
            .mayOnlyAccessLayers("error", "json", "request", "event", "rule")
            .whereLayer("observer")
            .mayOnlyAccessLayers("error", "model", "json", "scalar", "event", "job", "rule")
            .whereLayer("schema")
            .mayOnlyAccessLayers("error", "model", "rule")
            .whereLayer("columnar")
            .mayOnlyAccessLayers("error", "schema")
            .whereLayer("introspect")
            .mayOnlyAccessLayers("error", "model", "schema")
            .whereLayer("compile")
            .mayOnlyAccessLayers("error", "model", "json", "scalar", "cursor", "surface", "plan", "schema")
            .because("a request flows surface, plan, execute and a schema flows schema, compile; what two stages share"
                    + " belongs into an earlier one (see docs/architecture.md)");

    @ArchTest
    static final ArchRule PACKAGES_OF_THE_CORE_HAVE_NO_CYCLES = slices().matching("io.fraiseql.core.(*)..")
            .should()
            .beFreeOfCycles()
            .because("packages that need each other are one package; move the shared type to the earlier stage");

    @ArchTest
    static final ArchRule PACKAGES_OF_THE_SERVER_HAVE_NO_CYCLES = slices().matching("io.fraiseql.server.(*)..")
            .should()
            .beFreeOfCycles()
            .because("packages that need each other are one package; pass what is needed in from FraiseqlApplication");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .that(not(assignableTo("org.pf4j.PluginManager")))
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("such names hold anything; name the class after the one thing that it does");

    @ArchTest
    static final ArchRule ONLY_COMMANDS_PRINT = noClasses()
            .that()
            .resideOutsideOfPackage("io.fraiseql.server.cli..")
            .should()
            .accessField(System.class, "out")
            .because("the server logs through slf4j; only the output of a command belongs on standard output");
}

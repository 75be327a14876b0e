package io.nextline.samples;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** The layout of the modules and packages, as rules over all modules at once. */
@AnalyzeClasses(packages = "io.nextline", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String CORE = "io.nextline.core..";
    private static final String CDS_HOOKS = "io.nextline.cdshooks..";
    private static final String ADAPTER = "io.nextline.fhir..";
    private static final String[] LIBRARIES = {CORE, CDS_HOOKS, ADAPTER};
    private static final String[] HAPI = {"ca.uhn..", "org.hl7.."};

    /** The flow through core: each package sees only what comes before it, and nothing calls back. */
    @ArchTest
    static final ArchRule coreFlowsOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("entry")
            .definedBy("io.nextline.core")
            .layer("fhir")
            .definedBy("io.nextline.core.fhir..")
            .layer("vocabulary")
            .definedBy("io.nextline.core.vocabulary..")
            .layer("fact")
            .definedBy("io.nextline.core.fact..")
            .layer("derive")
            .definedBy("io.nextline.core.derive..")
            .layer("criterion")
            .definedBy("io.nextline.core.criterion..")
            .layer("trial")
            .definedBy("io.nextline.core.trial..")
            .layer("evidence")
            .definedBy("io.nextline.core.evidence..")
            .whereLayer("entry")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("fhir")
            .mayNotAccessAnyLayer()
            .whereLayer("trial")
            .mayNotAccessAnyLayer()
            .whereLayer("vocabulary")
            .mayOnlyAccessLayers("fhir")
            .whereLayer("fact")
            .mayOnlyAccessLayers("fhir", "vocabulary")
            .whereLayer("derive")
            .mayOnlyAccessLayers("fhir", "vocabulary", "fact")
            .whereLayer("criterion")
            .mayOnlyAccessLayers("fhir", "vocabulary", "fact")
            .whereLayer("evidence")
            .mayOnlyAccessLayers("fhir", "vocabulary", "fact", "criterion", "trial");

    /** Dates of FHIR's precision travel on with the facts; the resources themselves do not. */
    @ArchTest
    static final ArchRule resourcesEndWhereFactsBegin = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.nextline.core.criterion..", "io.nextline.core.evidence..", "io.nextline.core.trial..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo("io.nextline.core.fhir.Resource")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.nextline.core.fhir.PatientRecord");

    @ArchTest
    static final ArchRule coreHasNoCycles =
            slices().matching("io.nextline.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule cdsHooksHasNoCycles =
            slices().matching("io.nextline.cdshooks.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule modulesHaveNoCycles =
            slices().matching("io.nextline.(*)..").should().beFreeOfCycles();

    /** No HAPI, servlet, Jetty or JDK logging can get in, since nothing but this list can. */
    @ArchTest
    static final ArchRule coreStandsOnFewLibraries = classes()
            .that()
            .resideInAPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    CORE,
                    "java.io..",
                    "java.lang..",
                    "java.math..",
                    "java.net",
                    "java.nio..",
                    "java.text..",
                    "java.time..",
                    "java.util",
                    "java.util.concurrent..",
                    "java.util.function..",
                    "java.util.regex..",
                    "java.util.stream..",
                    "java.util.zip..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "org.jspecify..");

    /** Evaluation is a function of its arguments: the date is one of them, chance is not. */
    @ArchTest
    static final ArchRule coreKnowsNoClockAndNoChance = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat(belongToAnyOf(Clock.class, Random.class));

    @ArchTest
    static final ArchRule librariesPrintNothing =
            noClasses().that().resideInAnyPackage(LIBRARIES).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule librariesLogThroughSlf4j = noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule librariesHoldNoStaticState = fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(LIBRARIES)
            .and()
            .areStatic()
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule hapiStaysInTheAdapterAndTheSamples = noClasses()
            .that()
            .resideOutsideOfPackages(ADAPTER, "io.nextline.samples..", "io.nextline.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HAPI);

    /** The command line writes evidence as FHIR, and its jar is without HAPI. */
    @ArchTest
    static final ArchRule evidenceAsFhirNeedsNoHapi = noClasses()
            .that()
            .resideInAPackage("io.nextline.fhir.evidence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ca.uhn..", "org.hl7..", "io.nextline.fhir");

    @ArchTest
    static final ArchRule cdsHooksNeverKnowsTheAdapter = noClasses()
            .that()
            .resideInAPackage(CDS_HOOKS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ADAPTER);

    @ArchTest
    static final ArchRule onlyTheAdaptersServerKnowsCdsHooks = noClasses()
            .that()
            .resideInAPackage(ADAPTER)
            .and()
            .resideOutsideOfPackage("io.nextline.fhir.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CDS_HOOKS);

    /** Who only reads records with the adapter needs neither HAPI's server nor a servlet container. */
    @ArchTest
    static final ArchRule onlyTheAdaptersServerKnowsHapisServer = noClasses()
            .that()
            .resideInAPackage(ADAPTER)
            .and()
            .resideOutsideOfPackage("io.nextline.fhir.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ca.uhn.fhir.rest.server..",
                    "ca.uhn.fhir.rest.api.server..",
                    "ca.uhn.hapi.fhir.cdshooks..",
                    "jakarta.servlet..");

    /** Reading is its own; the plugin stands on it. */
    @ArchTest
    static final ArchRule readingNeverKnowsThePlugin = noClasses()
            .that()
            .resideInAPackage("io.nextline.fhir")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.nextline.fhir.server..");

    @ArchTest
    static final ArchRule nobodyKnowsTheSamples = noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.nextline.samples..");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(ArchitectureTest::isNullMarked);
    }

    private static void isNullMarked(JavaPackage pack) {
        assertThat(pack.isAnnotatedWith(NullMarked.class))
                .as("%s needs a package-info.java with @NullMarked", pack.getName())
                .isTrue();
    }
}

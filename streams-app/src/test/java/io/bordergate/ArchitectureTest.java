package io.bordergate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/** runtime -> topology -> domain; nothing points back. */
@AnalyzeClasses(packages = "io.bordergate", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] JAVA_FOR_THE_DOMAIN = {
        "java.lang",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.text",
        "java.time..",
        "java.util",
        "java.util.function",
        "java.util.regex",
        "java.util.stream",
        "java.nio",
        "java.nio.charset",
        "org.HdrHistogram",
        "org.locationtech.jts.."
    };

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_ONLY_JAVA_AND_GEOMETRY = classes()
            .that()
            .resideInAPackage("io.bordergate.domain..")
            .and(not(simpleName("ZoneIndex")))
            .should()
            .onlyDependOnClassesThat(
                    resideInAPackage("io.bordergate.domain..").or(resideInAnyPackage(JAVA_FOR_THE_DOMAIN)));

    @ArchTest
    static final ArchRule ONLY_THE_ZONE_INDEX_SHARES_BETWEEN_THREADS = classes()
            .that(simpleName("ZoneIndex"))
            .should()
            .onlyDependOnClassesThat(resideInAPackage("io.bordergate.domain.site")
                    .or(resideInAPackage("java.util.concurrent"))
                    .or(resideInAnyPackage(JAVA_FOR_THE_DOMAIN)));

    @ArchTest
    static final ArchRule THE_DOMAIN_IS_TOLD_THE_TIME = noClasses()
            .that()
            .resideInAPackage("io.bordergate.domain..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule ONLY_STATE_TOUCHES_INTERNALS_OF_KAFKA_STREAMS = noClasses()
            .that()
            .resideOutsideOfPackage("io.bordergate.state")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..internals..");

    @ArchTest
    static final ArchRule STATE_KNOWS_NOTHING_OF_OURS = noClasses()
            .that()
            .resideInAPackage("io.bordergate.state..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.bordergate..").and(not(resideInAPackage("io.bordergate.state.."))));

    @ArchTest
    static final ArchRule THE_TOPOLOGY_DOES_NOT_KNOW_WHERE_IT_RUNS = noClasses()
            .that()
            .resideInAPackage("io.bordergate.topology..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.bordergate.runtime..", "io.bordergate.sitefile..", "com.sun.net.httpserver..", "org.slf4j..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.bordergate.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_DOMAIN_HAS_NO_CYCLES =
            slices().matching("io.bordergate.domain.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
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
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .orShould()
            .resideInAPackage("..util..");

    @ArchTest
    static void isAboutAllOfIt(JavaClasses all) {
        for (String name : new String[] {"domain.presence.Track", "topology.Translate", "runtime.StreamsApp"}) {
            if (!all.contain("io.bordergate." + name)) {
                throw new AssertionError("the rules did not see " + name);
            }
        }
    }
}

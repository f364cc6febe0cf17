package org.rasd;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between packages, as the design has them. */
@AnalyzeClasses(packages = "org.rasd", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] STAGES = {
        "org.rasd.read..",
        "org.rasd.clean..",
        "org.rasd.extract..",
        "org.rasd.resolve..",
        "org.rasd.aggregate..",
        "org.rasd.publish.."
    };

    @ArchTest
    static final ArchRule STAGES_DO_NOT_KNOW_ONE_ANOTHER = slices().matching(
                    "org.rasd.(read|clean|extract|resolve|aggregate|publish)..")
            .namingSlices("stage $1")
            .should()
            .notDependOnEachOther()
            .because("only the job joins stages");

    @ArchTest
    static final ArchRule ONLY_THE_JOB_JOINS_STAGES = noClasses()
            .that()
            .resideInAnyPackage("org.rasd.model..", "org.rasd.lang..", "org.rasd.table..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STAGES)
            .because("what stages share must not know them");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_JOB = noClasses()
            .that()
            .resideOutsideOfPackages("org.rasd.job..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.rasd.job..")
            .because("the job is the top");

    @ArchTest
    static final ArchRule MODEL_AND_LANGUAGE_ARE_FREE_OF_SPARK = noClasses()
            .that()
            .resideInAnyPackage("org.rasd.model..", "org.rasd.lang..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..")
            .because("they are used and tested without Spark");

    @ArchTest
    static final ArchRule PURE_PARTS_OF_STAGES_ARE_FREE_OF_SPARK = noClasses()
            .that()
            .resideInAnyPackage("org.rasd.extract..", "org.rasd.resolve..")
            .and()
            .haveNameNotMatching(".*Stage(\\$.*)?")
            .and()
            .resideOutsideOfPackage("org.rasd.extract.annotate..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..")
            .allowEmptyShould(true)
            .because("extraction and resolution are pure; the stage only carries them");

    @ArchTest
    static final ArchRule SPARK_NLP_STAYS_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("org.rasd.extract.annotate..")
            .and()
            .resideOutsideOfPackage("org.rasd.job.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.johnsnowlabs..")
            .because("its API changes often: one package meets it, and the bench that measures it");

    @ArchTest
    static final ArchRule ICEBERG_STAYS_IN_ONE_CLASS = noClasses()
            .that()
            .haveNameNotMatching(".*\\.IcebergTables")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.iceberg..")
            .because("the job runs without its jar");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.rasd.(*)..").should().beFreeOfCycles();
}

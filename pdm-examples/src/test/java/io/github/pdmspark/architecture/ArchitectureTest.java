package io.github.pdmspark.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The five rules of {@code docs/decisions/0001-one-line-of-packages.md}. */
class ArchitectureTest {

    private static final String ROOT = "io.github.pdmspark.";

    /** The line of packages: each may import only those before it. */
    private static final List<String> LINE = List.of(
            "time",
            "error",
            "schema",
            "table",
            "quality",
            "fleet",
            "grid",
            "feature",
            "kernel",
            "pipeline",
            "label",
            "dataset",
            "split",
            "leakage",
            "model",
            "alarm",
            "calibration",
            "imputation",
            "distribution",
            "portable",
            "mllib",
            "bundle",
            "scoring",
            "training",
            "evaluation",
            "tuning",
            "survival",
            "life",
            "hazard",
            "explanation",
            "local",
            "monitoring",
            "gate",
            "database",
            "publication",
            "spec",
            "landing",
            "storage",
            "ledger",
            "increment",
            "follow",
            "job",
            "simulator",
            "cli");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.github.pdmspark");

    static Stream<String> packagesWithSuccessors() {
        return LINE.subList(0, LINE.size() - 1).stream();
    }

    @ParameterizedTest
    @MethodSource("packagesWithSuccessors")
    void packagesFormALine(String name) {
        String[] later = LINE.stream()
                .skip(LINE.indexOf(name) + 1)
                .map(ArchitectureTest::packageOf)
                .toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage(packageOf(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .because("a step of the flow knows only the steps before it (rule 1)"));
    }

    @Test
    void thereIsNoCycle() {
        check(slices().matching(ROOT + "(*)..")
                .should()
                .beFreeOfCycles()
                .because("packages form a line, never a loop (rule 1)"));
    }

    @Test
    void everyPackageHasItsPlaceInTheLine() {
        Set<String> found = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()).replaceAll("\\..*", ""))
                .filter(name -> !Set.of("report", "examples").contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).containsExactlyInAnyOrderElementsOf(LINE);
    }

    @Test
    void featuresAndLabelsAcceptCheckedHistoryOnly() {
        check(methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(packageOf("grid"), packageOf("pipeline"), packageOf("label"))
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                        com.tngtech.archunit.lang.conditions.ArchConditions.have(
                                describe("a Dataset as parameter", ArchitectureTest::takesDataset))))
                .because("validity is a type: who holds a FleetHistory has checked rows (rule 2)"));
    }

    private static boolean takesDataset(Object member) {
        return member instanceof JavaMethod method
                && method.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Dataset.class));
    }

    @Test
    void definitionsImportNoSpark() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        packageOf("time"),
                        packageOf("feature"),
                        packageOf("kernel"),
                        packageOf("alarm"),
                        packageOf("calibration"),
                        packageOf("portable"),
                        packageOf("survival"),
                        packageOf("local"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .because("the same code runs in a plain JVM (rule 3)"));
    }

    /** The kernel, the flat models and the local scorer reach no Spark, no Scala and no Hadoop, however far one follows them. */
    @Test
    void localScorerNeedsNoSparkOnTheClassPath() {
        check(noClasses()
                .that()
                .resideInAnyPackage(packageOf("kernel"), packageOf("portable"), packageOf("local"))
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..", "org.apache.hadoop..")
                .because("a plain JVM has none of them (rule 3)"));
    }

    @Test
    void onlyOnePackageImportsMllib() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(packageOf("mllib"), ROOT + "examples..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark.ml..")
                .because("MLlib is one way to make a model among others (rule 3)"));
    }

    @Test
    void coreFeaturesAndReportRunUnderSparkConnect() {
        String[] connectSafe = IntStream.range(0, LINE.indexOf("model"))
                .mapToObj(i -> packageOf(LINE.get(i)))
                .toArray(String[]::new);
        check(noClasses()
                .that(describe("run under Spark Connect", (JavaClass type) -> Stream.concat(
                                Stream.of(connectSafe), Stream.of(ROOT + "report.."))
                        .anyMatch(name -> com.tngtech.archunit.core.domain.PackageMatcher.of(name)
                                .matches(type.getPackageName()))))
                .should()
                .dependOnClassesThat(describe("need a classic session", ArchitectureTest::needsClassicSession))
                .orShould(callMethodWhere(cachesData()))
                .because("standard and serverless compute have no RDD, no context and no cache (rule 3)"));
    }

    @Test
    void chartsAndPagesReadNoSpark() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + "report..")
                .and()
                .resideOutsideOfPackage(ROOT + "report.result..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "report.Tables")
                .and(describe("are not part of Charts", (JavaClass type) -> !type.getName()
                        .startsWith(ROOT + "report.Charts")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .because("charts and pages are made from plain numbers"));
    }

    private static boolean needsClassicSession(JavaClass type) {
        return Stream.of(
                                "org.apache.spark.rdd",
                                "org.apache.spark.sql.catalyst",
                                "org.apache.spark.sql.execution",
                                "org.apache.spark.sql.classic",
                                "org.apache.spark.scheduler")
                        .anyMatch(name -> type.getPackageName().startsWith(name))
                || Set.of(
                                "org.apache.spark.SparkContext",
                                "org.apache.spark.api.java.JavaSparkContext",
                                "org.apache.spark.api.java.JavaRDD",
                                "org.apache.spark.sql.util.QueryExecutionListener")
                        .contains(type.getName());
    }

    private static DescribedPredicate<JavaMethodCall> cachesData() {
        return describe(
                "cache a dataset",
                call -> Set.of("cache", "persist").contains(call.getTarget().getName())
                        && call.getTargetOwner().isAssignableTo(Dataset.class));
    }

    @Test
    void pastAndFutureDoNotKnowEachOther() {
        check(noClasses()
                .that()
                .resideInAPackage(packageOf("label"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packageOf("feature"), packageOf("kernel"), packageOf("pipeline"))
                .because("past and future meet first in dataset (rule 4)"));
        check(noClasses()
                .that()
                .resideInAnyPackage(packageOf("feature"), packageOf("kernel"), packageOf("pipeline"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packageOf("label"))
                .because("past and future meet first in dataset (rule 4)"));
    }

    @Test
    void scoringCannotSeeAnAnswer() {
        check(noClasses()
                .that()
                .resideInAnyPackage(packageOf("scoring"), packageOf("local"), packageOf("portable"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packageOf("label"), packageOf("dataset"), packageOf("split"), packageOf("training"))
                .because("production code has no labels (rule 5)"));
    }

    @Test
    void rootOfModellingHoldsContractsOnly() {
        check(classes()
                .that()
                .resideInAPackage(packageOf("model"))
                .should()
                .onlyDependOnClassesThat(describe(
                        "are contracts or earlier steps",
                        type -> !type.getPackageName().startsWith(ROOT)
                                || LINE.subList(0, LINE.indexOf("model") + 1).stream()
                                        .anyMatch(name -> type.getPackageName().equals(packageOf(name)))))
                .because("a root package imports none of its children"));
    }

    private static String packageOf(String name) {
        return ROOT + name;
    }

    /** A rule that matches no class at all fails: ArchUnit refuses an empty "that". */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(CLASSES);
    }
}

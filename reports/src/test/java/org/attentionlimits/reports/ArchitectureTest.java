package org.attentionlimits.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Dependencies point down only.
 *
 * <p>Each rule is checked twice: the product must keep it, and the classes in {@code fixture},
 * which repeat the product's packages and break every rule once, must be found out.
 */
class ArchitectureTest {

  private static final String PRODUCT = "org.attentionlimits";
  private static final String FIXTURE = "org.attentionlimits.reports.fixture";

  private static final JavaClasses PRODUCT_CLASSES =
      new ClassFileImporter()
          .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(PRODUCT);
  private static final JavaClasses FIXTURE_CLASSES =
      new ClassFileImporter().importPackages(FIXTURE);

  /** A rule of the packages under a root, and the class of the fixture that breaks it. */
  record Rule(String name, RuleOf of, String offender) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Makes a rule for the packages under a root. */
  interface RuleOf {
    ArchRule under(String root);
  }

  static Stream<Rule> rules() {
    return Stream.of(
        new Rule("theory uses nothing else", ArchitectureTest::theoryIsSelfContained, "OnDjl"),
        new Rule("empirical uses no reports", ArchitectureTest::empiricalIsBelow, "OnReports"),
        new Rule("only theory.jqwik uses jqwik", ArchitectureTest::jqwikIsOptional, "OnJqwik"),
        new Rule("exact constants", ArchitectureTest::constantsAreExact, "Rounded"),
        new Rule("no package cycles", ArchitectureTest::packagesAreFreeOfCycles, "OnClaim"),
        new Rule("layers of theory", ArchitectureTest::layersOfTheory, "OnClaim"),
        new Rule("instances know no claim", ArchitectureTest::instancesKnowNoClaim, "OnSearch"),
        new Rule("layers of the search", ArchitectureTest::layersOfSearch, "OnShrink"),
        new Rule("layers of empirical", ArchitectureTest::layersOfEmpirical, "OnModel"),
        new Rule("suite and runner", ArchitectureTest::suiteAndRunner, "OnRun"),
        new Rule("layers of reports", ArchitectureTest::layersOfReports, "OnPage"),
        new Rule("layers of commands", ArchitectureTest::layersOfCommands, "OnCommand"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void productKeeps(Rule rule) {
    assertThatCode(() -> rule.of().under(PRODUCT).check(PRODUCT_CLASSES))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void fixtureBreaks(Rule rule) {
    List<String> violations =
        rule.of().under(FIXTURE).evaluate(FIXTURE_CLASSES).getFailureReport().getDetails();

    assertThat(violations).anyMatch(violation -> violation.contains("." + rule.offender()));
  }

  private static ArchRule theoryIsSelfContained(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".theory..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + ".theory..",
            "java..",
            "org.apache.commons.math3..",
            "ch.obermuhlner.math..",
            "com.fasterxml.jackson.core.io",
            "jdk.incubator.vector..",
            "net.jqwik.api..")
        .allowEmptyShould(true);
  }

  private static ArchRule empiricalIsBelow(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".empirical..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".reports..")
        .allowEmptyShould(true);
  }

  private static ArchRule jqwikIsOptional(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".theory.jqwik..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.jqwik..")
        .allowEmptyShould(true);
  }

  private static ArchRule constantsAreExact(String root) {
    String theory = root + ".theory.";
    return noClasses()
        .that()
        .resideInAnyPackage(
            theory + "catalogue..",
            theory + "geometry..",
            theory + "jacobian..",
            theory + "normalize..",
            theory + "attention..")
        .should()
        .callMethod(Arithmetic.class, "of", double.class)
        .because("an instance's number is an input, and a constant an integer, ratio or decimal")
        .allowEmptyShould(true);
  }

  private static ArchRule packagesAreFreeOfCycles(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
  }

  private static ArchRule layersOfTheory(String root) {
    return layers(
        root + ".theory",
        List.of("real"),
        List.of("normalize"),
        List.of("attention"),
        List.of("chance"),
        List.of("geometry", "jacobian"),
        List.of("kernel"),
        List.of("claim", "profile"),
        List.of("random"),
        List.of("catalogue", "search"),
        List.of("jqwik"),
        List.of("power"),
        List.of("example"));
  }

  /** What is drawn must not depend on what is claimed of it, or on who searches. */
  private static ArchRule instancesKnowNoClaim(String root) {
    String theory = root + ".theory.";
    return noClasses()
        .that()
        .resideInAnyPackage(theory + "attention..", theory + "profile..", theory + "random..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            theory + "claim..",
            theory + "catalogue..",
            theory + "search..",
            theory + "power..",
            theory + "jqwik..")
        .allowEmptyShould(true);
  }

  private static ArchRule layersOfSearch(String root) {
    return layers(root + ".theory.search", List.of("measure"), List.of("shrink"));
  }

  private static ArchRule layersOfEmpirical(String root) {
    return layers(
        root + ".empirical",
        List.of("io"),
        List.of("download"),
        List.of("tensor", "text"),
        List.of("recording"),
        List.of("model"),
        List.of("training"),
        List.of("statistics"),
        List.of("kernel", "check"),
        List.of("experiment"));
  }

  private static ArchRule suiteAndRunner(String root) {
    return slices()
        .matching(root + ".empirical.experiment.(*)")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true);
  }

  private static ArchRule layersOfReports(String root) {
    return layers(
        root + ".reports",
        List.of("ledger", "memory"),
        List.of("figure", "instance"),
        List.of("page", "badge", "summary"),
        List.of("export"),
        List.of("rows"),
        List.of("cli"));
  }

  private static ArchRule layersOfCommands(String root) {
    return layers(root + ".reports.cli", List.of("option"), List.of("claim", "report"));
  }

  /** Packages from the lowest rank to the highest; each may use those of lower ranks only. */
  @SafeVarargs
  private static ArchRule layers(String module, List<String>... ranks) {
    LayeredArchitecture layers =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(module + "..")
            .withOptionalLayers(true);
    for (List<String> rank : ranks) {
      for (String name : rank) {
        layers = layers.layer(name).definedBy(module + "." + name + "..");
      }
    }
    List<String> below = new ArrayList<>();
    for (List<String> rank : ranks) {
      for (String name : rank) {
        layers =
            below.isEmpty()
                ? layers.whereLayer(name).mayNotAccessAnyLayer()
                : layers.whereLayer(name).mayOnlyAccessLayers(below.toArray(String[]::new));
      }
      below.addAll(rank);
    }
    return layers.allowEmptyShould(true);
  }
}

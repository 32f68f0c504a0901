package org.attentionlimits.reports.cli.claim;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a command's claims are: the catalogue, or a class of the user's. */
final class ClaimSource {

  private static final String CLASS_PATH = "--class-path";

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]*[a-z0-9]");

  @Option(
      names = CLASS_PATH,
      paramLabel = "PATH",
      description =
          "Jars and directories of a class of your own, whose name stands before that of the claim,"
              + " which may be left out: attack --class-path my.jar my.pkg.MyClaims.")
  private String classPath;

  /**
   * Claims that words name.
   *
   * @param claims those that are meant, at least one
   * @param among all of the same source
   * @param words that name the source on a command line; none for the catalogue
   * @param rest of the words
   */
  record Chosen(
      List<Claim<?>> claims, List<Claim<?>> among, List<String> words, List<String> rest) {

    /** The only claim. */
    Claim<?> one() {
      if (claims.size() > 1) {
        throw new IllegalArgumentException(
            "the class has several claims, name one: "
                + String.join(", ", claims.stream().<String>map(Claim::id).toList()));
      }
      return claims.get(0);
    }

    /** The words before a claim's name of a command that evaluates it. */
    List<String> evaluate(CommandSpec spec) {
      return Stream.concat(Stream.of(spec.root().name(), "evaluate"), words.stream()).toList();
    }

    /** The claims, if nothing else was said. */
    List<Claim<?>> alone() {
      if (!rest.isEmpty()) {
        throw new IllegalArgumentException("nothing may follow the claim: " + rest.get(0));
      }
      return claims;
    }
  }

  /**
   * Rejects a name that is none in the catalogue; classes are looked up when a command runs.
   *
   * @param words at least one
   */
  void check(List<String> words) {
    if (classPath == null) {
      choose(words);
    }
  }

  /** The claims that the first words name. */
  Chosen choose(List<String> words) {
    if (classPath == null) {
      Claim<?> claim = ClaimNames.find(words.get(0), Catalogue.claims());
      return new Chosen(
          List.of(claim), Catalogue.claims(), List.of(), words.subList(1, words.size()));
    }
    List<Claim<?>> own = OwnClaims.of(classPath, words.get(0));
    Optional<String> name = words.stream().skip(1).limit(1).filter(ClaimSource::isName).findFirst();
    return new Chosen(
        name.map(id -> List.<Claim<?>>of(ClaimNames.find(id, own))).orElse(own),
        own,
        List.of(CLASS_PATH, classPath, words.get(0)),
        words.subList(name.isPresent() ? 2 : 1, words.size()));
  }

  /** Whether a word is a name of a claim, which no instance or option is. */
  private static boolean isName(String word) {
    return NAME.matcher(word).matches() && !word.startsWith("-");
  }
}

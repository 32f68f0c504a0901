package org.attentionlimits.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.reports.testing.Searched;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsTexTests {

  private static final Pattern DEFINED =
      Pattern.compile("(?m)^\\\\newcommand\\{\\\\(al[A-Za-z]+)}\\{");
  private static final Pattern USED = Pattern.compile("\\\\(al[A-Z][A-Za-z]*)(?=[ %\n&])");

  private static Ledger searched() {
    return Ledgers.of(Searched.claims(), List.of());
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void theCellsOfAClaimAreCommandsAndItsTableUsesThem() {
    String text = ResultsTex.of(Ledgers.sample());

    assertThat(text)
        .contains(
            """
            \\newcommand{\\alCorollaryThreeTemperatureVerdict}{refuted}
            \\newcommand{\\alCorollaryThreeTemperatureTries}{100}
            \\newcommand{\\alCorollaryThreeTemperatureLeft}{0.5}
            \\newcommand{\\alCorollaryThreeTemperatureRight}{0.25}
            \\newcommand{\\alCorollaryThreeTemperatureRatio}{2.000}
            """)
        .contains(
            "\n\\texttt{corollary-3-temperature} & \\alCorollaryThreeTemperatureVerdict"
                + " & \\alCorollaryThreeTemperatureTries & \\alCorollaryThreeTemperatureLeft"
                + " & \\alCorollaryThreeTemperatureRight & \\alCorollaryThreeTemperatureRatio"
                + " \\\\\n");
  }

  @Test
  void everyCommandIsDefinedOnceAndEveryOneThatIsUsedIsDefined() {
    String text = ResultsTex.of(searched());
    List<String> defined = all(DEFINED, text);

    assertThat(defined).doesNotHaveDuplicates().hasSizeGreaterThan(5 * Searched.claims().size());
    assertThat(all(USED, text))
        .doesNotHaveDuplicates()
        .isSubsetOf(defined)
        .hasSizeGreaterThanOrEqualTo(5 * Searched.claims().size());
  }

  @Test
  void bracesAreClosedAndSpecialCharactersEscaped() {
    String text = ResultsTex.of(searched());

    assertThat(text).matches("[\\x20-\\x7e\\n]*").doesNotContain("(U+");
    assertThat(depths(text)).allMatch(depth -> depth >= 0).endsWith(0);
    String cells =
        text.lines()
            .filter(line -> line.startsWith("\\newcommand") && line.endsWith("}"))
            .reduce("", (all, line) -> all + "\n" + line);
    assertThat(cells.replaceAll("\\\\.", "")).doesNotContain("%", "#", "&", "$", "_", "^", "~");
  }

  /** How many braces are open after each that is no character of the text. */
  private static List<Integer> depths(String text) {
    List<Integer> depths = new ArrayList<>();
    int depth = 0;
    for (char c : text.replaceAll("\\\\[{}\\\\]", "").toCharArray()) {
      if (c == '{' || c == '}') {
        depth += c == '{' ? 1 : -1;
        depths.add(depth);
      }
    }
    return depths;
  }

  @ParameterizedTest
  @CsvSource({
    "corollary-3-sqrt2, CorollaryThreeSqrtTwo",
    "lemma-1, LemmaOne",
    "a-10-b, AOneZeroB",
    "sparse, Sparse"
  })
  void namesHaveLettersOnly(String id, String name) {
    assertThat(new TexNames().of(id)).isEqualTo(name);
  }

  /** Different ids that spell alike. */
  @Test
  void noNameIsGivenTwice() {
    ClaimEntry digit = Ledgers.claim("bound-1", Verdict.SURVIVED);
    ClaimEntry word = Ledgers.claim("bound-one", Verdict.REFUTED);
    String text = ResultsTex.of(Ledgers.of(List.of(digit, word), List.of()));

    assertThat(all(DEFINED, text))
        .doesNotHaveDuplicates()
        .contains("alBoundOneVerdict", "alBoundOneXVerdict");
  }
}

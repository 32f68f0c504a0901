package org.attentionlimits.theory.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.real.Decimals;
import org.attentionlimits.theory.search.Adversary;
import org.attentionlimits.theory.search.Finding;
import org.junit.jupiter.api.Test;

class EntropyByLargestWeightTests {

  private static final Path SOURCE =
      Path.of("src/main/java/org/attentionlimits/theory/example/EntropyByLargestWeight.java");

  @Test
  void oneCallRefutesTheGuessByTwoTokensOfOneDigit() {
    Finding<LogitRow> finding = Adversary.usual().attack(EntropyByLargestWeight.GUESS);

    LogitRow counterexample = finding.counterexample().orElseThrow().instance();
    assertThat(counterexample.tokens()).isEqualTo(2);
    assertThat(Arrays.stream(counterexample.numbers()).boxed())
        .allSatisfy(x -> assertThat(Decimals.significantDigits(x)).isLessThanOrEqualTo(1));
    assertThat(finding.text())
        .contains("entropy-by-largest-weight: REFUTED")
        .contains("at " + counterexample)
        .contains("certified to 60 digits: left at least ", ", right at most ");
  }

  @Test
  void fanosBoundSurvivesAndIsAttained() {
    Finding<LogitRow> finding = Adversary.usual().attack(EntropyByLargestWeight.FANO);

    assertThat(finding.verdict()).isEqualTo(Verdict.SURVIVED);
    assertThat(finding.largestRatio()).isBetween(0.999999, 1 + 1e-15);
    assertThat(finding.text())
        .contains("entropy-by-fano: SURVIVED after 20000 tries, left/right up to 1");
  }

  @Test
  void bothBoundTheEntropyByTheLargestWeightAndTheNumberOfTokens() {
    LogitRow row =
        new LogitRow(2, new double[] {2 * Math.log(0.3), 2 * Math.log(0.6), 2 * Math.log(0.1)});
    double entropy = -0.6 * Math.log(0.6) - 0.3 * Math.log(0.3) - 0.1 * Math.log(0.1);

    assertSides(EntropyByLargestWeight.GUESS, row, entropy, 2 * 0.4 * Math.log(3));
    assertSides(
        EntropyByLargestWeight.FANO, row, entropy, -0.6 * Math.log(0.6) - 0.4 * Math.log(0.2));
  }

  private static void assertSides(Claim<LogitRow> claim, LogitRow row, double left, double right) {
    Evaluation sides = claim.evaluate(row);
    assertThat(sides.left().value()).isCloseTo(left, within(1e-12));
    assertThat(sides.right().value()).isCloseTo(right, within(1e-12));
  }

  @Test
  void aClaimTakesAtMostTwentyFiveLines() throws IOException {
    List<String> lines = Files.readAllLines(SOURCE);
    int start = indexOf(lines, "Claim<LogitRow> GUESS", 0);
    int end = indexOf(lines, "});", start);
    assertThat(end - start).isBetween(1, 25);
  }

  private static int indexOf(List<String> lines, String text, int from) {
    int i = from;
    while (!lines.get(i).contains(text)) {
      i++;
    }
    return i;
  }
}

package org.attentionlimits.reports.cli.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.reports.instance.InstanceText;
import org.attentionlimits.reports.ledger.Instances;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.random.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed of an instance, and what an option takes, reads back as the same instance. */
class InstanceWordsTests {

  private static final int DRAWS = 200;

  /** Claims are evaluated at so many instances, the landmarks first. */
  private static final int EVALUATED = 5;

  static List<Space<?>> spaces() {
    return Spaces.all();
  }

  static List<Claim<?>> claims() {
    return Catalogue.claims();
  }

  private static <I extends Instance<I>> Stream<I> instances(Space<I> space) {
    SplittableRandom random = new SplittableRandom(1);
    return Stream.of(
            space.landmarks(),
            Stream.generate(() -> space.draw(random)).limit(DRAWS),
            Stream.generate(() -> space.drawPlain(random)).limit(DRAWS))
        .flatMap(some -> some);
  }

  private static <I extends Instance<I>> List<I> read(Space<I> space, List<String> words)
      throws IOException {
    return new InstanceWords<>(space.type(), new ByteArrayInputStream(new byte[0])).read(words);
  }

  @ParameterizedTest
  @MethodSource("spaces")
  <I extends Instance<I>> void optionsReadBack(Space<I> space) throws IOException {
    for (I instance : instances(space).toList()) {
      JsonNode node = Instances.write(instance);

      List<I> read = read(space, Example.options(node));

      assertThat(read).hasSize(1);
      assertThat(Instances.write(read.get(0))).isEqualTo(node);
    }
  }

  @ParameterizedTest
  @MethodSource("spaces")
  <I extends Instance<I>> void anArgumentReadsBack(Space<I> space) throws IOException {
    for (I instance : instances(space).toList()) {
      String argument = InstanceText.of(space.type(), Instances.write(instance));

      assertThat(read(space, List.of(argument)).get(0)).isEqualTo(instance);
    }
  }

  /** A text leaves nothing out of short rows, so that JSON is needed only for long ones. */
  @ParameterizedTest
  @MethodSource("spaces")
  <I extends Instance<I>> void aTextReadsBackUnlessItLeavesNumbersOut(Space<I> space) {
    for (I instance : instances(space).toList()) {
      String text = instance.toString();
      if (text.contains(" more …")) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> InstanceText.read(space.type(), text))
            .withMessageContaining("numbers are left out, give the instance as JSON");
      } else {
        assertThat(InstanceText.read(space.type(), text)).hasToString(text);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("claims")
  <I extends Instance<I>> void aClaimHasTheSameSidesAtWhatWasReadBack(Claim<I> claim)
      throws IOException {
    List<I> some =
        instances(Spaces.of(claim.type()))
            .filter(instance -> instance.tokens() <= 64 && claim.admits(instance))
            .limit(EVALUATED)
            .toList();
    for (I instance : some) {
      Evaluated direct = Evaluated.of(claim, instance);
      JsonNode node = Instances.write(instance);
      I read = read(Spaces.of(claim.type()), Example.options(node)).get(0);
      String argument = InstanceText.of(claim.type(), node);
      I text = InstanceText.read(claim.type(), argument);

      assertThat(Evaluated.of(claim, read)).isEqualTo(direct);
      assertThat(sides(Evaluated.of(claim, text))).isEqualTo(sides(direct));
    }
    assertThat(some).isNotEmpty();
  }

  private static List<Object> sides(Evaluated at) {
    return List.of(at.text(), at.verdict(), at.left(), at.right(), at.certificate());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,0;0,1 | ((1, 0), (0, 1))",
        "[[1,0],[0,1]] | ((1, 0), (0, 1))",
        "((1, 0) × 2) | ((1, 0), (1, 0))",
        "(1, 0)*2 | ((1, 0), (1, 0))",
        "1;0 | ((1), (0))",
        "0*2;1,1 | ((0, 0), (1, 1))",
      })
  void rowsAreWrittenInSeveralWays(String value, String printed) throws IOException {
    List<String> words =
        List.of("--logits", "0,0", "-T", "1", "--embeddings", value, "--selected", "1");

    assertThat(read(Spaces.of(EmbeddedRow.TYPE), words).get(0).toString())
        .contains("x = " + printed + ", N = 1");
  }

  @Test
  void aSetIsWrittenWithRanges() throws IOException {
    List<String> words = List.of("--logits=0*6", "-T=1", "--embeddings=(1)×6", "--selected=0-2,5");

    assertThat(read(Spaces.of(SelectedRow.TYPE), words).get(0).selected())
        .containsExactly(0, 1, 2, 5);
  }

  @Test
  void negativeNumbersAreValues() throws IOException {
    assertThat(read(Spaces.of(LogitRow.TYPE), List.of("--logits", "-1,-2e0", "-T", "1")))
        .containsExactly(new LogitRow(1, -1, -2));
  }
}

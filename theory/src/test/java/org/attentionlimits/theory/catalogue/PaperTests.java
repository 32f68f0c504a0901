package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.attentionlimits.theory.catalogue.PaperStatement.Display;
import org.attentionlimits.theory.catalogue.PaperStatement.Status;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperTests {

  @Test
  void readsWhatThePaperIs() {
    Paper paper =
        Paper.parse(
            """
            # a comment

            title\tA title
            authors\tSomebody
            source\tarXiv:1234.56789
            version\tthe first text
            statement\tlemma-9\twords\tLemma 9\twhat it says
            unseen\tits display
            """);

    assertThat(paper.title()).isEqualTo("A title");
    assertThat(paper.version()).isEqualTo("the first text");
    assertThat(paper.statements())
        .containsExactly(new PaperStatement("lemma-9", Display.WORDS, "Lemma 9", "what it says"));
    assertThat(paper.unseen()).containsExactly("its display");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statement\tlemma-9\tseen\tLemma 9",
        "statement\tlemma-9\tperhaps\tLemma 9\twords",
        "unseen",
        "rests\tlemma-9",
        "rests\tlemma-9\tlemma-8",
        "ours\tlemma-9\tno statement",
        "title\tone\ttwo",
        "title\tone\ntitle\ttwo"
      })
  void rejectsWhatIsNoLineOfAPaper(String text) {
    assertThatThrownBy(() -> Paper.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "SEEN, REFUTED, REFUTED",
    "SEEN, SURVIVED, SURVIVED",
    "SEEN, UNDECIDED, UNDECIDED",
    "WORDS, REFUTED, REFUTED",
    "WORDS, SURVIVED, SURVIVED",
    "WORDS, UNDECIDED, UNDECIDED"
  })
  void aStatementThatWasSeenHasTheVerdictOfItsClaim(
      Display display, Verdict verdict, Status status) {
    assertThat(new PaperStatement("x", display, "p", "w").status(verdict)).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource
  void noVerdictOfAReadingIsThePapers(Verdict verdict) {
    assertThat(new PaperStatement("x", Display.UNSEEN, "p", "w").status(verdict))
        .isEqualTo(Status.UNCONFIRMED);
  }

  @Test
  void aStatementAboutAnUnseenFormulaIsAReadingUntilThatIsSeen() {
    String text =
        "statement\ta\t%s\tLemma 1\tfirst\nstatement\tb\twords\tafter it\tsecond\nrests\tb\ta\n";

    assertThat(status("b", String.format(Locale.ROOT, text, "unseen")))
        .isEqualTo(Status.UNCONFIRMED);
    assertThat(status("b", String.format(Locale.ROOT, text, "seen"))).isEqualTo(Status.REFUTED);
  }

  private static Status status(String id, String text) {
    return Paper.parse(text).statement(id).orElseThrow().status(Verdict.REFUTED);
  }

  @Test
  void everyStatementFallsIntoExactlyOneStatus() {
    Map<Status, Long> counts =
        Paper.theOne().statements().stream()
            .collect(Collectors.groupingBy(s -> s.status(Verdict.REFUTED), Collectors.counting()));

    assertThat(counts.values().stream().mapToLong(n -> n).sum())
        .isEqualTo(Paper.theOne().statements().size());
    assertThat(Set.of(Status.REFUTED, Status.DEPENDS, Status.UNCONFIRMED))
        .containsAll(counts.keySet());
  }

  @Test
  void statementsAreDistinctAndFoundByTheirClaim() {
    Paper paper = Paper.theOne();
    assertThat(paper.statements()).extracting(PaperStatement::id).doesNotHaveDuplicates();
    assertThat(paper.statements()).allSatisfy(s -> assertThat(paper.statement(s.id())).contains(s));
    assertThat(paper.statement("no-claim")).isEmpty();
    assertThat(Arrays.asList(paper.title(), paper.authors(), paper.source(), paper.version()))
        .allSatisfy(text -> assertThat(text).isNotBlank());
  }
}

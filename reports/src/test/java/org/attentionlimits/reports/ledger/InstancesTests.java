package org.attentionlimits.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.random.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InstancesTests {

  private static final int DRAWS = 200;

  /** An instance with the fields a test gives it. */
  private record Fielded(Map<String, Object> fields) implements Instance<Fielded> {

    private static Fielded of(Object value) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("value", value);
      return new Fielded(fields);
    }

    private static final InstanceType<Fielded> TYPE =
        InstanceType.of(Fielded.class, "fields")
            .madeBy(
                values -> {
                  throw new UnsupportedOperationException("fields are given");
                });

    @Override
    public InstanceType<Fielded> type() {
      return TYPE;
    }

    @Override
    public int tokens() {
      return 1;
    }

    @Override
    public Stream<Fielded> smaller() {
      return Stream.empty();
    }
  }

  static List<Claim<?>> claimsOfEveryType() {
    Map<InstanceType<?>, Claim<?>> byType = new LinkedHashMap<>();
    Catalogue.claims().forEach(claim -> byType.putIfAbsent(claim.type(), claim));
    return List.copyOf(byType.values());
  }

  private static JsonNode json(String text) {
    return Json.read(text, JsonNode.class);
  }

  @ParameterizedTest
  @MethodSource("claimsOfEveryType")
  void everyTypeOfTheCatalogueReadsBackFromItsText(Claim<?> claim) {
    readsBack(claim);
  }

  private static <I extends Instance<I>> void readsBack(Claim<I> claim) {
    Space<I> space = Spaces.of(claim.type());
    SplittableRandom random = new SplittableRandom(1);
    Stream<I> drawn = Stream.generate(() -> space.draw(random)).limit(DRAWS);

    assertThat(Stream.concat(space.landmarks(), drawn))
        .allSatisfy(
            instance -> {
              String text = Json.print(Instances.write(instance));
              assertThat(Instances.read(claim.type(), json(text))).isEqualTo(instance);
            });
  }

  @Test
  void choicesAndNestedObjectsAreWritten() {
    Map<String, Object> nested = new LinkedHashMap<>();
    nested.put("verdict", Verdict.REFUTED);
    nested.put("rows", new double[][] {{0.1, 1e-300}, {2}});
    nested.put("set", new int[] {1, 2});
    nested.put("names", new String[] {"a", "b"});

    assertThat(Json.print(Instances.write(Fielded.of(nested))))
        .isEqualTo(
            Json.print(
                json(
                    """
                {"value": {"verdict": "REFUTED", "rows": [[0.1, 1E-300], [2]], "set": [1, 2],
                 "names": ["a", "b"]}}
                """)));
  }

  @Test
  void fieldWithoutJsonFailsLoudly() {
    for (Object value : new Object[] {new Object(), List.of(1), 1L, null}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Instances.write(Fielded.of(value)))
          .withMessageStartingWith("no JSON for a field of ");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Instances.write(Fielded.of(new double[] {Double.NaN})))
        .withMessage("no JSON for a number that is not finite: NaN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | must be an object: []",
        "{} | temperature: missing",
        "{\"temperature\": \"1\", \"logits\": [0]} | temperature: must be a number: \"1\"",
        "{\"temperature\": null, \"logits\": [0]} | temperature: must be a number: null",
        "{\"temperature\": 1, \"logits\": 0} | logits: must be an array: 0",
        "{\"temperature\": 1, \"logits\": [0, {}]} | logits 1: must be a number: {}",
        "{\"temperature\": 1, \"logits\": [1e999]} | line 1: a number must be in the range of double precision: 1e999",
        "{\"temperature\": 1, \"logits\": [1.9999999999999998E23]} | logits 0: must be the shortest"
            + " decimal of a double",
        "{\"temperature\": 1, \"logits\": [1e-999]} | line 1: a number must be in the range of double precision: 1e-999",
        "{\"temperature\": 1, \"logits\": [0.10000000000000001]} | logits 0: must be the shortest decimal",
        "{\"temperature\": 1, \"logits\": [9007199254740993]} | logits 0: must be the shortest decimal",
        "{\"temperature\": 0, \"logits\": [0]} | temperature must be positive",
        "{\"temperature\": 1, \"logits\": []} | logits must not be empty",
        "{\"temperature\": 1, \"logits\": [0], \"more\": 1} | more: no such field",
      })
  void whatIsNoInstanceIsToldInOneLine(String text, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Instances.read(LogitRow.TYPE, json(text)))
        .withMessageStartingWith(problem)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void choicesAndIntegersAreCheckedToo() {
    String row = "\"temperature\": 1, \"logits\": [0]";

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Instances.read(FunctionRow.TYPE, json("{\"function\": \"SINE\", " + row + "}")))
        .withMessageStartingWith("function: must be one of [EXPONENTIAL, ");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Instances.read(
                    EmbeddedRow.TYPE,
                    json("{" + row + ", \"embeddings\": [[1]], \"selected\": 1.5}")))
        .withMessage("selected: must be an integer: 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Instances.read(
                    SelectedRow.TYPE,
                    json("{" + row + ", \"embeddings\": [[1]], \"selected\": [4294967296]}")))
        .withMessage("selected 0: must be an integer: 4294967296");
  }
}

package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.attentionlimits.reports.testing.Python;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code attention_limits.py} refuses, with one line each that tells what to do. */
class PythonRefusalTests {

  private static final String EAGER =
      "fused attention gives no weights: load the model with attn_implementation=\"eager\" and call"
          + " it with output_attentions=True";

  @TempDir private Path directory;

  /** Arguments of {@code save}, and how the line that refuses them begins. */
  private record Case(String arguments, String words) {}

  private static final List<Case> WHOLE =
      List.of(
          new Case("weights=None", "weights: None; " + EAGER),
          new Case("weights=(None, None)", "weights of layer 0: None; " + EAGER),
          new Case("weights=[W[0], None]", "weights of layer 1: None; " + EAGER),
          new Case(
              "weights={'logits': 1, 'past_key_values': 2}",
              "weights: neither blocks.*.attn.hook_pattern nor attentions are among: logits,"
                  + " past_key_values; "
                  + EAGER),
          new Case(
              "weights={'encoder_attentions': W, 'cross_attentions': W}",
              "weights: give one of encoder_attentions, cross_attentions; all but"
                  + " decoder_attentions need causal=False"),
          new Case("weights=W, logits=Cache({'a': 1})", "logits: no blocks.*.attn.hook_attn_score"),
          new Case(
              "weights=[np.concatenate([x, x]) for x in W]",
              "weights of layer 0: a batch of 2: save one text at a time, as [x[:1] for x in weights]"),
          new Case("weights=np.stack([np.concatenate(W)] * 2)", "weights of layer 0: a batch of 2"),
          new Case(
              "weights=(W, W, W)", "weights: a list of 3 steps, as model.generate gives; save one"),
          new Case(
              "weights=None, logits=W",
              "weights: None; give their softmax beside the logits: e = np.exp("),
          new Case("logits=W", "weights: None; give their softmax beside the logits: e = np.exp("),
          new Case("value=W", "weights: None; " + EAGER),
          new Case(
              "weights=W, logits=W, scaled=True", "temperature: None; scaled logits, as those of"),
          new Case(
              "weights=W, temperature=[1, 1e-320]", "temperature: must be from 1e-100 to 1e+100: "),
          new Case("weights=W, temperature=1e308", "temperature: must be from 1e-100 to 1e+100: "),
          new Case("weights=[]", "weights: no layers"),
          new Case("weights=3", "weights: must be a list of arrays: int"));

  private static final List<Case> SHAPES =
      List.of(
          new Case(
              "weights=W[0][0]",
              "weights: shape must be [layers, heads, Lq, Lk] or a list of [batch, heads, Lq, Lk]:"
                  + " [3, 5, 5]"),
          new Case(
              "weights=[W[0][0, 0]]",
              "weights of layer 0: shape must be [batch, heads, Lq, Lk] or [heads, Lq, Lk]: [5, 5]"),
          new Case("weights=[np.zeros((0, 3, 5, 5))]", "weights of layer 0: shape must be [batch,"),
          new Case("weights=[np.zeros((1, 3, 0, 0))]", "weights of layer 0: shape must be [batch,"),
          new Case(
              "weights=[W[0], attention(queries=4, keys=4)]",
              "weights of layer 1: shape must be [3, 5, 5]: [3, 4, 4]"),
          new Case("weights=[[[[1, 2], [3]]]]", "weights of layer 0: must be an array of numbers"),
          new Case("weights=['text']", "weights of layer 0: must be an array of numbers"),
          new Case("weights=[W[0].astype(int)]", "weights of layer 0: type must be float64"),
          new Case(
              "weights=[W[0], W[1].astype('f4')]", "weights: layers must be of one type: F32, F64"),
          new Case("weights=W, logits=W[:1]", "logits: must be of the layers of weights, [0, 1]: "),
          new Case(
              "weights=W, query=vectors(3, 4)",
              "query of layer 0: shape must be [3, 5, 4]: [3, 4, 4]"),
          new Case("weights=W, key=vectors(2, 5)", "key of layer 0: shape must be [3, 5, 4]: [2,"),
          new Case("weights=W, layers=[1]", "layers: must be 2 numbers, ascending: [1]"),
          new Case("weights=W[:1], layers=[1, 2]", "layers: must be 1 number, ascending: [1, 2]"),
          new Case("weights=W, layers=[3, 1]", "layers: must be 2 numbers, ascending: [3, 1]"),
          new Case("weights=W, sink=0.5", "sink: must have a number for each head of each layer"),
          new Case("weights=W, sink=[[1, 2]]", "sink: must have a number for each head of each"));

  private static final List<Case> MASKED =
      List.of(
          new Case(
              "weights=np.ma.array(W)", "weights of layer 0: a masked array: fill it, as with"),
          new Case("weights=[W[0], np.ma.array(W[1])]", "weights of layer 1: a masked array: "),
          new Case("weights=W, logits=[np.ma.array(x) for x in W]", "logits of layer 0: a masked"),
          new Case("weights=W, sink=[np.ma.ones(3), np.ones(3)]", "sink: a masked array: fill it"),
          new Case("weights=W, attention_mask=np.ma.ones(5)", "attention_mask: a masked array: "),
          new Case(
              "weights=W, input_ids=np.ma.ones(5, int)", "input_ids: a masked array: fill it, as"));

  private static final List<Case> PLACES =
      List.of(
          new Case(
              "weights=W, path='no/such/recording'",
              "path: its directory does not exist: no/such/recording"),
          new Case("weights=W, path='.'", "path: is a directory: ."));

  private static final List<Case> REST =
      List.of(
          new Case(
              "weights=[attention(queries=1)]",
              "1 query of 5 keys: give causal=False for cross-attention, or query_start, the position"
                  + " of the first query, 4 in a decoding step"),
          new Case("weights=[attention(queries=3)]", "3 queries of 5 keys: give causal=False"),
          new Case("weights=W, attention_mask=[2] * 5", "attention_mask: must hold 1 for tokens"),
          new Case(
              "weights=W, attention_mask=np.ones((2, 5))",
              "attention_mask: must be [5] or [5, 5], of one text: [2, 5]"),
          new Case("weights=W, input_ids=[1, 2]", "input_ids: must be [5], of one text: [2]"),
          new Case("weights=W, input_ids=[0.5] * 5", "input_ids: must be integers: float64"),
          new Case("weights=W, temperature=[2, -1]", "temperature: must be positive and finite, a"),
          new Case("weights=W, temperature=True", "temperature: must be positive and finite, a"),
          new Case("weights=W, temperature=[np.True_, 2]", "temperature: must be positive and"),
          new Case("weights=W, softcap=True", "softcap: must be positive and finite: True"),
          new Case(
              "weights=W, temperature=[2, 2, 2]",
              "temperature: must have an entry for each layer, 2: 3"),
          new Case(
              "weights=W, temperature=[[2, 2, 2], [2]]",
              "temperature: must have an entry for each head of a layer, 3: 1"),
          new Case("weights=W, temperature=np.nan", "temperature: must be positive and finite, a"),
          new Case("weights=W, softcap=[30]", "softcap: must be positive and finite: [30]"),
          new Case("weights=W, causal='no'", "causal: must be True or False: no"),
          new Case("weights=W, window=0", "window: must be an integer of at least 1: 0"),
          new Case("weights=W, query_start=True", "query_start: must be an integer of at least 0:"),
          new Case("weights=W, computed_in='int8'", "computed_in: must be float16, bfloat16,"),
          new Case("weights=W, model=W", "model: must be text: tuple"));

  @BeforeEach
  void python() {
    Python.assume();
  }

  private void assertRefused(List<Case> cases) throws IOException, InterruptedException {
    StringBuilder script =
        new StringBuilder(
            """
            from attention_limits import save
            from standin import *

            W = attention(), attention()

            def vectors(heads, tokens):
                return [rng.standard_normal((1, heads, tokens, 4))] * 2

            def refused(path="recording.safetensors", **arguments):
                try:
                    save(path, **arguments)
                    print("saved")
                except ValueError as e:
                    print(e)

            """);
    cases.forEach(of -> script.append("refused(").append(of.arguments).append(")\n"));

    List<String> lines = Python.run(directory, script.toString()).lines().toList();

    assertThat(lines).hasSameSizeAs(cases);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i)).as(cases.get(i).arguments).startsWith(cases.get(i).words);
    }
    assertThat(directory).isDirectoryNotContaining("glob:**recording*");
  }

  @Test
  void whatIsNoListOfLayers() throws IOException, InterruptedException {
    assertRefused(WHOLE);
  }

  @Test
  void shapesAndTypes() throws IOException, InterruptedException {
    assertRefused(SHAPES);
  }

  @Test
  void maskedArrays() throws IOException, InterruptedException {
    assertRefused(MASKED);
  }

  @Test
  void placesWhereNoFileCanBe() throws IOException, InterruptedException {
    assertRefused(PLACES);
  }

  @Test
  void whatIsToldBesideTheArrays() throws IOException, InterruptedException {
    assertRefused(REST);
  }
}

package org.attentionlimits.empirical.training;

import java.io.IOException;
import java.util.Arrays;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.text.ByteTokenizer;
import org.attentionlimits.empirical.text.Text;

/** The figure of a model card, measured anew on a stored model. */
public final class ValidationLoss {

  private ValidationLoss() {}

  /**
   * Mean loss in nats per byte over adjacent windows, of the model's positions each, of the last 5
   * % of the text it was trained on.
   *
   * @throws IllegalArgumentException if that is shorter than one window and a byte
   */
  public static double of(Gpt2 model, Text text) throws IOException {
    byte[] bytes = text.bytes();
    byte[] held = Arrays.copyOfRange(bytes, Gpt2Trainer.trainingBytes(bytes.length), bytes.length);
    int length = model.config().positions();
    int windows = (held.length - 1) / length;
    if (windows < 1) {
      throw new IllegalArgumentException(
          "last 5 % of the text must have at least " + (length + 1) + " bytes: " + held.length);
    }
    double sum = 0;
    for (int i = 0; i < windows; i++) {
      byte[] window = Arrays.copyOfRange(held, i * length, (i + 1) * length + 1);
      sum += model.meanLoss(ByteTokenizer.encode(window));
    }
    return sum / windows;
  }
}

package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.attentionlimits.empirical.model.Devices;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Gpt2Attention;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.attentionlimits.reports.cli.option.CacheOption;
import org.attentionlimits.reports.cli.option.Checked;
import org.attentionlimits.reports.cli.option.DeviceOption;
import org.attentionlimits.reports.cli.option.ModelOption;
import org.attentionlimits.reports.cli.option.OptionValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells by how much two computations of the same attention differ. */
@Command(
    name = "compare",
    description =
        "Tell the largest differences between recorded attention and another recording, or what a"
            + " model computes here on the same tokens.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true)
final class CompareCommand implements Callable<Integer>, Checked {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "Recorded attention.")
  private Path first;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "Another recording of the same attention.")
  private Path second;

  @Mixin private ModelOption model = new ModelOption(null);

  @Mixin private DeviceOption device;

  @Mixin private CacheOption cache;

  @Override
  public void check() {
    if ((model.name() == null) == (second == null)) {
      throw new IllegalArgumentException("compare needs either a second FILE or --model");
    }
    if (second != null) {
      OptionValues.exclude(spec, "a second FILE", List.of("--device", "--cache"));
    }
    device.check();
  }

  @Override
  public Integer call() throws IOException {
    check();
    try (RecordedAttention recorded = RecordedAttention.open(first)) {
      if (second == null) {
        compareWithModel(recorded);
      } else {
        compareWithFile(recorded);
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(recorded.description());
      out.flush();
    }
    return Main.SUCCESS;
  }

  private void compareWithFile(RecordedAttention recorded) throws IOException {
    try (RecordedAttention other = RecordedAttention.open(second)) {
      recorded.compareWith(other.description(), other);
    }
  }

  private void compareWithModel(RecordedAttention recorded) throws IOException {
    long[] ids =
        recorded
            .ids()
            .orElseThrow(() -> new IllegalArgumentException(first + ": must hold input_ids"));
    device.tellFallback(spec.commandLine().getErr());
    try (Gpt2 opened = device.open(model.name(), cache)) {
      Gpt2Attention here = new Gpt2Attention(opened, "the same tokens", ids);
      recorded.compareWith(
          opened.description() + " on " + Devices.name(opened.device()) + " here", here);
    }
  }
}

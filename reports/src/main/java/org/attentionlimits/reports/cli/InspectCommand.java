package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.attentionlimits.empirical.tensor.Safetensors;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.empirical.tensor.TensorInfo;
import org.attentionlimits.reports.summary.Table;
import org.attentionlimits.theory.real.Decimals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what is in a tensor file. */
@Command(
    name = "inspect",
    description =
        "Tell what is in a safetensors file: metadata, tensors, and what attention it records. The"
            + " exit code is 2 if it is not recorded attention.",
    footer = {"", "Example: attention-limits inspect attention.safetensors"},
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {

  private static final int LONGEST = 200;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A safetensors file.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Safetensors tensors = Safetensors.open(file)) {
      tensors
          .metadata()
          .forEach(
              (key, value) -> out.println(Line.of(key, LONGEST) + ": " + Line.of(value, LONGEST)));
      table(tensors).print(out);
    }
    out.println(attention());
    out.flush();
    return Main.SUCCESS;
  }

  /** Tensors that differ in the numbers of their names alone are one row. */
  private static Table table(Safetensors tensors) {
    Map<List<String>, List<TensorInfo>> groups = new LinkedHashMap<>();
    for (TensorInfo info : tensors.tensors().values()) {
      String pattern = info.name().replaceAll("(?<=^|\\.)\\d+(?=\\.|$)", "*");
      List<String> key = List.of(Line.of(pattern, LONGEST), info.dtype(), info.shape().toString());
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(info);
    }
    Table table = new Table(3, "tensor", "type", "shape", "number", "bytes");
    groups.forEach(
        (key, infos) ->
            table.row(
                key.get(0),
                key.get(1),
                key.get(2),
                String.valueOf(infos.size()),
                String.valueOf(infos.stream().mapToLong(i -> i.end() - i.begin()).sum())));
    return table;
  }

  private String attention() throws IOException {
    try (RecordedAttention recorded = RecordedAttention.open(file)) {
      double[] temperatures = recorded.temperatures();
      String told =
          String.format(
              Locale.ROOT,
              "Recorded attention: %s, %s vectors%s; %s",
              recorded.description(),
              recorded.hasVectors() ? "with" : "without",
              temperatures.length > 1 ? "" : ", temperature " + Decimals.toString(temperatures[0]),
              recorded.checked());
      return Stream.concat(Stream.of(told), recorded.remarks().stream().map(Line::capitalized))
          .collect(Collectors.joining("\n"));
    } catch (TensorFileException e) {
      throw new IOException("not recorded attention: " + Line.of(e.getMessage(), LONGEST), e);
    }
  }
}

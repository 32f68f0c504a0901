package org.attentionlimits.theory.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attentionlimits.theory.kernel.vector.VectorLanes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vector instructions of every width, each in a process of its own. */
class VectorLanesTests {

  private static List<String> linesOf(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(KernelDigest.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      return output.lines().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void vectorsOfEveryWidthComputeWhatLoopsCompute(int bits) throws IOException {
    assertThat(linesOf("--add-modules=jdk.incubator.vector", "-D" + VectorLanes.BITS + "=" + bits))
        .containsExactly(
            "vector instructions of " + bits + " bits", KernelDigest.of(RowKernel.scalar()));
  }

  @Test
  void aVirtualMachineWithoutTheModuleComputesTheSameByLoops() throws IOException {
    assertThat(linesOf()).containsExactly("scalar loops", KernelDigest.of(RowKernel.scalar()));
  }
}

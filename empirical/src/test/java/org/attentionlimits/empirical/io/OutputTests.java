package org.attentionlimits.empirical.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTests {

  @TempDir private Path directory;

  /** Takes no byte. */
  private static final class Failing extends OutputStream {
    private final String reason;

    Failing(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(reason);
    }
  }

  private static Optional<String> lossOf(Output output) {
    PrintWriter writer = SafeWriter.to(new PrintWriter(output, true, UTF_8));
    writer.println("text");
    writer.flush();
    writer.println("more");
    writer.flush();
    return output.loss();
  }

  @Test
  void whatIsWrittenArrives() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(lossOf(new Output(bytes, directory))).isEmpty();
    assertThat(bytes.toString(UTF_8)).isEqualToNormalizingNewlines("text\nmore\n");
  }

  @Test
  void aFailureOfWhatIsNoPipeIsALoss() {
    assertThat(lossOf(new Output(new Failing("No space left on device"), directory)))
        .contains("No space left on device");
  }

  @ParameterizedTest
  @CsvSource({"Broken pipe, true", "The pipe is being closed, true", "No space left, false"})
  void theReasonTellsAPipeWhereThereAreNoModes(String reason, boolean pipe) {
    Output output = new Output(new Failing(reason), directory.resolve("none"));
    assertThat(lossOf(output).isEmpty()).isEqualTo(pipe);
  }
}

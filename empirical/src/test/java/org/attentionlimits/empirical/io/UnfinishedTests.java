package org.attentionlimits.empirical.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be forced to the disk is not moved: a power cut would leave an empty file. */
class UnfinishedTests {

  @TempDir private Path directory;

  @Test
  void aFileThatCannotBeForcedStaysWhereItIs() throws IOException {
    Path target = Files.writeString(directory.resolve("file"), "before");
    Unfinished file = Unfinished.file(directory);
    file.channel().close();

    assertThatThrownBy(() -> file.move(whole -> Files.move(whole, directory.resolve("moved"))))
        .isInstanceOf(ClosedChannelException.class);

    file.remove();
    assertThat(target).hasContent("before");
    assertThat(directory.toFile().list()).containsExactly("file");
  }
}

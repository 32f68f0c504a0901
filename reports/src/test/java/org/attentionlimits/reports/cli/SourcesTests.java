package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.attentionlimits.reports.cli.Sources.Resource;
import org.junit.jupiter.api.Test;

class SourcesTests {

  private final List<String> closed = new ArrayList<>();

  private Resource good(String name) {
    return () -> closed.add(name);
  }

  private Resource failing(String name, Exception failure) {
    return () -> {
      closed.add(name);
      if (failure instanceof IOException e) {
        throw e;
      }
      throw (RuntimeException) failure;
    };
  }

  @Test
  void allAreClosedThoughSomeFail() {
    IOException first = new IOException("first");
    IllegalStateException second = new IllegalStateException("second");

    assertThatThrownBy(
            () ->
                Sources.closeAll(
                    List.of(good("a"), failing("b", first), failing("c", second), good("d"))))
        .isSameAs(first)
        .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(second));
    assertThat(closed).containsExactly("a", "b", "c", "d");
  }

  @Test
  void failureThatIsUncheckedIsThrownAsItIs() {
    IllegalStateException failure = new IllegalStateException("only");

    assertThatThrownBy(() -> Sources.closeAll(List.of(failing("a", failure), good("b"))))
        .isSameAs(failure);
    assertThat(closed).containsExactly("a", "b");
  }

  @Test
  void nothingFailsIfNothingFails() throws IOException {
    Sources.closeAll(List.of(good("a"), good("b")));

    assertThat(closed).containsExactly("a", "b");
  }
}

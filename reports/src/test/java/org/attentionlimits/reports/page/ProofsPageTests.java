package org.attentionlimits.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Statement;
import org.junit.jupiter.api.Test;

class ProofsPageTests {

  @Test
  void everyProofOfTheCatalogueIsThere() throws IOException {
    String page = ProofsPage.text();
    List<String> links =
        Catalogue.claims().stream().flatMap(claim -> links(claim.statement())).distinct().toList();

    assertThat(links).hasSizeGreaterThan(20);
    assertThat(links).allSatisfy(link -> assertThat(link).startsWith(ProofsPage.FILE + "#"));
    assertThat(links)
        .allSatisfy(
            link ->
                assertThat(page).contains("id=\"" + link.substring(link.indexOf('#') + 1) + '"'));
  }

  private static Stream<String> links(Statement statement) {
    return Stream.of(statement.proof(), statement.refutation()).flatMap(Optional::stream);
  }
}

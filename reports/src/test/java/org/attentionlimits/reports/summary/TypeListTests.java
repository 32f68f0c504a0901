package org.attentionlimits.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.random.Spaces;
import org.junit.jupiter.api.Test;

class TypeListTests {

  private static final Path PAGE = Path.of("../src/site/markdown/adversary.md");

  @Test
  void thePageListsTheTypesWithTheirFields() throws IOException {
    String listed = TypeList.builtIn();
    if (Boolean.getBoolean("attention.accept")) {
      Excerpt.of(PAGE, "types").write(listed);
    }

    Excerpt excerpt = Excerpt.of(PAGE, "types");

    assertThat(excerpt.shows(listed))
        .as("adversary.md %s; mvn test -Dattention.accept writes it", excerpt.difference(listed))
        .isTrue();
  }

  @Test
  void everyTypeOfTheCatalogueIsListed() {
    List<String> types = Catalogue.claims().stream().map(c -> c.type().name()).distinct().toList();

    assertThat(Catalogue.claims()).allMatch(claim -> Spaces.types().contains(claim.type()));
    assertThat(TypeList.builtIn()).contains(types);
  }
}

package org.attentionlimits.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attentionlimits.theory.catalogue.Paper;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the repository and a report tell others to cite. */
class CitationTests {

  private static final Path ROOT = Path.of("..");

  private static Map<String, Object> citation() throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions()))
        .load(Files.readString(ROOT.resolve("CITATION.cff")));
  }

  private static String inPom(String element) throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    Matcher matcher = Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(pom);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void theRepositorysFileHasTheFieldsOfItsFormat() throws IOException {
    assertThat(citation())
        .containsEntry("cff-version", "1.2.0")
        .containsEntry("type", "software")
        .containsEntry("title", inPom("name"))
        .containsEntry("version", inPom("version"))
        .containsEntry("license", "Apache-2.0")
        .containsEntry("authors", List.of(Map.of("name", "The Attention Limits contributors")))
        .containsKey("message")
        .containsOnlyKeys(
            "cff-version",
            "message",
            "type",
            "title",
            "abstract",
            "authors",
            "version",
            "license",
            "references");
  }

  @Test
  void thePaperIsItsReference() throws IOException {
    Paper paper = Paper.theOne();
    String number = paper.source().substring("arXiv:".length());
    List<Map<String, String>> authors =
        List.of(paper.authors().split(", ")).stream()
            .map(name -> Map.of("family-names", name))
            .toList();

    assertThat(citation().get("references"))
        .isEqualTo(
            List.of(
                Map.of(
                    "type",
                    "article",
                    "title",
                    paper.title(),
                    "authors",
                    authors,
                    "year",
                    2025,
                    "url",
                    "https://arxiv.org/abs/" + number,
                    "identifiers",
                    List.of(Map.of("type", "other", "value", paper.source())))));
  }

  @Test
  void bibTexHasBothEntries() {
    assertThat(CitationBib.of(Paper.theOne(), "1.0_beta"))
        .isEqualTo(
            """
            @software{attention-limits,
              author = {{The Attention Limits contributors}},
              title = {{Attention Limits}: an executable referee for the theory of softmax attention},
              version = {1.0\\_beta},
              note = {Judges \\cite{attention-limits-paper}}
            }

            @misc{attention-limits-paper,
              author = {Mudarisov and Burtsev and Petrova and State},
              title = {{Limitations of Normalization in Attention Mechanism}},
              year = {2025},
              eprint = {2508.17821},
              archivePrefix = {arXiv}
            }
            """);
  }
}

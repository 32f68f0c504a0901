package org.attentionlimits.reports.export;

import java.util.Locale;
import org.attentionlimits.theory.catalogue.Paper;

/** What to cite, for BibTeX: this product and the paper that it judges. */
final class CitationBib {

  static final String FILE = "citation.bib";

  private static final String ARXIV = "arXiv:";

  private CitationBib() {}

  /**
   * Both entries.
   *
   * @param version of this product
   */
  static String of(Paper paper, String version) {
    return String.format(
        Locale.ROOT,
        """
        @software{attention-limits,
          author = {{The Attention Limits contributors}},
          title = {{Attention Limits}: an executable referee for the theory of softmax attention},
          version = {%s},
          note = {Judges \\cite{attention-limits-paper}}
        }

        @misc{attention-limits-paper,
          author = {%s},
          title = {{%s}},
          year = {20%s},
          eprint = {%s},
          archivePrefix = {arXiv}
        }
        """,
        Tex.escaped(version),
        Tex.escaped(paper.authors()).replace(", ", " and "),
        Tex.escaped(paper.title()),
        paper.source().substring(ARXIV.length(), ARXIV.length() + 2),
        paper.source().substring(ARXIV.length()));
  }
}

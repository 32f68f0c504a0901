package org.attentionlimits.theory.attention;

/**
 * One query's row in a head of a model, of which instances are made: its logits, and what else is
 * known of it.
 */
public interface VisibleRow {

  /** What may not be known of a row. */
  enum Part {
    /** The number N of selected tokens, for which the user asks. */
    SELECTION("the number N of selected tokens"),
    /** The query and the keys. */
    QUERY_AND_KEYS("query and key vectors"),
    /** The value vectors, or other embeddings. */
    EMBEDDINGS("value vectors");

    private final String description;

    Part(String description) {
      this.description = description;
    }

    /** The part in words. */
    public String description() {
      return description;
    }
  }

  /** The logits of the visible tokens and the temperature. */
  LogitRow logits();

  /** The query and the keys of the visible tokens, if they are known. */
  QueryKeys queryKeys();

  /** The row with its embeddings and N, if both are known. */
  EmbeddedRow embedded();
}

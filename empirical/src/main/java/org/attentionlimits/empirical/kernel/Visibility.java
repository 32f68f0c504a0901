package org.attentionlimits.empirical.kernel;

/** Which tokens of a sequence count as visible to a query. */
public enum Visibility {
  /** The causal prefix: query t sees the tokens 0 to t. */
  PREFIX("the causal prefix of the query"),
  /** All tokens of the sequence, those after the query with weight zero. */
  WHOLE("the whole sequence, tokens after the query with weight zero");

  private final String description;

  Visibility(String description) {
    this.description = description;
  }

  /** The choice in words. */
  public String description() {
    return description;
  }

  /** The number n of tokens that count for query t of a sequence of L tokens. */
  public int tokens(int query, int length) {
    return this == PREFIX ? query + 1 : length;
  }
}

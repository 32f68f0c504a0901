package org.attentionlimits.theory.jqwik;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;

/**
 * The instances of {@link AttentionArbitraries} for properties annotated with {@code @Domain}:
 * {@link LogitRow}, {@link QueryKeys} and {@link EmbeddedRow}.
 */
public class AttentionDomain extends DomainContextBase {

  /** For the annotation. */
  public AttentionDomain() {}

  /** {@link AttentionArbitraries#logitRows()}. */
  @Provide
  public Arbitrary<LogitRow> logitRows() {
    return AttentionArbitraries.logitRows();
  }

  /** {@link AttentionArbitraries#queryKeys()}. */
  @Provide
  public Arbitrary<QueryKeys> queryKeys() {
    return AttentionArbitraries.queryKeys();
  }

  /** {@link AttentionArbitraries#embeddedRows()}. */
  @Provide
  public Arbitrary<EmbeddedRow> embeddedRows() {
    return AttentionArbitraries.embeddedRows();
  }
}

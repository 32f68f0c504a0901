package org.attentionlimits.theory.jqwik;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.Family;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.SphericalRow;

/**
 * The instances of {@link AttentionArbitraries} for properties annotated with {@code @Domain}:
 * {@link LogitRow}, {@link QueryKeys}, {@link EmbeddedRow}, {@link SelectedRow}, {@link
 * FunctionRow}, {@link PerturbedRow}, {@link SphericalRow}, {@link NearTie}, {@link HeadGroup} and
 * {@link Family}.
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

  /** {@link AttentionArbitraries#selectedRows()}. */
  @Provide
  public Arbitrary<SelectedRow> selectedRows() {
    return AttentionArbitraries.selectedRows();
  }

  /** {@link AttentionArbitraries#functionRows()}. */
  @Provide
  public Arbitrary<FunctionRow> functionRows() {
    return AttentionArbitraries.functionRows();
  }

  /** {@link AttentionArbitraries#perturbedRows()}. */
  @Provide
  public Arbitrary<PerturbedRow> perturbedRows() {
    return AttentionArbitraries.perturbedRows();
  }

  /** {@link AttentionArbitraries#families()}. */
  @Provide
  public Arbitrary<Family> families() {
    return AttentionArbitraries.families();
  }

  /** {@link AttentionArbitraries#nearTies()}. */
  @Provide
  public Arbitrary<NearTie> nearTies() {
    return AttentionArbitraries.nearTies();
  }

  /** {@link AttentionArbitraries#headGroups()}. */
  @Provide
  public Arbitrary<HeadGroup> headGroups() {
    return AttentionArbitraries.headGroups();
  }

  /** {@link AttentionArbitraries#sphericalRows()}. */
  @Provide
  public Arbitrary<SphericalRow> sphericalRows() {
    return AttentionArbitraries.sphericalRows();
  }
}

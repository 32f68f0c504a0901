package org.attentionlimits.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaTests {

  static Iterable<Claim<?>> claims() {
    return Catalogue.claims();
  }

  /** No command is left over, and nothing that browsers do not draw. */
  @ParameterizedTest
  @MethodSource("claims")
  void everyFormulaOfTheCatalogueIsTypeset(Claim<?> claim) {
    assertThat(Formula.mathMl(claim.statement().latex()).orElseThrow())
        .startsWith("<math ")
        .doesNotContain("\\", "mfenced", "merror", "double-struck");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-1 | <mi>x</mi><mo>\u2212</mo><mn>1</mn>",
        "\\frac12 | <mfrac><mn>1</mn><mn>2</mn></mfrac>",
        "\\frac1T | <mfrac><mn>1</mn><mi>T</mi></mfrac>",
        "\\sqrt2 | <msqrt><mn>2</mn></msqrt>",
        "(x) | <mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>",
        "\\{x\\} | <mrow><mo>{</mo><mi>x</mi><mo>}</mo></mrow>",
        "(x, y) | <mo>(</mo><mi>x</mi><mo>,</mo><mi>y</mi><mo>)</mo>",
        "\\mathrm{softmax} | <mtext>softmax</mtext>",
        "\\mathbb{E} | <mi>&#120124;</mi>",
        "\\mathbb{P} | <mi>\u2119</mi>",
        "x \\to 0 | <mi>x</mi><mo>\u2192</mo><mn>0</mn>",
        "x \\not\\to 0 | <mi>x</mi><mo>\u219b</mo><mn>0</mn>"
      })
  void isTypesetAs(String latex, String mathMl) {
    assertThat(Formula.mathMl(latex).orElseThrow()).contains(mathMl);
  }

  @Test
  void aLineMayEndBetweenFormulaAndDefinitions() {
    assertThat(Formula.mathMl("x \\le y, \\quad y = 1 \\qquad z = 2").orElseThrow())
        .containsSubsequence("</math> <math ", "</math> <math ");
  }

  @Test
  void whatIsNotKnownIsNotTypeset() {
    assertThat(Formula.mathMl("\\unheardof{x}")).isEmpty();
  }
}

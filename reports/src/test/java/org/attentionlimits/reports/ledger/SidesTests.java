package org.attentionlimits.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;
import org.attentionlimits.theory.attention.LogitRow;
import org.junit.jupiter.api.Test;

class SidesTests {

  private static String text(
      double left, double right, CertificateEntry certificate, PointEntry... points) {
    double ratio = right > 0 ? left / right : Double.POSITIVE_INFINITY;
    return Sides.text(
        new CounterexampleEntry(
            Instances.write(new LogitRow(1, 0, 0)),
            "",
            left,
            right,
            ratio,
            List.of(points),
            certificate));
  }

  private static CertificateEntry between(String left, String right) {
    return new CertificateEntry(60, false, left, right, 0);
  }

  @Test
  void bothSidesAndTheirRatioAreShown() {
    assertThat(text(0.5, 0.25, between("0.5", "0.25")))
        .isEqualTo("left 0.5, right 0.25, ratio 2.000, certified");
  }

  @Test
  void ofSidesThatAreKnownByBoundsTheBoundsAreShown() {
    assertThat(text(0.9985, 0.8818, between("0.99701", "0.88181")))
        .startsWith("left at least 0.997, right 0.8818, ");
    assertThat(text(0.9, 0.1, between("0.9", "0.3"))).startsWith("left 0.9, right at most 0.3, ");
  }

  @Test
  void boundsOfLogarithmsAreNotTakenForSides() {
    assertThat(text(0.5, 0.25, new CertificateEntry(60, true, "-0.6932", "-1.3862", 0)))
        .startsWith("left 0.5, right 0.25, ");
  }

  @Test
  void aSideThatIsOnlyKnownByItsLogarithmIsNotShownAsZero() {
    assertThat(text(1e-300, 0, new CertificateEntry(60, true, "-690", "-816", 0)))
        .contains("right below 1e-308");
    assertThat(text(Double.POSITIVE_INFINITY, 5, new CertificateEntry(60, true, "800", "1.7", 0)))
        .startsWith("left above 1e308, right 5");
  }

  @Test
  void aPositiveSideBelowAllDoublesIsNotShownAsZero() {
    assertThat(text(1, 0, between("1", "8.255E-355"))).contains("right below 1e-308");
  }

  @Test
  void whereTheRightSideIsNotPositiveThereIsNoRatio() {
    assertThat(text(1, 0, between("1", "0"))).isEqualTo("left 1, right 0, certified");
  }

  @Test
  void claimsAboutLimitsShowWhatTheyWereJudgedBy() {
    assertThat(
            text(
                0.1,
                0.05,
                between("0.1", "0.05"),
                new PointEntry(4, 0.1),
                new PointEntry(8, 0.0625),
                new PointEntry(16, 0.125)))
        .isEqualTo("at n = 4, 8, 16: 0.1, 0.0625, 0.125, certified");
  }
}

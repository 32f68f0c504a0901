package org.attentionlimits.reports.badge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.reports.ledger.RecordedCollection;
import org.attentionlimits.theory.claim.Standing;

/**
 * The badge of the attention of a model or a recording: how many of the bounds that are proven hold
 * on all its rows of two or more visible tokens. A stated bound that is false is not among them.
 */
public final class BoundsBadge {

  /** Before the name of what has the badge. */
  public static final String LABEL = "bounds hold on ";

  static final String FILE = "model-";

  private static final int LONGEST = 60;

  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\\\/:*?\"<>|#%]");

  private BoundsBadge() {}

  /**
   * Whether a claim is one of the bounds: proven, and no equality that holds by arithmetic.
   *
   * @param proof where it is proven
   */
  public static boolean isBound(Standing standing, Optional<String> proof) {
    return proof.isPresent() && standing != Standing.IDENTITY;
  }

  /**
   * The badge of a name.
   *
   * <ul>
   *   <li>{@code 12 of 12}, green: all hold.
   *   <li>{@code 11 of 12}, red: a row violates a bound that is proven, so that the rows are not
   *       what they are said to be.
   *   <li>{@code none applies}, grey: no row is one that any of them speaks about.
   * </ul>
   *
   * @param violating of each bound that speaks about any row, how many rows certainly violate it
   */
  public static Badge of(String name, List<Long> violating) {
    String label = LABEL + Line.of(name, LONGEST);
    long holding = violating.stream().filter(rows -> rows == 0).count();
    return violating.isEmpty()
        ? new Badge(1, label, "none applies", Badge.GREY)
        : new Badge(
            1,
            label,
            String.format(Locale.ROOT, "%d of %d", holding, violating.size()),
            holding == violating.size() ? Badge.GREEN : Badge.RED);
  }

  /** The badge of a model, a recording or a collection of recordings of a ledger. */
  static Badge of(RecordedCollection rows, Ledger ledger) {
    return of(
        rows.name(),
        ledger.claims().stream()
            .filter(BoundsBadge::isProven)
            .flatMap(claim -> rows.claim(claim.id()).stream())
            .map(RowsEntry::violating)
            .toList());
  }

  private static boolean isProven(ClaimEntry claim) {
    return isBound(claim.standing(), claim.statement().proof());
  }

  /** The name of the files of the badge of a model. */
  static String fileName(String model) {
    return FILE + safe(model).replace(' ', '-');
  }

  /** Whether a label is that of a model whose badge may have a file of that name. */
  static boolean isOf(String file, String label) {
    return file.startsWith(FILE) && label.startsWith(LABEL);
  }

  /**
   * A name as a part of the name of a file: an underscore stands for each character that controls,
   * or that means something in paths or addresses.
   */
  public static String safe(String name) {
    return UNSAFE.matcher(name).replaceAll("_");
  }
}

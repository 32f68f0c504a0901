package org.attentionlimits.theory.claim;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a claim says, for people.
 *
 * @param id file-safe name, lower-case letters, digits and hyphens
 * @param provenance where the formula comes from
 * @param standing what it stands for in the count
 * @param of ids of the claims that it stands under: the stated claim of a part or a variant, the
 *     claims that a corrected or sharper form replaces; empty for others
 * @param against which words of the paper speak against this reading; empty unless it is a variant
 * @param place where in the source, as {@code Corollary 3}
 * @param latex the formula
 * @param words the same in plain words
 * @param domain the instances it speaks about, in words
 * @param special what it says at the ends of its domain: a single token, ties, underflow
 * @param proof where the documentation proves it, if it does
 * @param refutation where the documentation proves that it is false, if a search alone cannot show
 *     it
 * @param needs what it takes beyond its instance, so that a row of a model cannot decide it, in
 *     words, as {@code a lower temperature}
 * @param supremum the least upper bound of left/right with its reason, in words, if it is known
 * @param rule how the claim is read off from finitely many values where it speaks of a limit; its
 *     two sides are then the rule's, in words
 */
public record Statement(
    String id,
    Provenance provenance,
    Standing standing,
    List<String> of,
    Optional<String> against,
    String place,
    String latex,
    String words,
    String domain,
    String special,
    Optional<String> proof,
    Optional<String> refutation,
    Optional<String> needs,
    Optional<String> supremum,
    Optional<String> rule) {

  private static final Pattern FILE_SAFE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Rejects an id that is not file-safe and a claim proven true and false, and copies the list. */
  public Statement {
    if (!FILE_SAFE.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id must be lower-case letters, digits and hyphens: " + id);
    }
    if (proof.isPresent() && refutation.isPresent()) {
      throw new IllegalArgumentException(id + " is said to be proven, and to be proven false");
    }
    of = List.copyOf(of);
  }
}

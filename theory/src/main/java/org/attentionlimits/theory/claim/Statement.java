package org.attentionlimits.theory.claim;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a claim says, for people.
 *
 * @param id file-safe name, lower-case letters, digits and hyphens
 * @param provenance where the formula comes from
 * @param place where in the source, as {@code Corollary 3}
 * @param latex the formula
 * @param words the same in plain words
 * @param domain the instances it speaks about, in words
 * @param special what it says at the ends of its domain: a single token, ties, underflow
 * @param proof where the documentation proves it, if it does
 */
public record Statement(
    String id,
    Provenance provenance,
    String place,
    String latex,
    String words,
    String domain,
    String special,
    Optional<String> proof) {

  private static final Pattern FILE_SAFE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Rejects an id that is not file-safe. */
  public Statement {
    if (!FILE_SAFE.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id must be lower-case letters, digits and hyphens: " + id);
    }
  }
}

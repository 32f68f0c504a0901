package org.attentionlimits.reports.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Texts that were right until something happened to them: a word, a number or a sign is replaced,
 * left out, doubled or moved, or the text ends too early.
 */
public final class Mutations {

  private static final int OF_A_TRY = 10;
  private static final int MOST_CHANGES = 3;

  /** Between words, signs and spaces; spaces in a row are one, since few of them matter. */
  private static final Pattern TOKEN =
      Pattern.compile("(?<=[\\[\\]{}:,])|(?=[\\[\\]{}:,])|(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");

  private static final List<String> HOSTILE =
      List.of(
          "null",
          "true",
          "\"\"",
          "\"2\"",
          "\"NaN\"",
          "\"-Infinity\"",
          "NaN",
          "-1",
          "0",
          "-0.0",
          "2.0",
          "1e308",
          "-1e308",
          "4.9e-324",
          "1e999999999",
          "1e-999999999",
          "0e-999999999",
          "\"1E+999999999\"",
          "\"1E-999999999\"",
          "2147483647",
          "2147483648",
          "-9223372036854775808",
          "99999999999999999999999",
          "1048576",
          "{}",
          "[]",
          "[[]]",
          "{\"a\":1}",
          "\u0000",
          "\u202e",
          "\t",
          "\n",
          ",",
          "\"",
          "}",
          "]");

  private final SplittableRandom random;

  private Mutations(SplittableRandom random) {
    this.random = random;
  }

  /**
   * Runs a test on mutations of some texts, ten for each try of a property, by the seed of the
   * properties.
   */
  public static void of(List<String> texts, Consumer<String> test) {
    String given = System.getProperty("attention.seed", "1");
    long seed = given.equals("random") ? new SplittableRandom().nextLong() : Long.parseLong(given);
    int most = OF_A_TRY * Integer.getInteger("attention.tries", 1000);
    Mutations mutations = new Mutations(new SplittableRandom(seed));
    List<List<String>> tokens = texts.stream().map(text -> List.of(TOKEN.split(text))).toList();
    for (int i = 0; i < most; i++) {
      String mutated = mutations.of(tokens.get(i % tokens.size()));
      try {
        test.accept(mutated);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("mutation " + i + " of seed " + seed + ":\n" + mutated, e);
      }
    }
  }

  /** Writes over what was there: some file systems flush a file that was emptied before. */
  public static void write(Path file, byte... bytes) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.truncate(bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String of(List<String> text) {
    List<String> tokens = new ArrayList<>(text);
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes && !tokens.isEmpty(); i++) {
      change(tokens);
    }
    return String.join("", tokens);
  }

  private void change(List<String> tokens) {
    int at = random.nextInt(tokens.size());
    int other = random.nextInt(tokens.size());
    switch (random.nextInt(8)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(other));
      case 2 -> tokens.set(at, tokens.set(other, tokens.get(at)));
      case 3 -> tokens.set(at, tokens.get(other));
      case 4 -> tokens.set(at, scratched(tokens.get(at)));
      case 5 -> tokens.subList(at, Math.min(tokens.size(), at + random.nextInt(30))).clear();
      default -> tokens.set(word(tokens, at), hostile());
    }
    if (random.nextInt(50) == 0) {
      tokens.subList(random.nextInt(tokens.size() + 1), tokens.size()).clear();
    }
  }

  /** The place of a word or number at a place or after it. */
  private static int word(List<String> tokens, int from) {
    return IntStream.range(from, tokens.size())
        .filter(i -> tokens.get(i).codePoints().anyMatch(Character::isLetterOrDigit))
        .findFirst()
        .orElse(from);
  }

  private String hostile() {
    return HOSTILE.get(random.nextInt(HOSTILE.size()));
  }

  private String scratched(String token) {
    if (token.isEmpty()) {
      return hostile();
    }
    char[] characters = token.toCharArray();
    characters[random.nextInt(characters.length)] = (char) random.nextInt(256);
    return new String(characters);
  }
}

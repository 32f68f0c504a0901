package org.attentionlimits.empirical.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed moves no cursor and turns no direction. */
class LineTests {

  @ParameterizedTest
  @CsvSource({
    "'a\tb\nc\r\n\u0085 d\u2028e', 'a b c d e'",
    "'  a  ', a",
    "'\u001b[31mred', '\\u001b[31mred'",
    "'\u009b31mred', '\\u009b31mred'",
    "'\u202etxt.exe', '\\u202etxt.exe'",
    "'\u2066x\u2069', '\\u2066x\\u2069'",
    "'a\u0000\u0007\u007fb', 'a\\u0000\\u0007\\u007fb'",
    "'\ufeffx', '\\ufeffx'",
    "'\ud83dx', '\\ud83dx'",
    "'naïve 東京 🙂 نمی\u200cدانم', 'naïve 東京 🙂 نمی\u200cدانم'",
  })
  void controlsAreShown(String text, String line) {
    assertThat(Line.of(text)).isEqualTo(line);
  }

  @Test
  void longLinesAreCutOff() {
    assertThat(Line.of("abcdef", 3)).isEqualTo("abc…");
    assertThat(Line.of("abc", 3)).isEqualTo("abc");
    assertThat(Line.of("ab🙂", 3)).isEqualTo("ab…");
  }

  @Property
  void nothingUnsafeIsLeft(@ForAll String text) {
    StringWriter printed = new StringWriter();
    SafeWriter.to(new PrintWriter(printed)).println(text);

    assertSafe(Line.of(text));
    assertSafe(printed.toString().replace("\n", "").replace("\t", "").replace("\r", ""));
  }

  private static void assertSafe(String text) {
    assertThat(text.chars())
        .noneMatch(c -> Character.isISOControl(c) || (c >= 0x202a && c <= 0x202e))
        .noneMatch(c -> (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f);
  }

  @Test
  void linesOfAWriterStay() {
    StringWriter printed = new StringWriter();
    PrintWriter out = SafeWriter.to(new PrintWriter(printed));
    out.print("one\n\ttwo🙂\u001b[2J");
    out.flush();

    assertThat(printed).hasToString("one\n\ttwo🙂\\u001b[2J");
  }

  @Test
  void theMiddleOfWhatIsTooLongIsLeftOut() {
    assertThat(Line.ends("a path: reason", 14)).isEqualTo("a path: reason");
    assertThat(Line.ends("a long path: reason", 14)).isEqualTo("a long … reason");
    assertThat(Line.ends("aa\ud83d\ude00bbbbcc\ud83d\ude00d", 6)).isEqualTo("aa…\ud83d\ude00d");
    assertThat(Line.ends("aa\ud83d\ude00bbbbcc\ud83d\ude00", 2)).isEqualTo("a…");
  }
}

package org.attentionlimits.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.attentionlimits.reports.figure.Boxes.Box;
import org.attentionlimits.reports.figure.Series.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FigureTests {

  private static final Series FALLING =
      new Series(
          "mean",
          IntStream.rangeClosed(3, 10)
              .map(k -> 1 << k)
              .mapToObj(n -> new Point(n, 1.0 / n, 0.5 / n, 2.0 / n))
              .toList());

  private static Figure figure(Scale x, Scale y, Series... series) {
    return new Figure(
        "a-figure",
        "Gap & <gap>",
        "falls from 1/8 to 1/1024",
        new Axis("tokens n", x),
        new Axis("gap (no unit)", y),
        List.of(series));
  }

  private static Element parse(Figure figure) throws Exception {
    var in = new ByteArrayInputStream(figure.svg().getBytes(StandardCharsets.UTF_8));
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
  }

  private static List<Element> elements(Element root, String tag) {
    NodeList nodes = root.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static List<String> texts(Element root) {
    return elements(root, "text").stream().map(Element::getTextContent).toList();
  }

  private static List<String> colors(Element root) {
    return elements(root, "*").stream()
        .flatMap(e -> Stream.of(e.getAttribute("fill"), e.getAttribute("stroke")))
        .filter(color -> !color.isEmpty() && !color.equals("none"))
        .toList();
  }

  @Test
  void hasItsTextAndItsAlternative() throws Exception {
    Element svg = parse(figure(Scale.LOG_2, Scale.LOG_10, FALLING));

    assertThat(texts(svg))
        .contains("Gap & <gap>", "tokens n", "gap (no unit)", "mean")
        .contains("8", "16", "32", "64", "128", "256", "512", "1024")
        .contains("0.1", "0.01", "0.001", "1e-4");
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-labelledby"))
        .isEqualTo("a-figure-title a-figure-description");
    assertThat(elements(svg, "title").get(0).getTextContent()).isEqualTo("Gap & <gap>");
    assertThat(elements(svg, "desc").get(0).getTextContent()).isEqualTo("falls from 1/8 to 1/1024");
  }

  private static Figure boxes(Box... boxes) {
    return new Figure(
        "boxes",
        "Spread",
        "over heads",
        new Axis("N", Scale.LOG_2),
        new Axis("share", Scale.LINEAR),
        List.of(FALLING),
        Optional.of(new Boxes("heads", List.of(boxes))));
  }

  @Test
  void boxesAreDrawnInTheColorAfterTheLines() throws Exception {
    Figure figure = boxes(new Box(16, 0, 0.25, 0.5, 0.75, 3), new Box(32, 0, 0, 0, 0, 0));

    assertThat(texts(parse(figure))).contains("heads", "mean", "3");
    assertThat(colors(parse(figure))).isEmpty();
    assertThat(figure.svg()).contains("var(--series-1,", "var(--series-2,");
    assertThat(figure.svg().length())
        .isGreaterThan(figure(Scale.LOG_2, Scale.LINEAR, FALLING).svg().length());
    assertThat(figure.svg()).isNotEqualTo(boxes(new Box(16, 0, 0.25, 0.6, 0.75, 3)).svg());
  }

  @Test
  void boxesHoldOrderedNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Box(1, 0, 0.3, 0.2, 0.4, 1))
        .withMessage("quantiles must be in order at x = 1.0: 0.0, 0.3, 0.2, 0.4, 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Box(1, 0, 0.3, Double.NaN, 0.4, 1))
        .withMessageContaining("quantiles must be in order");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> boxes(new Box(0, 0, 0, 0, 0, 0)))
        .withMessage("N must be finite and positive: 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> boxes());
  }

  /** Prints the figure of a Java that finds no fonts. */
  static final class WithoutFonts {
    public static void main(String[] args) {
      System.out.print(figure(Scale.LOG_2, Scale.LINEAR, FALLING).svg());
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "fontconfig finds the fonts on Linux alone")
  void withoutFontsThereIsASentenceInItsPlace(@TempDir Path home) throws Exception {
    Path nothing = Files.writeString(home.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-Duser.home=" + home,
            "-classpath",
            System.getProperty("java.class.path"),
            WithoutFonts.class.getName());
    builder.environment().put("FONTCONFIG_FILE", nothing.toString());
    Process java = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(java.waitFor()).isZero();
    assertThat(printed)
        .isEqualTo("<p class=\"none\">No figure: Java found no fonts where this was written.</p>");
    assertThat(Figure.canBeDrawn()).isTrue();
  }

  @Test
  void followsTheColorsOfThePage() throws Exception {
    Series[] six =
        IntStream.range(0, Theme.SERIES)
            .mapToObj(i -> new Series("s" + i, FALLING.points()))
            .toArray(Series[]::new);

    String svg = figure(Scale.LOG_2, Scale.LINEAR, six).svg();

    assertThat(colors(parse(figure(Scale.LOG_2, Scale.LINEAR, six)))).isEmpty();
    assertThat(svg)
        .contains("var(--text,#1f2328)", "var(--line,#d1d9e0)")
        .contains("var(--series-1,#0b57d0)", "var(--series-6,#00737d)");
  }

  @Test
  void isEqualEveryTimeAndInEveryLocale() {
    Locale before = Locale.getDefault();
    Figure figure = figure(Scale.LINEAR, Scale.LINEAR, FALLING);
    String svg = figure.svg();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(figure.svg()).isEqualTo(svg);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void idsBeginWithItsOwn() throws Exception {
    List<String> ids =
        elements(parse(figure(Scale.LOG_2, Scale.LOG_10, FALLING)), "*").stream()
            .map(e -> e.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();

    assertThat(ids).isNotEmpty().allMatch(id -> id.startsWith("a-figure-")).doesNotHaveDuplicates();
  }

  @Test
  void bandsOfIntervalsAreDrawn() {
    Series exact =
        new Series("mean", FALLING.points().stream().map(p -> Point.of(p.x(), p.y())).toList());

    assertThat(figure(Scale.LOG_2, Scale.LOG_10, FALLING).svg()).contains(" opacity=\"0.2");
    assertThat(figure(Scale.LOG_2, Scale.LOG_10, FALLING).svg())
        .isNotEqualTo(figure(Scale.LOG_2, Scale.LOG_10, exact).svg());
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void singlePointsAndExtremesHaveAPlace(Scale scale) throws Exception {
    for (double value : new double[] {1, 3, 1e-300, 1e300}) {
      Series one = new Series("one", List.of(Point.of(value, value)));

      String svg = figure(scale, scale, one).svg();

      assertThat(svg).doesNotContain("NaN", "Infinity");
      assertThat(texts(parse(figure(scale, scale, one)))).hasSizeGreaterThan(5);
    }
  }

  @Test
  void zerosAreFlat() throws Exception {
    Series zeros = new Series("zeros", List.of(Point.of(4, 0), Point.of(8, 0)));

    assertThat(texts(parse(figure(Scale.LOG_2, Scale.LINEAR, zeros)))).contains("0", "4", "8");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.25, 0.25", "1024, 1024", "1e-7, 1e-7", "-2e5, -2e5", "2.5e-300, 2.5e-300"})
  void ticksAreShort(double value, String text) {
    assertThat(new TickFormat(Scale.LINEAR).format(value)).isEqualTo(text);
  }

  @Test
  void whatHasNoPlaceIsRejected() {
    Series zero = new Series("zero", List.of(Point.of(1, 0)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> figure(Scale.LOG_2, Scale.LOG_10, zero))
        .withMessage("gap (no unit) must be finite and positive: 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Point(1, Double.NaN, 0, 1))
        .withMessageStartingWith("interval must hold y = NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Point(1, 2, 0, 1))
        .withMessage("interval must hold y = 2.0: 0.0 to 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> figure(Scale.LINEAR, Scale.LINEAR))
        .withMessage("series must be from 1 to 6: 0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Series("none", List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Axis(" ", Scale.LINEAR));
  }
}

package org.attentionlimits.reports.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Colours and fonts. A page overrides the colours, as by a dark scheme, through custom properties:
 * {@code --text}, {@code --line} and {@code --series-1} to {@code --series-6}.
 */
final class Theme {

  /** Number of series that can be told apart. */
  static final int SERIES = 6;

  static final Color TEXT = new Color(0x1f2328);
  static final Color GRID = new Color(0xd1d9e0);

  /** Apart in lightness too, for those who do not see all colours. */
  private static final List<Color> LINES =
      List.of(
          new Color(0x0b57d0),
          new Color(0xb3261e),
          new Color(0x2e7d32),
          new Color(0x7b3fa0),
          new Color(0x9a6700),
          new Color(0x00737d));

  private static final Map<Color, String> PROPERTIES = properties();

  private Theme() {}

  private static Map<Color, String> properties() {
    Map<Color, String> properties = new LinkedHashMap<>();
    properties.put(TEXT, "--text");
    properties.put(GRID, "--line");
    for (int i = 0; i < SERIES; i++) {
      properties.put(LINES.get(i), "--series-" + (i + 1));
    }
    return properties;
  }

  static Color series(int index) {
    return LINES.get(index);
  }

  /** Whether this Java can measure text: without fonts, or the library that finds them, not. */
  static boolean hasFonts() {
    return Fonts.FOUND;
  }

  /** Looked for once, when first asked. */
  private static final class Fonts {
    private static final boolean FOUND = areFound();

    private static boolean areFound() {
      try {
        FontRenderContext context = new FontRenderContext(null, true, true);
        return font(Font.PLAIN, 1).getStringBounds("n", context).getWidth() > 0;
      } catch (LinkageError | InternalError | RuntimeException e) {
        return false; // so does Java tell of it
      }
    }
  }

  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  /**
   * What stands in a style sheet for a colour: a custom property, with the colour itself where the
   * page has none.
   */
  static String style(Color color) {
    String property = PROPERTIES.get(color);
    if (property == null) {
      throw new IllegalArgumentException("color must be one of the theme: " + color);
    }
    return String.format(Locale.ROOT, "var(%s,#%06x)", property, color.getRGB() & 0xffffff);
  }
}

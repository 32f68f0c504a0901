package org.attentionlimits.reports.badge;

import java.util.Locale;

/** A badge as SVG in the flat style: two boxes of text, 20 pixels high. */
final class BadgePicture {

  private static final int MARGIN = 6;

  /** Widths of the characters from space to tilde, in tenths of a pixel of Verdana at 11 pixels. */
  private static final int[] WIDTHS = {
    39, 43, 50, 90, 70, 118, 80, 30, 50, 50, 70, 90, 40, 50, 40, 50, // space to /
    70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 50, 50, 90, 90, 90, 60, // 0 to ?
    110, 75, 75, 77, 85, 70, 63, 85, 83, 46, 50, 76, 61, 93, 82, 87, // @ to O
    66, 87, 76, 75, 68, 81, 75, 109, 75, 68, 75, 50, 50, 50, 90, 70, // P to _
    70, 66, 69, 57, 69, 66, 39, 69, 70, 30, 38, 65, 30, 107, 70, 67, // ` to o
    69, 69, 47, 57, 43, 70, 65, 90, 65, 65, 58, 70, 50, 70, 90 // p to tilde
  };

  private static final int OTHER_WIDTH = 110;
  private static final int DOT_WIDTH = 40;

  private BadgePicture() {}

  static String of(Badge badge) {
    int label = width(badge.label());
    int message = width(badge.message());
    int left = label + 2 * MARGIN;
    int right = message + 2 * MARGIN;
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%5$s">
          <title>%5$s</title>
          <linearGradient id="s" x2="0" y2="100%%">
            <stop offset="0" stop-color="#bbb" stop-opacity=".1"/>
            <stop offset="1" stop-opacity=".1"/>
          </linearGradient>
          <clipPath id="r"><rect width="%1$d" height="20" rx="3" fill="#fff"/></clipPath>
          <g clip-path="url(#r)">
            <rect width="%2$d" height="20" fill="#444"/>
            <rect x="%2$d" width="%3$d" height="20" fill="%4$s"/>
            <rect width="%1$d" height="20" fill="url(#s)"/>
          </g>
          <g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">
            <text x="%6$d" y="14" textLength="%7$d">%8$s</text>
            <text x="%9$d" y="14" textLength="%10$d">%11$s</text>
          </g>
        </svg>
        """,
        left + right,
        left,
        right,
        escape(badge.color()),
        escape(badge.label() + ": " + badge.message()),
        MARGIN,
        label,
        escape(badge.label()),
        left + MARGIN,
        message,
        escape(badge.message()));
  }

  /** Whether a text is the picture of the badge of a claim or a model, as this class draws it. */
  static boolean isOf(String name, String text) {
    boolean isOfClaim =
        isOfTitle(name + ": ", text) && text.contains(">" + escape(name) + "</text>");
    return isOfClaim
        || (BoundsBadge.isOf(name, BoundsBadge.LABEL) && isOfTitle(BoundsBadge.LABEL, text));
  }

  private static boolean isOfTitle(String begin, String text) {
    String title = escape(begin);
    return text.startsWith("<svg ")
        && text.contains("aria-label=\"" + title)
        && text.contains("\n  <title>" + title)
        && text.contains("<clipPath id=\"r\">")
        && text.endsWith("</svg>\n");
  }

  /** Width of a text in pixels. */
  static int width(String text) {
    return Math.round(text.codePoints().map(BadgePicture::tenths).sum() / 10f);
  }

  private static int tenths(int character) {
    if (character == '·') {
      return DOT_WIDTH;
    }
    boolean known = character >= ' ' && character - ' ' < WIDTHS.length;
    return known ? WIDTHS[character - ' '] : OTHER_WIDTH;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

package org.attentionlimits.reports.page;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.attentionlimits.reports.ledger.Ratios;

/** Pages from templates; all text is escaped but what a template says is markup. */
public final class Templates {

  private static final String STYLE = "page.css";

  private Templates() {}

  /** The style that all pages share. */
  public static String style() throws IOException {
    return resource(STYLE);
  }

  /** A number with thin spaces between groups of three digits. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }

  /** Rows above a bound and their share: {@code 541 (46.96 %)}, or {@code none}. */
  public static String above(long violating, long rows) {
    return violating == 0
        ? "none"
        : count(violating) + " (" + Ratios.percent(violating, rows) + ")";
  }

  /** A page: a template's file, filled with what a view holds. */
  public static String fill(String template, Object view) throws IOException {
    return Mustache.compiler()
        .escapeHTML(true)
        .strictSections(true)
        .withLoader(name -> new StringReader(resource(name + ".mustache")))
        .compile(resource(template))
        .execute(view);
  }

  static String resource(String name) throws IOException {
    try (InputStream in = Templates.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

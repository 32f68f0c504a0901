package org.attentionlimits.reports.page;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** Pages from templates; all text is escaped but what a template says is markup. */
final class Templates {

  private static final String STYLE = "page.css";

  private Templates() {}

  /** The style that all pages share. */
  static String style() throws IOException {
    return resource(STYLE);
  }

  static String fill(String template, Object view) throws IOException {
    return Mustache.compiler()
        .escapeHTML(true)
        .strictSections(true)
        .withLoader(name -> new StringReader(resource(name + ".mustache")))
        .compile(resource(template))
        .execute(view);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Templates.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

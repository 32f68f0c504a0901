package org.attentionlimits.empirical.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** Why a server was not reached, without the names of exceptions. */
class DownloadExceptionTests {

  private static String told(IOException cause) {
    return DownloadException.unreachable("https://example.org/x", cause).getMessage();
  }

  @Test
  void exceptionsAreNotNamed() {
    assertThat(
            told(
                new SSLHandshakeException(
                    "PKIX path building failed: sun.security.provider.certpath"
                        + ".SunCertPathBuilderException: unable to find valid certification path")))
        .isEqualTo(
            "https://example.org/x: no secure connection: PKIX path building failed: unable to find"
                + " valid certification path");
    assertThat(told(new IOException("java.net.SocketException: Connection reset")))
        .isEqualTo("https://example.org/x: Connection reset");
    assertThat(told(new IOException()))
        .isEqualTo("https://example.org/x: for a reason that is not told");
    assertThat(told(new IOException("chunked transfer encoding, state: READING_LENGTH")))
        .isEqualTo("https://example.org/x: chunked transfer encoding, state: READING_LENGTH");
  }
}

package org.attentionlimits.empirical.tensor;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a file that is not a safetensors file is, by its first bytes. */
final class ForeignFile {

  /** So many bytes tell. */
  static final int BEGINNING = 64;

  private static final int PICKLE = 0x80;
  private static final int LATEST_PICKLE = 5;

  private static final Map<String, String> MAGIC =
      Map.of(
          "version https://git-lfs", "a Git LFS pointer, not the file: run git lfs pull",
          "PK\u0003\u0004", "a zip archive, as NumPy's .npz or PyTorch's .pt, not safetensors",
          "GGUF", "a GGUF file, not safetensors",
          "\u0089HDF", "an HDF5 file, not safetensors",
          "\u0093NUMPY", "a NumPy array (.npy), not safetensors",
          "\u001f\u008b", "a gzip file: unpack it");

  private ForeignFile() {}

  /** In words; empty if the bytes are none that are known. */
  static Optional<String> named(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> magic : MAGIC.entrySet()) {
      if (text.startsWith(magic.getKey())) {
        return Optional.of(magic.getValue());
      }
    }
    if (isPickle(text)) {
      return Optional.of("a Python pickle, as PyTorch's old .pt, not safetensors");
    }
    return isPage(text) ? Optional.of("a web page, not the file") : Optional.empty();
  }

  private static boolean isPickle(String text) {
    return text.length() > 1
        && text.charAt(0) == PICKLE
        && text.charAt(1) >= 2
        && text.charAt(1) <= LATEST_PICKLE;
  }

  private static boolean isPage(String text) {
    String start = text.replaceFirst("^\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml");
  }
}

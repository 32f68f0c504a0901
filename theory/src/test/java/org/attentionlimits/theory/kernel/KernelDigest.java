package org.attentionlimits.theory.kernel;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** A digest of what a kernel computes of many rows, which another process can print. */
final class KernelDigest {

  private static final int[] TOKENS = {
    1, 2, 3, 5, 8, 15, 31, 32, 33, 64, 100, 511, 513, 1029, 4100
  };

  private KernelDigest() {}

  /** Prints the lanes of this virtual machine and the digest. */
  public static void main(String[] args) {
    RowKernel kernel = RowKernel.fastest();
    System.out.println(kernel.description());
    System.out.println(of(kernel));
  }

  static String of(RowKernel kernel) {
    MessageDigest digest = sha256();
    SplittableRandom random = new SplittableRandom(1);
    for (int tokens : TOKENS) {
      for (double scale : new double[] {1e-12, 0.1, 3, 100, 1000}) {
        addRow(kernel, digest, random.doubles(tokens).map(u -> scale * (u - 0.5)).toArray());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void addRow(RowKernel kernel, MessageDigest digest, double... logits) {
    double[] weights = new double[logits.length];
    double[] product = new double[logits.length];
    float[] single = new float[logits.length];
    float[] result = new float[logits.length];
    for (int i = 0; i < single.length; i++) {
      single[i] = (float) logits[i];
    }
    add(digest, kernel.softmaxWithEntropy(logits, 0.7, weights));
    add(digest, kernel.softmax(logits, 0.7, weights));
    kernel.softmax(single, 0.7f, result);
    kernel.jacobianProduct(weights, 0.7, logits, product);
    add(digest, kernel.spectralNorm(weights, 0.7));
    add(digest, weights);
    add(digest, product);
    for (float weight : result) {
      add(digest, weight);
    }
  }

  private static void add(MessageDigest digest, double... values) {
    for (double value : values) {
      digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(0, value));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

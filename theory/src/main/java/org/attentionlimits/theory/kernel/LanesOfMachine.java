package org.attentionlimits.theory.kernel;

import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** The lanes that this virtual machine can run, looked up once and told at debug level. */
final class LanesOfMachine {

  private static final String VECTOR = "org.attentionlimits.theory.kernel.vector.VectorLanes";

  private static final Supplier<Lanes> MAKER = maker();

  private LanesOfMachine() {}

  static Lanes fastest() {
    return MAKER.get();
  }

  private static Supplier<Lanes> maker() {
    Supplier<Lanes> maker =
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
            ? LanesOfMachine::vector
            : Lanes::scalar;
    System.getLogger(LanesOfMachine.class.getName())
        .log(Level.DEBUG, () -> "rows are computed by " + maker.get().description());
    return maker;
  }

  /** By name, so that no other class needs the module. */
  private static Lanes vector() {
    try {
      return Class.forName(VECTOR).asSubclass(Lanes.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the lanes of vector instructions are missing", e);
    }
  }
}

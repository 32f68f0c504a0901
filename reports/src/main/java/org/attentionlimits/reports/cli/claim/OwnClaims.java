package org.attentionlimits.reports.cli.claim;

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attentionlimits.empirical.io.Reason;
import org.attentionlimits.reports.cli.option.OptionValues;
import org.attentionlimits.theory.claim.Claim;

/**
 * The claims of a user's class: its public static final fields, and its public static methods
 * without parameters, of type {@link Claim}.
 */
final class OwnClaims {

  private final String name;

  private OwnClaims(String name) {
    this.name = name;
  }

  /**
   * The claims of a class, fields first, each in the order of their names.
   *
   * @param classPath jars and directories, with the platform's separator between them
   * @param name of the class, with its package
   * @throws IllegalArgumentException if there is no such class, it cannot be loaded, or has no
   *     claim or two of one name, in one line
   */
  static List<Claim<?>> of(String classPath, String name) {
    OwnClaims own = new OwnClaims(name);
    List<Claim<?>> claims = own.claims(own.load(urls(classPath), classPath));
    if (claims.isEmpty()) {
      throw own.problem(
          "has no claim: no public static final field and no public static method without"
              + " parameters is of type Claim");
    }
    Set<String> ids = new HashSet<>();
    for (Claim<?> claim : claims) {
      if (!ids.add(claim.id())) {
        throw own.problem("two claims have the name " + claim.id());
      }
    }
    return claims;
  }

  private static URL[] urls(String classPath) {
    return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator), -1))
        .map(OptionValues::pathIn)
        .map(OwnClaims::url)
        .toArray(URL[]::new);
  }

  private static URL url(Path path) {
    if (!Files.exists(path)) {
      throw new IllegalArgumentException(path + ": no such jar or directory");
    }
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path + ": cannot be part of a class path", e);
    }
  }

  /** The loader stays open: a claim may load more when it is evaluated. */
  private Class<?> load(URL[] urls, String classPath) {
    ClassLoader loader = new URLClassLoader(urls, Claim.class.getClassLoader());
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(name + ": no such class in " + classPath, e);
    } catch (LinkageError e) {
      throw problem("cannot be loaded: " + reason(e), e);
    }
  }

  private List<Claim<?>> claims(Class<?> of) {
    List<Claim<?>> claims = new ArrayList<>();
    try {
      Stream.of(of.getFields())
          .filter(field -> isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers()))
          .filter(field -> field.getType() == Claim.class)
          .sorted((a, b) -> a.getName().compareTo(b.getName()))
          .forEach(field -> claims.add(claim(field.getName(), value(field))));
      Stream.of(of.getMethods())
          .filter(method -> isStatic(method.getModifiers()) && method.getParameterCount() == 0)
          .filter(method -> method.getReturnType() == Claim.class)
          .sorted((a, b) -> a.getName().compareTo(b.getName()))
          .forEach(method -> claims.add(claim(method.getName() + "()", value(method))));
    } catch (LinkageError e) {
      throw problem("cannot be loaded: " + reason(e), e);
    }
    return claims;
  }

  private static boolean isStatic(int modifiers) {
    return Modifier.isStatic(modifiers);
  }

  private Claim<?> claim(String member, Object value) {
    if (value == null) {
      throw problem(member + " is null");
    }
    return (Claim<?>) value;
  }

  private Object value(Field field) {
    field.setAccessible(true);
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw problem(field.getName() + " cannot be read", e);
    }
  }

  private Object value(Method method) {
    method.setAccessible(true);
    try {
      return method.invoke(null);
    } catch (IllegalAccessException e) {
      throw problem(method.getName() + "() cannot be called", e);
    } catch (InvocationTargetException e) {
      throw problem(method.getName() + "() fails: " + reason(e.getCause()), e);
    }
  }

  /** The first cause that is not about loading. */
  private static String reason(Throwable thrown) {
    boolean isWrapped = thrown instanceof ExceptionInInitializerError && thrown.getCause() != null;
    Throwable cause = isWrapped ? thrown.getCause() : thrown;
    String message = cause.getMessage() == null ? Reason.UNKNOWN : cause.getMessage();
    return cause.getClass().getSimpleName() + ": " + message;
  }

  private IllegalArgumentException problem(String words) {
    return new IllegalArgumentException(name + ": " + words);
  }

  private IllegalArgumentException problem(String words, Throwable cause) {
    return new IllegalArgumentException(name + ": " + words, cause);
  }
}

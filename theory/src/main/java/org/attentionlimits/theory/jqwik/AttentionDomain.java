package org.attentionlimits.theory.jqwik;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.configurators.ArbitraryConfigurator;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.random.Spaces;

/**
 * The built-in types of instances for properties annotated with {@code @Domain}, as {@link
 * AttentionArbitraries} generate them, beside all that jqwik provides without a domain: a parameter
 * {@code @ForAll int} or {@code @ForAll @IntRange(max = 8) int} stays possible.
 */
public class AttentionDomain extends DomainContextBase {

  /** For the annotation. */
  public AttentionDomain() {}

  @Override
  public Collection<ArbitraryProvider> getArbitraryProviders() {
    return Stream.of(
            super.getArbitraryProviders(),
            Spaces.all().stream().<ArbitraryProvider>map(OfSpace::new).toList(),
            DomainContext.global().getArbitraryProviders())
        .flatMap(Collection::stream)
        .toList();
  }

  @Override
  public Collection<ArbitraryConfigurator> getArbitraryConfigurators() {
    return Stream.of(
            super.getArbitraryConfigurators(), DomainContext.global().getArbitraryConfigurators())
        .flatMap(Collection::stream)
        .toList();
  }

  /** Provides the instances of a space. */
  private record OfSpace<I extends Instance<I>>(Space<I> space) implements ArbitraryProvider {

    @Override
    public boolean canProvideFor(TypeUsage target) {
      return target.isOfType(space.type().javaClass());
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage target, SubtypeProvider subtypes) {
      return Set.of(AttentionArbitraries.of(space));
    }
  }
}

package dev.pulso.store.search;

import java.util.List;

/** Kinds of records that can be found: a bean of the module that keeps them. */
public interface SearchSource {
    List<SearchKind> kinds();
}

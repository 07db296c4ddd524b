package dev.pulso.portfolio.internal.servicetype;

/** A kind of recurring service. Contracts name it by its code. */
public record ServiceTypeData(String code, String name, boolean builtIn) {}

package dev.pulso.kernel;

/** What refers to other records, or holds what does. The answers of the API are it by `x-include` of the contract. */
public interface Referring {

    /** Tells each of its references. */
    void refer(References references);
}

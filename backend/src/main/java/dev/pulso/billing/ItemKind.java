package dev.pulso.billing;

/** What a line of an invoice charges for. */
public enum ItemKind {
    plan,
    product,
    service
}

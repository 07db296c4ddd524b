package dev.pulso.customers;

/** A natural person (CPF) or a company (CNPJ). */
public enum CustomerKind {
    person,
    company
}

package dev.pulso.people.internal.registration;

/** Who may found a company: anybody, or nobody. */
public enum RegistrationStatus {
    open,
    closed
}

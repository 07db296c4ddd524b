package dev.pulso.people.internal.user;

import dev.pulso.kernel.Change;

/** What a person changes about themselves; {@code locale} null: the company's. */
public record ProfileChanges(Change<String> name, Change<String> locale, Change<String> theme) {}

package dev.pulso.identity.internal.user;

import dev.pulso.platform.data.Change;

/** What a person changes about themselves; {@code locale} null: the company's. */
public record ProfileChanges(Change<String> name, Change<String> locale, Change<String> theme) {}

package dev.pulso.store.imports;

import java.util.List;

/** What became of a batch: every row was created, found and updated (or left, when it said nothing new), or refused. */
public record BatchResult(int created, int updated, List<RowError> errors) {}

/**
 * Fields that a company adds to its records, and what stands in them (docs/adr/0065-custom-fields.md). A module says by a {@link
 * dev.pulso.store.custom.CustomKind} that its records may have some; its records are a {@link dev.pulso.store.data.CustomRecord}, and its
 * use cases ask {@link dev.pulso.store.custom.CustomFields} what of the values that they are given is kept.
 */
@NullMarked
package dev.pulso.store.custom;

import org.jspecify.annotations.NullMarked;

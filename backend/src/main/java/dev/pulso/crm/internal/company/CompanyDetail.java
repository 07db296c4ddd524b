package dev.pulso.crm.internal.company;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** A company with what only its own page shows; lists leave long texts out. */
@RegisterForReflection
public record CompanyDetail(CompanyData company, @Nullable String notes) {}

package dev.pulso.customers;

import dev.pulso.kernel.Records;
import dev.pulso.store.data.External;
import dev.pulso.store.imports.FileColumn;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer to create. Tax id and phone may carry masks; they are checked and stored without. Other modules say by name what
 * they know, so that a new field does not concern them.
 */
@RegisterForReflection
public record NewCustomer(
        String name,
        CustomerKind kind,

        @FileColumn(
                most = 30,
                names = {"CPF/CNPJ", "CNPJ", "CPF", "Documento", "Tax ID"})
        @Nullable
        String taxId,

        @FileColumn(
                most = 254,
                names = {"E-mail do cliente", "E-mail", "Customer e-mail"})
        @Nullable
        String email,

        @Nullable String phone,

        @FileColumn(
                most = 255,
                names = {"Site do cliente", "Site", "Website"})
        @Nullable
        String website,

        @Nullable UUID companyId,
        @Nullable UUID crmDealId,
        @Nullable UUID accountManagerId,
        @Nullable Map<String, Object> custom,
        External external,
        @Nullable String notes) {

    /** With what stands in the fields of the company. */
    public NewCustomer custom(Map<String, Object> values) {
        return Records.with(this, "custom", values);
    }

    /** Nothing more is known. */
    public static NewCustomer named(String name, CustomerKind kind) {
        return Records.of(NewCustomer.class, Map.of("name", name, "kind", kind, "external", External.NONE));
    }

    public NewCustomer taxId(@Nullable String value) {
        return Records.with(this, "taxId", value);
    }

    public NewCustomer email(@Nullable String value) {
        return Records.with(this, "email", value);
    }

    public NewCustomer phone(@Nullable String value) {
        return Records.with(this, "phone", value);
    }

    public NewCustomer companyId(@Nullable UUID value) {
        return Records.with(this, "companyId", value);
    }

    public NewCustomer crmDealId(@Nullable UUID value) {
        return Records.with(this, "crmDealId", value);
    }

    public NewCustomer external(External value) {
        return Records.with(this, "external", value);
    }
}

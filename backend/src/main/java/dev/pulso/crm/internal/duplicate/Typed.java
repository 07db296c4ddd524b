package dev.pulso.crm.internal.duplicate;

import dev.pulso.kernel.PhoneNumber;
import dev.pulso.kernel.TaxId;
import dev.pulso.kernel.Texts;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has typed of a record so far: what is not whole yet says nothing.
 *
 * @param except the record itself, when it is there already
 */
record Typed(
        DuplicateKind kind,
        boolean ofCompany,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String taxId,
        @Nullable String website,
        @Nullable UUID except) {

    static Typed of(
            DuplicateKind kind,
            boolean ofCompany,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String taxId,
            @Nullable String website,
            @Nullable UUID except) {
        return new Typed(
                kind,
                ofCompany,
                text(name),
                email == null || !email.contains("@") ? null : Texts.trim(email).toLowerCase(Locale.ROOT),
                phone == null
                        ? null
                        : PhoneNumber.parse(phone)
                                .toOptional()
                                .map(PhoneNumber::e164)
                                .orElse(null),
                taxId == null
                        ? null
                        : TaxId.parse(taxId).toOptional().map(TaxId::value).orElse(null),
                text(website),
                except);
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || Texts.isBlank(value) ? null : Texts.trim(value);
    }
}

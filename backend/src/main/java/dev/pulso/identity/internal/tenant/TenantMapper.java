package dev.pulso.identity.internal.tenant;

import dev.pulso.api.model.Tenant;
import dev.pulso.api.model.TenantPatch;
import dev.pulso.identity.TenantData;
import dev.pulso.platform.web.PatchBody;

/** The company at the edge of the API. */
public final class TenantMapper {
    private TenantMapper() {}

    public static Tenant toApi(TenantData tenant) {
        return new Tenant()
                .id(tenant.id())
                .slug(tenant.slug())
                .name(tenant.name())
                .taxId(tenant.taxId())
                .locale(Tenant.LocaleEnum.fromString(tenant.locale()))
                .timeZone(tenant.timeZone().getId())
                .currency(tenant.currency())
                .invoiceDueDays(tenant.invoiceDueDays())
                .pixKey(tenant.pixKey())
                .pixMerchantName(tenant.pixMerchantName())
                .pixCity(tenant.pixCity())
                .accentColor(tenant.accentColor())
                .logoHash(tenant.logoHash())
                .allowedOrigins(tenant.allowedOrigins())
                .createdAt(tenant.createdAt())
                .updatedAt(tenant.updatedAt())
                .version(tenant.version());
    }

    static TenantChanges toChanges(TenantPatch body, PatchBody patch) {
        return new TenantChanges(
                patch.change("name", body.getName()),
                patch.change("tax_id", body.getTaxId()),
                patch.change(
                        "locale",
                        body.getLocale() == null ? null : body.getLocale().value()),
                patch.change("time_zone", body.getTimeZone()),
                patch.change("invoice_due_days", body.getInvoiceDueDays()),
                patch.change("pix_key", body.getPixKey()),
                patch.change("pix_merchant_name", body.getPixMerchantName()),
                patch.change("pix_city", body.getPixCity()),
                patch.change("accent_color", body.getAccentColor()),
                patch.change("allowed_origins", body.getAllowedOrigins()));
    }
}

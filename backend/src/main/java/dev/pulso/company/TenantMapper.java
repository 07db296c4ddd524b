package dev.pulso.company;

import dev.pulso.api.model.Tenant;

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
}

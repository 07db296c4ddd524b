package dev.pulso.company.internal.tenant;

import dev.pulso.api.model.TenantPatch;
import dev.pulso.edge.web.PatchBody;

/** What is asked to be changed of the company. */
final class TenantApiMapper {
    private TenantApiMapper() {}

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

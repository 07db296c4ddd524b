package dev.pulso.crm.internal.lead;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How to convert a lead: into which pipeline (the default one when null), under which title, worth how much.
 *
 * @param companyId the company that it is of; null: that of its name
 * @param contactId the contact that it is; null: that of its e-mail address
 * @param createCompany a company of its own, whoever else is called so
 * @param createContact a contact of its own, whoever else has the address
 */
record Conversion(
        @Nullable UUID pipelineId,
        @Nullable String title,
        long amountCents,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        boolean createCompany,
        boolean createContact) {
    /** Without any word of how. */
    static final Conversion PLAIN = new Conversion(null, null, 0, null, null, false, false);
}

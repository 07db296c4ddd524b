package dev.pulso.crm.internal.lead;

import dev.pulso.crm.LeadConverted;
import dev.pulso.crm.internal.References;
import dev.pulso.crm.internal.References.Reference;
import dev.pulso.crm.internal.activity.ActivityService;
import dev.pulso.crm.internal.company.CompanyDetail;
import dev.pulso.crm.internal.company.CompanyService;
import dev.pulso.crm.internal.contact.ContactDetail;
import dev.pulso.crm.internal.contact.ContactService;
import dev.pulso.crm.internal.contact.NewContact;
import dev.pulso.crm.internal.deal.DealDetail;
import dev.pulso.crm.internal.deal.DealService;
import dev.pulso.crm.internal.pipeline.PipelineService;
import dev.pulso.files.Attachments;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.custom.CustomFields;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lead becomes a deal, with the company and the contact that it was about. */
@ApplicationScoped
class LeadConverter {
    private final Tenancy tenancy;
    private final LeadRepository leads;
    private final CompanyService companies;
    private final ContactService contacts;
    private final DealService deals;
    private final ActivityService activities;
    private final Attachments files;
    private final CustomFields custom;
    private final PipelineService pipelines;
    private final References references;
    private final Outbox outbox;

    LeadConverter(
            Tenancy tenancy,
            LeadRepository leads,
            CompanyService companies,
            ContactService contacts,
            DealService deals,
            ActivityService activities,
            Attachments files,
            CustomFields custom,
            PipelineService pipelines,
            References references,
            Outbox outbox) {
        this.tenancy = tenancy;
        this.leads = leads;
        this.companies = companies;
        this.contacts = contacts;
        this.deals = deals;
        this.activities = activities;
        this.files = files;
        this.custom = custom;
        this.pipelines = pipelines;
        this.references = references;
        this.outbox = outbox;
    }

    /** What came of a lead; no company when the lead named none. */
    record Converted(DealDetail deal, @Nullable CompanyDetail company, ContactDetail contact) {
        @Nullable
        UUID companyId() {
            return company == null ? null : company.company().id();
        }
    }

    /** Converts the lead, once: 409 after that. One transaction, all or nothing. */
    Uni<Converted> convert(Caller caller, UUID id, ExpectedVersion expected, Conversion conversion) {
        caller.require("crm.contacts:write");
        caller.require("crm.deals:write");
        return tenancy.write(
                caller,
                session -> leads.forChange(id)
                        .invoke(lead -> lead.requireVersion(expected))
                        .invoke(Lead::requireNotConverted)
                        .chain(lead -> make(caller, lead, conversion)
                                .call(made -> {
                                    lead.convert(made.deal().deal().id());
                                    return session.flush();
                                })
                                .call(made -> activities.follow(
                                        caller,
                                        id,
                                        made.deal().deal().id(),
                                        made.companyId(),
                                        made.contact().contact().id()))
                                .call(made -> files.follow(
                                        caller,
                                        id,
                                        made.deal().deal().id(),
                                        made.companyId(),
                                        made.contact().contact().id()))
                                .call(made -> outbox.publish(
                                        caller,
                                        LeadConverted.TYPE,
                                        id,
                                        lead.converted(
                                                made.deal().deal().id(),
                                                made.companyId(),
                                                made.contact().contact().id())))));
    }

    private Uni<Converted> make(Caller caller, Lead lead, Conversion conversion) {
        return references
                .require(
                        caller,
                        Reference.company("company_id", conversion.companyId()),
                        Reference.contact("contact_id", conversion.contactId()))
                .chain(() -> company(caller, lead, conversion))
                .chain(company -> {
                    UUID companyId = company == null ? null : company.company().id();
                    return taken(caller, lead, "contacts", null)
                            .chain(values ->
                                    contact(caller, lead.contact(companyId).custom(values), conversion))
                            .chain(contact -> pipelines
                                    .named(caller, conversion.pipelineId(), null)
                                    .chain(pipeline -> taken(caller, lead, "deals", pipeline.id()))
                                    .chain(values -> deals.ofLead(
                                            caller,
                                            lead.deal(
                                                            conversion,
                                                            companyId,
                                                            contact.contact().id())
                                                    .custom(values)))
                                    .map(deal -> new Converted(deal, company, contact)));
                });
    }

    private Uni<ContactDetail> contact(Caller caller, NewContact of, Conversion conversion) {
        UUID known = conversion.contactId();
        if (known != null) {
            return contacts.complete(caller, known, of);
        }
        return conversion.createContact() ? contacts.createAnother(caller, of) : contacts.findOrCreate(caller, of);
    }

    private Uni<@Nullable CompanyDetail> company(Caller caller, Lead lead, Conversion conversion) {
        if (conversion.companyId() != null) {
            return companies.get(caller, conversion.companyId()).map(found -> found);
        }
        return lead.companyName() == null
                ? Uni.createFrom().nullItem()
                : ofCompany(caller, lead, lead.companyName(), conversion.createCompany());
    }

    private Uni<@Nullable CompanyDetail> ofCompany(Caller caller, Lead lead, String name, boolean another) {
        caller.require("crm.companies:write");
        return taken(caller, lead, "companies", null)
                .chain(values -> another
                        ? companies.createAnother(caller, name, values)
                        : companies.findOrCreate(caller, name, values))
                .map(company -> company);
    }

    /** What stands in the fields of the company goes along where there is such a field. */
    private Uni<Map<String, Object>> taken(Caller caller, Lead lead, String kind, @Nullable UUID pipeline) {
        return custom.copied(caller, "leads", lead.custom(), kind, pipeline);
    }
}

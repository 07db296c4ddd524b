package dev.pulso.crm.internal.contact;

import dev.pulso.api.model.Contact;
import dev.pulso.api.model.ContactCreate;
import dev.pulso.api.model.ContactPage;
import dev.pulso.api.model.ContactPatch;
import dev.pulso.api.model.ContactSummary;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;

/** Contacts at the edge of the API; also for the answer to a converted lead. */
public final class ContactMapper {
    private ContactMapper() {}

    public static Contact toApi(ContactDetail detail) {
        Contact api = fill(new Contact(), detail.contact());
        api.setNotes(detail.notes());
        return api;
    }

    public static ContactSummary toApi(ContactData contact) {
        return fill(new ContactSummary(), contact);
    }

    private static <T extends ContactSummary> T fill(T api, ContactData contact) {
        api.id(contact.id())
                .name(contact.name())
                .email(contact.email())
                .phone(contact.phone())
                .position(contact.position())
                .companyId(contact.companyId())
                .companyName(contact.companyName())
                .isPrimary(contact.primary())
                .externalSource(contact.external().source())
                .externalId(contact.external().id())
                .metadata(contact.external().metadata())
                .createdAt(contact.createdAt())
                .updatedAt(contact.updatedAt())
                .version(contact.version());
        return api;
    }

    static ContactPage toApi(Page<ContactData> page) {
        return new ContactPage()
                .data(page.data().stream().map(ContactMapper::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    static NewContact toNew(ContactCreate body) {
        return new NewContact(
                body.getName(),
                body.getEmail(),
                body.getPhone(),
                body.getPosition(),
                body.getCompanyId(),
                Boolean.TRUE.equals(body.getIsPrimary()),
                body.getNotes(),
                External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata()));
    }

    static ContactChanges toChanges(ContactPatch body, PatchBody patch) {
        return new ContactChanges(
                patch.change("name", body.getName()),
                patch.change("email", body.getEmail()),
                patch.change("phone", body.getPhone()),
                patch.change("position", body.getPosition()),
                patch.change("company_id", body.getCompanyId()),
                patch.change("is_primary", body.getIsPrimary()),
                patch.change("notes", body.getNotes()),
                patch.external(body.getExternalSource(), body.getExternalId(), body.getMetadata()));
    }
}

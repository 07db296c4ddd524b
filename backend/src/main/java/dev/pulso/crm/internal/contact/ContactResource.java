package dev.pulso.crm.internal.contact;

import static dev.pulso.crm.internal.contact.ContactMapper.CONTACTS;

import dev.pulso.api.ContactsApi;
import dev.pulso.api.model.Contact;
import dev.pulso.api.model.ContactCreate;
import dev.pulso.api.model.ContactPage;
import dev.pulso.api.model.ContactPatch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.Created;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.store.data.External;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Contacts over HTTP: translates, nothing else. */
@AtMostOnce
class ContactResource implements ContactsApi {
    private final ContactService contacts;
    private final CallerContext context;
    private final PatchBody patch;
    private final Created created;

    ContactResource(ContactService contacts, CallerContext context, PatchBody patch, Created created) {
        this.contacts = contacts;
        this.context = context;
        this.patch = patch;
        this.created = created;
    }

    @Override
    public Uni<ContactPage> listContacts(
            String externalSource,
            String externalId,
            UUID companyId,
            String q,
            String sort,
            Integer limit,
            String cursor,
            Instant updatedSince) {
        return contacts.list(
                        context.caller(),
                        new ContactQueries.Filter(companyId, new External.Key(externalSource, externalId), q),
                        context.page(limit, sort, cursor, updatedSince))
                .map(CONTACTS::toApi);
    }

    @Override
    public Uni<Contact> createContact(ContactCreate body) {
        return contacts.create(context.caller(), CONTACTS.toNew(body)).map(CONTACTS::toApi);
    }

    @Override
    public Uni<Contact> getContact(UUID id) {
        return contacts.get(context.caller(), id).map(CONTACTS::toApi);
    }

    @Override
    public Uni<Contact> updateContact(UUID id, ContactPatch body) {
        return contacts.edit(context.caller(), id, context.requiredVersion(), patch.into(ContactChanges.class, body))
                .map(CONTACTS::toApi);
    }

    @Override
    public Uni<Contact> putContact(String source, String externalId, ContactCreate body) {
        body.externalSource(source).externalId(externalId);
        return contacts.put(
                        context.caller(),
                        externalId,
                        context.expectedVersion(),
                        CONTACTS.toNew(body),
                        patch.into(ContactChanges.class, patch.as(ContactPatch.class, body)))
                .map(created::told)
                .map(CONTACTS::toApi);
    }
}

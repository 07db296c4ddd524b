package dev.pulso.crm.internal.contact;

import dev.pulso.crm.internal.References;
import dev.pulso.crm.internal.References.Reference;
import dev.pulso.crm.internal.company.CompanyService;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.custom.CustomFields;
import dev.pulso.store.data.ExternalKeys;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The use cases of contacts. */
@ApplicationScoped
public class ContactService {
    private static final String TABLE = "contacts";

    private final ExternalKeys keys;
    private final CustomFields custom;
    private final Tenancy tenancy;
    private final ContactRepository contacts;
    private final ContactQueries queries;
    private final CompanyService companies;
    private final References references;

    ContactService(
            Tenancy tenancy,
            ContactRepository contacts,
            ContactQueries queries,
            CompanyService companies,
            References references,
            ExternalKeys keys,
            CustomFields custom) {
        this.keys = keys;
        this.custom = custom;
        this.tenancy = tenancy;
        this.contacts = contacts;
        this.queries = queries;
        this.companies = companies;
        this.references = references;
    }

    Uni<Page<ContactData>> list(Caller caller, ContactQueries.Filter filter, PageRequest page) {
        return queries.list(caller, filter, page);
    }

    /** The contact, or 404. */
    public Uni<ContactDetail> get(Caller caller, UUID id) {
        return queries.get(caller, id);
    }

    /** Creates a contact, whoever else has its address; a new primary one takes the place of the company's former. */
    public Uni<ContactDetail> create(Caller caller, NewContact body) {
        return make(caller, body, true);
    }

    /** The same on the way to something else, where nobody is asked for the fields of the company. */
    public Uni<ContactDetail> createAnother(Caller caller, NewContact body) {
        return make(caller, body, false);
    }

    private Uni<ContactDetail> make(Caller caller, NewContact body, boolean asked) {
        return tenancy.write(caller, session -> {
            // Checked before anything is asked for: what it says alone is refused first.
            new Contact(caller, body.custom(Map.of()));
            return references
                    .require(caller, Reference.company("company_id", body.companyId()))
                    .chain(() -> keys.requireFree(caller, TABLE, body.external()))
                    .chain(() -> custom.ofNew(caller, TABLE, body.custom(), null, asked))
                    .map(values -> new Contact(caller, body.custom(values)))
                    .call(contact ->
                            makeRoom(caller, session, contact.id(), body.isPrimary() ? body.companyId() : null))
                    .chain(contacts::persistAndFlush)
                    .chain(contact -> queries.get(caller, contact.id()));
        });
    }

    /** The contact with that address, if there is one; made when there is none, or no address. */
    public Uni<ContactDetail> findOrCreate(Caller caller, NewContact contact) {
        return tenancy.write(caller, session -> {
            Uni<@Nullable ContactDetail> found = contact.email() == null
                    ? Uni.createFrom().nullItem()
                    : queries.findByEmail(caller, contact.email());
            return found.chain(known -> known == null
                    ? createAnother(caller, contact)
                    : Uni.createFrom().item(known));
        });
    }

    /** The contact that is there, with what it lacked and is known by now. */
    public Uni<ContactDetail> complete(Caller caller, UUID id, NewContact known) {
        return tenancy.write(
                caller,
                session -> contacts.findById(id, LockModeType.PESSIMISTIC_WRITE)
                        .onItem()
                        .ifNull()
                        .failWith(Problem::notFound)
                        .invoke(contact -> contact.complete(known))
                        .call(() -> session.flush())
                        .chain(() -> queries.get(caller, id)));
    }

    /** Until the transaction ends, nobody else decides anything about this person that there must be one of. */
    public Uni<Void> lock(Caller caller, UUID id) {
        return queries.lock(caller, id);
    }

    /** Makes the record of that external key, or changes it. */
    Uni<ExternalKeys.Put<ContactDetail>> put(
            Caller caller, String externalId, ExpectedVersion expected, NewContact body, ContactChanges changes) {
        return keys.put(
                caller,
                TABLE,
                body.external().source(),
                externalId,
                expected,
                () -> create(caller, body),
                id -> edit(caller, id, expected, changes));
    }

    Uni<ContactDetail> edit(Caller caller, UUID id, ExpectedVersion expected, ContactChanges changes) {
        return tenancy.write(
                caller,
                session -> contacts.findById(id)
                        .onItem()
                        .ifNull()
                        .failWith(Problem::notFound)
                        .invoke(contact -> contact.requireVersion(expected))
                        .call(contact -> keys.requireFree(caller, TABLE, contact, changes.external()))
                        .call(() -> references.require(
                                caller,
                                Reference.company(
                                        "company_id", changes.companyId().value())))
                        .call(contact -> makeRoom(caller, session, id, contact.becomesPrimaryOf(changes)))
                        .call(contact -> custom.changed(caller, TABLE, changes.custom(), contact.custom(), null)
                                .invoke(checked -> contact.edit(changes.custom(checked))))
                        .call(() -> session.flush())
                        .chain(() -> queries.get(caller, id)));
    }

    /** The former primary contact of the company steps back, and is written first: the index allows one at any moment. */
    private Uni<Void> makeRoom(Caller caller, Mutiny.Session session, UUID newPrimaryId, @Nullable UUID companyId) {
        if (companyId == null) {
            return Uni.createFrom().voidItem();
        }
        return companies
                .lock(caller, companyId)
                .chain(() -> contacts.findPrimaryOf(companyId))
                .chain(former -> {
                    if (former == null || former.id().equals(newPrimaryId)) {
                        return Uni.createFrom().voidItem();
                    }
                    former.stepBack();
                    return session.flush();
                });
    }
}

package dev.pulso.crm.internal.contact;

import dev.pulso.api.model.Contact;
import dev.pulso.api.model.ContactCreate;
import dev.pulso.api.model.ContactPage;
import dev.pulso.api.model.ContactSummary;
import dev.pulso.edge.web.ApiMapping;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contacts at the edge of the API; also for the answer to a converted lead. */
@Mapper(config = ApiMapping.class)
public interface ContactMapper {
    /** Made at compile time. */
    ContactMapper CONTACTS = new ContactMapperImpl();

    @Mapping(target = ".", source = "contact")
    @Mapping(target = "isPrimary", source = "contact.primary")
    @Mapping(target = "externalSource", source = "contact.external.source")
    @Mapping(target = "externalId", source = "contact.external.id")
    @Mapping(target = "metadata", source = "contact.external.metadata")
    @Mapping(target = "custom", source = "contact.custom.values")
    Contact toApi(ContactDetail detail);

    @Mapping(target = "isPrimary", source = "primary")
    @Mapping(target = "externalSource", source = "external.source")
    @Mapping(target = "externalId", source = "external.id")
    @Mapping(target = "metadata", source = "external.metadata")
    @Mapping(target = "custom", source = "custom.values")
    ContactSummary toApi(ContactData contact);

    /** A page of a list. */
    default ContactPage toApi(Page<ContactData> page) {
        return new ContactPage()
                .data(page.data().stream().map(this::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    @Mapping(target = "isPrimary", source = "body.isPrimary", defaultValue = "false")
    @Mapping(target = "custom", source = "body.custom", defaultExpression = "java(java.util.Map.of())")
    @Mapping(target = "external", source = "body")
    NewContact toNew(ContactCreate body);

    default External external(ContactCreate body) {
        return External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata());
    }
}

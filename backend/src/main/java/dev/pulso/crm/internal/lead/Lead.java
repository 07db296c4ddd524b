package dev.pulso.crm.internal.lead;

import dev.pulso.crm.LeadConverted;
import dev.pulso.crm.LeadCreated;
import dev.pulso.crm.internal.contact.NewContact;
import dev.pulso.crm.internal.deal.NewDeal;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.ExternalChanges;
import dev.pulso.store.data.KnownRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who may buy. It is worked on until it is converted, once, into a deal; then it is history. */
@Entity
@Table(name = "leads")
class Lead extends KnownRecord {
    private String name;

    private @Nullable String email;

    private @Nullable String phone;

    @Column(name = "company_name")
    private @Nullable String companyName;

    private @Nullable String source;

    @Enumerated(EnumType.STRING)
    private LeadStage stage;

    private String[] tags;

    @Column(name = "owner_id")
    private @Nullable UUID ownerId;

    @Column(name = "bant_score")
    private int bantScore;

    private @Nullable String notes;

    @Column(name = "deal_id")
    private @Nullable UUID dealId;

    /** For Hibernate. */
    protected Lead() {}

    /** Nothing is known of a new one: what is given is checked as a change of it, which refuses to leave out what it needs. */
    @SuppressWarnings("NullAway.Init")
    Lead(Caller caller, NewLead lead) {
        super(caller, lead.external());
        edit(Records.changes(LeadChanges.class, lead, Map.of("external", ExternalChanges.NONE)));
    }

    void edit(LeadChanges changes) {
        change(changes.external());
        changes.name().ifGiven(value -> name = Checks.text("name", value));
        changes.email().ifGiven(value -> email = Checks.email("email", value));
        changes.phone().ifGiven(value -> phone = Checks.phone("phone", value));
        changes.companyName().ifGiven(value -> companyName = Checks.trimmed(value));
        changes.source().ifGiven(value -> source = Checks.trimmed(value));
        changes.stage().ifGiven(value -> {
            requireNotConverted();
            stage = Checks.present("stage", value);
        });
        changes.tags().ifGiven(value -> tags = clean(Checks.present("tags", value)));
        changes.ownerId().ifGiven(value -> ownerId = value);
        changes.bantScore().ifGiven(value -> bantScore = Checks.present("bant_score", value));
        changes.notes().ifGiven(value -> notes = value);
    }

    void convert(UUID deal) {
        requireNotConverted();
        stage = LeadStage.CONVERTED;
        dealId = deal;
    }

    void requireNotConverted() {
        if (stage == LeadStage.CONVERTED) {
            throw Problem.conflict(ProblemType.LEAD_CONVERTED, "The lead is already converted.");
        }
    }

    /** The company it may belong to. */
    @Nullable
    String companyName() {
        return companyName;
    }

    NewContact contact(@Nullable UUID companyId) {
        return NewContact.named(name).email(email).phone(phone).companyId(companyId);
    }

    NewDeal deal(Conversion conversion, @Nullable UUID companyId, UUID contactId) {
        String title = Checks.trimmed(conversion.title());
        return NewDeal.titled(
                        title != null ? title : companyName != null ? companyName : name, conversion.amountCents())
                .pipelineId(conversion.pipelineId())
                .companyId(companyId)
                .contactId(contactId)
                .ownerId(ownerId)
                .leadId(id());
    }

    LeadCreated created() {
        return new LeadCreated(id(), stage.code(), bantScore, ownerId);
    }

    LeadConverted converted(UUID deal, @Nullable UUID companyId, UUID contactId) {
        return new LeadConverted(id(), deal, companyId, contactId, ownerId);
    }

    private static String[] clean(List<String> tags) {
        Set<String> clean = new LinkedHashSet<>();
        for (String tag : tags) {
            clean.add(Checks.text("tags", tag));
        }
        return clean.toArray(String[]::new);
    }
}

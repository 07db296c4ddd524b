package dev.pulso.files;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of records, for the modules whose records they are. */
public interface Attachments {

    /** What was kept with a lead is kept with the deal that it has become; joins the open transaction. */
    Uni<Void> follow(Caller caller, UUID lead, UUID deal, @Nullable UUID company, UUID contact);
}

package dev.pulso.store.tenancy;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;

/** Records of a module that belong to people. Who leaves the company hands its records on. */
public interface OwnedRecords {

    /** What roles may limit the reach of: the names of the tables, as {@code make_owned_table} knows them. */
    Set<String> kinds();

    /** How many the user owns; joins the open transaction. */
    Uni<Long> count(Caller caller, UUID owner);

    /** Gives all of them to somebody else; joins the open transaction. */
    Uni<Void> handOn(Caller caller, UUID from, UUID to);
}

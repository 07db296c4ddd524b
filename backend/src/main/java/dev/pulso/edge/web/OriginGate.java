package dev.pulso.edge.web;

import java.util.UUID;

/** Which pages of other sites may call the API, as each company says of its own. Answers at once, from memory. */
public interface OriginGate {

    /**
     * For a browser that asks before it says who it is: whether a page of this origin may call at all. Where the request
     * came by the sub-domain of a company, only what that one allows counts.
     *
     * @param host the request was sent to
     */
    boolean known(String origin, String host);

    /** For a request whose caller is known: whether its own company allows the origin. */
    boolean allowed(UUID tenantId, String origin);
}

package dev.pulso.edge.web;

import dev.pulso.store.data.ExternalKeys;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Whether this request has made what it answers, for an operation that makes or changes: 201 instead of 200. */
@RequestScoped
public class Created {
    private static final int CREATED = 201;

    private boolean made;

    /** The record; the answer will say whether it is new. */
    public <T> T told(ExternalKeys.Put<T> put) {
        made = put.created();
        return put.record();
    }

    /** By a method: what is injected stands in for the one of the request, and has no fields. */
    boolean made() {
        return made;
    }

    /** Where answers get their status. */
    static class Status {
        private final Created created;

        Status(Created created) {
            this.created = created;
        }

        @ServerResponseFilter
        void status(ContainerResponseContext answer) {
            if (created.made() && answer.getStatus() == 200) {
                answer.setStatus(CREATED);
            }
        }
    }
}

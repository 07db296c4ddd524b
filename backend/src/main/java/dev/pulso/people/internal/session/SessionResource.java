package dev.pulso.people.internal.session;

import dev.pulso.api.SessionsApi;
import dev.pulso.api.model.SessionInfo;
import dev.pulso.api.model.SessionList;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** One's own sessions over HTTP. */
class SessionResource implements SessionsApi {
    private final Sessions sessions;
    private final CallerContext context;

    SessionResource(Sessions sessions, CallerContext context) {
        this.sessions = sessions;
        this.context = context;
    }

    @Override
    public Uni<SessionList> listSessions() {
        UUID current = context.sessionId();
        return sessions.open(context.caller(), me())
                .map(open -> new SessionList()
                        .data(open.stream()
                                .map(session ->
                                        info(session).current(session.id().equals(current)))
                                .toList()));
    }

    @Override
    public Uni<Void> revokeSession(UUID id) {
        return sessions.revoke(context.caller(), me(), id);
    }

    @Override
    public Uni<Void> revokeOtherSessions() {
        return sessions.revokeOthers(context.caller(), me(), context.sessionId());
    }

    private UUID me() {
        Caller caller = context.caller();
        UUID me = caller.userId();
        if (me == null) {
            throw Problem.notFound();
        }
        return me;
    }

    private static SessionInfo info(SessionData session) {
        return new SessionInfo()
                .id(session.id())
                .userAgent(session.device().userAgent())
                .address(session.device().address())
                .createdAt(session.createdAt())
                .lastUsedAt(session.lastUsedAt());
    }
}

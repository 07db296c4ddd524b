package dev.pulso.people.internal.user;

import dev.pulso.api.UsersApi;
import dev.pulso.api.model.User;
import dev.pulso.api.model.UserCreate;
import dev.pulso.api.model.UserPage;
import dev.pulso.api.model.UserPatch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.store.data.External;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Users over HTTP. */
@AtMostOnce
class UserResource implements UsersApi {
    private final UserAdministration administration;
    private final UserService users;
    private final CallerContext context;
    private final PatchBody patch;

    UserResource(UserAdministration administration, UserService users, CallerContext context, PatchBody patch) {
        this.administration = administration;
        this.users = users;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<UserPage> listUsers(
            String externalSource,
            String externalId,
            String role,
            UUID teamId,
            String q,
            String sort,
            Integer limit,
            String cursor,
            Instant updatedSince) {
        return administration
                .list(
                        context.caller(),
                        new UserQueries.Filter(q, role, teamId, new External.Key(externalSource, externalId)),
                        context.page(limit, sort, cursor, updatedSince))
                .map(UserMapper::toApi);
    }

    @Override
    public Uni<User> createUser(UserCreate body) {
        return administration
                .create(
                        context.caller(),
                        body.getName(),
                        body.getEmail(),
                        body.getRole(),
                        body.getTeamId(),
                        body.getPassword(),
                        UserMapper.external(body))
                .map(UserMapper::toApi);
    }

    @Override
    public Uni<User> getUser(UUID id) {
        return users.get(context.caller(), id).map(UserMapper::toApi);
    }

    @Override
    public Uni<User> getUserByKey(String source, String externalId) {
        return administration.get(context.caller(), source, externalId).map(UserMapper::toApi);
    }

    @Override
    public Uni<User> updateUser(UUID id, UserPatch body) {
        return administration
                .edit(context.caller(), id, context.requiredVersion(), patch.into(UserChanges.class, body))
                .map(UserMapper::toApi);
    }

    @Override
    public Uni<User> disableUser(UUID id) {
        return administration
                .disable(context.caller(), id, context.expectedVersion())
                .map(UserMapper::toApi);
    }

    @Override
    public Uni<User> enableUser(UUID id) {
        return administration
                .enable(context.caller(), id, context.expectedVersion())
                .map(UserMapper::toApi);
    }

    @Override
    public Uni<Void> removeUser(UUID id, UUID reassignTo) {
        return administration.remove(context.caller(), id, context.expectedVersion(), reassignTo);
    }
}

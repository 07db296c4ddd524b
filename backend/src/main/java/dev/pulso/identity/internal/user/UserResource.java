package dev.pulso.identity.internal.user;

import dev.pulso.api.UsersApi;
import dev.pulso.api.model.User;
import dev.pulso.api.model.UserCreate;
import dev.pulso.api.model.UserPage;
import dev.pulso.platform.data.PageRequest;
import dev.pulso.platform.web.CallerContext;
import io.smallrye.mutiny.Uni;

/** Users over HTTP. */
class UserResource implements UsersApi {
    private final UserService users;
    private final CallerContext context;

    UserResource(UserService users, CallerContext context) {
        this.users = users;
        this.context = context;
    }

    @Override
    public Uni<UserPage> listUsers(String q, Integer limit, String cursor) {
        return users.list(context.caller(), q, PageRequest.of(limit, null, cursor))
                .map(UserMapper::toApi);
    }

    @Override
    public Uni<User> createUser(UserCreate body) {
        return users.create(
                        context.caller(),
                        body.getName(),
                        body.getEmail(),
                        body.getRole().value(),
                        body.getPassword())
                .map(UserMapper::toApi);
    }
}

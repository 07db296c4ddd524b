package dev.pulso.people.internal.user;

import dev.pulso.api.model.User;
import dev.pulso.api.model.UserCreate;
import dev.pulso.api.model.UserPage;
import dev.pulso.api.model.UserStatus;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;

/** Users at the edge of the API. */
public final class UserMapper {
    private UserMapper() {}

    public static User toApi(UserData user) {
        return new User()
                .id(user.id())
                .name(user.name())
                .email(user.email())
                .role(user.role())
                .teamId(user.teamId())
                .status(user.disabled() ? UserStatus.DISABLED : UserStatus.ACTIVE)
                .version(user.version())
                .externalSource(user.external().source())
                .externalId(user.external().id())
                .metadata(user.external().metadata())
                .lastLoginAt(user.lastLoginAt())
                .createdAt(user.createdAt())
                .updatedAt(user.updatedAt());
    }

    static UserPage toApi(Page<UserData> page) {
        return new UserPage()
                .data(page.data().stream().map(UserMapper::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    static External external(UserCreate body) {
        return External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata());
    }
}

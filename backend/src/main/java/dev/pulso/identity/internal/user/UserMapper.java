package dev.pulso.identity.internal.user;

import dev.pulso.api.model.User;
import dev.pulso.api.model.UserPage;
import dev.pulso.platform.data.Page;

/** Users at the edge of the API. */
public final class UserMapper {
    private UserMapper() {}

    public static User toApi(UserData user) {
        return new User()
                .id(user.id())
                .name(user.name())
                .email(user.email())
                .role(dev.pulso.api.model.Role.fromString(user.role()))
                .lastLoginAt(user.lastLoginAt())
                .createdAt(user.createdAt());
    }

    static UserPage toApi(Page<UserData> page) {
        return new UserPage()
                .data(page.data().stream().map(UserMapper::toApi).toList())
                .nextCursor(page.nextCursor());
    }
}

package dev.pulso.people.internal.user;

import dev.pulso.api.model.User;
import dev.pulso.api.model.UserPage;
import dev.pulso.api.model.UserPatch;
import dev.pulso.api.model.UserStatus;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.store.data.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
                .lastLoginAt(user.lastLoginAt())
                .createdAt(user.createdAt())
                .updatedAt(user.updatedAt());
    }

    static UserPage toApi(Page<UserData> page) {
        return new UserPage()
                .data(page.data().stream().map(UserMapper::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    static UserQueries.Filter toFilter(@Nullable String query, @Nullable String role, @Nullable UUID teamId) {
        return new UserQueries.Filter(query, role, teamId);
    }

    static UserChanges toChanges(UserPatch body, PatchBody patch) {
        return new UserChanges(
                patch.change("name", body.getName()),
                patch.change("role", body.getRole()),
                patch.change("team_id", body.getTeamId()));
    }
}

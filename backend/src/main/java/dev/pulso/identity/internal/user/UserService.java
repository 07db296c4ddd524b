package dev.pulso.identity.internal.user;

import dev.pulso.platform.security.PasswordHasher;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.Tenancy;
import dev.pulso.platform.web.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of a tenant, and who may log in. */
@ApplicationScoped
public class UserService {
    private final Tenancy tenancy;
    private final UserRepository users;
    private final UserQueries queries;
    private final PasswordHasher passwords;
    private final Clock clock;

    UserService(Tenancy tenancy, UserRepository users, UserQueries queries, PasswordHasher passwords, Clock clock) {
        this.tenancy = tenancy;
        this.users = users;
        this.queries = queries;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Adds a user. An e-mail that the tenant already has is a 409. Hashes before it opens a transaction. */
    public Uni<UserData> create(Caller caller, String name, String email, String role, String password) {
        return passwords.hash(password).chain(hash -> add(caller, name, email, role, hash));
    }

    /** As {@link #create}, with a hash already made; joins the open transaction. */
    public Uni<UserData> add(Caller caller, String name, String email, String role, String passwordHash) {
        return tenancy.write(
                caller,
                session -> users.persistAndFlush(new User(caller, name, email, passwordHash, role))
                        .call(user -> tenancy.sql(
                                caller,
                                connection -> connection
                                        .preparedQuery(
                                                "insert into login_directory (email, tenant_id, user_id) values ($1, $2, $3)")
                                        .execute(Tuple.of(user.email(), caller.tenantId(), user.id()))))
                        .map(User::data));
    }

    /** The user, or 404 when there is none or it has left. */
    public Uni<UserData> get(Caller caller, UUID id) {
        return queries.get(caller, id).onItem().ifNull().failWith(Problem::notFound);
    }

    /** Notes the login of a user and answers it. */
    public Uni<UserData> loggedIn(Caller caller, UUID id) {
        return tenancy.write(
                caller,
                session -> load(id).call(user -> {
                            user.loggedIn(clock.instant());
                            return session.flush();
                        })
                        .map(User::data));
    }

    /** Who logs in. */
    public record Authenticated(UUID tenantId, UUID userId) {}

    /**
     * The user with this e-mail and password; of several tenants the last used one. Null when there is none, and then it
     * has taken as long as a wrong password.
     */
    public Uni<@Nullable Authenticated> authenticate(String email, String password, @Nullable String slug) {
        return queries.logins(email.strip().toLowerCase(Locale.ROOT), slug)
                .chain(logins -> Multi.createFrom()
                        .iterable(logins)
                        .onItem()
                        .transformToUniAndConcatenate(queries::secret)
                        .collect()
                        .asList())
                .chain(secrets -> secrets.isEmpty()
                        ? passwords.matches(password, null).replaceWith((Authenticated) null)
                        : matching(secrets, password));
    }

    private Uni<@Nullable Authenticated> matching(List<UserQueries.Secret> secrets, String password) {
        return Multi.createFrom()
                .iterable(secrets.stream()
                        .sorted(Comparator.comparingLong(UserQueries.Secret::lastLoginMillis)
                                .reversed())
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(secret -> passwords
                        .matches(password, secret.passwordHash())
                        .map(matches -> matches ? new Authenticated(secret.tenantId(), secret.userId()) : null))
                .collect()
                .first();
    }

    private Uni<User> load(UUID id) {
        return users.findById(id).onItem().ifNull().failWith(Problem::notFound);
    }
}

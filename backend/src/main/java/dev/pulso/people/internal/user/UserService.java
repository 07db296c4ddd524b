package dev.pulso.people.internal.user;

import dev.pulso.edge.security.PasswordHasher;
import dev.pulso.edge.security.PasswordRules;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
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
    private final PasswordRules rules;
    private final Clock clock;

    UserService(
            Tenancy tenancy,
            UserRepository users,
            UserQueries queries,
            PasswordHasher passwords,
            PasswordRules rules,
            Clock clock) {
        this.tenancy = tenancy;
        this.users = users;
        this.queries = queries;
        this.passwords = passwords;
        this.rules = rules;
        this.clock = clock;
    }

    /** Adds a user. An e-mail that the tenant already has is a 409. Hashes before it opens a transaction. */
    public Uni<UserData> create(Caller caller, String name, String email, String role, String password) {
        return create(caller, name, email, role, null, password);
    }

    /** As above, in a team: both or neither. */
    Uni<UserData> create(
            Caller caller, String name, String email, String role, @Nullable UUID teamId, String password) {
        rules.check("password", password, email);
        return passwords.hash(password).chain(hash -> {
            User user = new User(caller, name, email, hash, role, clock.instant());
            user.join(teamId);
            return add(caller, user);
        });
    }

    /** As {@link #create}, with a hash already made; joins the open transaction. */
    public Uni<UserData> add(Caller caller, String name, String email, String role, String passwordHash) {
        return add(caller, new User(caller, name, email, passwordHash, role, clock.instant()));
    }

    /** The admin of a new company, with a hash already made of a password of their own; joins the open transaction. */
    public Uni<UserData> addFounder(Caller caller, String name, String email, String role, String passwordHash) {
        User founder = new User(caller, name, email, passwordHash, role, clock.instant());
        founder.ownsPassword();
        return add(caller, founder);
    }

    /** Who has accepted an invitation, which has proved the mailbox; joins the open transaction. */
    public Uni<UserData> join(Caller caller, String name, String email, String role, String passwordHash) {
        User user = new User(caller, name, email, passwordHash, role, clock.instant());
        user.ownsPassword();
        user.verifyEmail(clock.instant());
        return add(caller, user);
    }

    private Uni<UserData> add(Caller caller, User added) {
        return tenancy.write(
                caller,
                session -> users.persistAndFlush(added)
                        .call(user -> tenancy.sql(
                                caller,
                                connection -> connection
                                        .preparedQuery(
                                                "insert into login_directory (email, tenant_id, user_id) values ($1,"
                                                        + " $2, $3)")
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

    /** The user as the person sees it. */
    public Uni<Account> account(Caller caller, UUID id) {
        return tenancy.read(caller, session -> load(id).map(User::account));
    }

    /** What a person changes about themselves. */
    public Uni<Account> edit(Caller caller, UUID id, ExpectedVersion expected, ProfileChanges changes) {
        return tenancy.write(
                caller,
                session -> load(id).call(user -> {
                            user.requireVersion(expected);
                            user.edit(changes);
                            return session.flush();
                        })
                        .map(User::account));
    }

    /** A new password of who knows the old one; joins the open transaction. */
    public Uni<Account> changePassword(Caller caller, UUID id, String passwordHash) {
        return tenancy.write(
                caller,
                session -> load(id).call(user -> {
                            user.changePassword(passwordHash, clock.instant());
                            return session.flush();
                        })
                        .map(User::account));
    }

    /** The user reads this mailbox: it is theirs from now on, also to log in. One that another user has is a 409. */
    public Uni<Account> confirmEmail(Caller caller, UUID id, String email) {
        return tenancy.write(
                caller,
                session -> load(id).call(user -> {
                            String before = user.email();
                            user.confirmEmail(email, clock.instant());
                            return session.flush()
                                    .chain(() -> before.equals(email)
                                            ? Uni.createFrom().voidItem()
                                            : move(caller, id, before, email));
                        })
                        .map(User::account));
    }

    private Uni<Void> move(Caller caller, UUID id, String before, String email) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery("delete from login_directory where email = $1 and tenant_id = $2")
                        .execute(Tuple.of(before, caller.tenantId()))
                        .chain(() -> connection
                                .preparedQuery(
                                        "insert into login_directory (email, tenant_id, user_id) values ($1, $2, $3)")
                                .execute(Tuple.of(email, caller.tenantId(), id)))
                        .replaceWithVoid());
    }

    /** A new password for who has proved to read the user's mailbox; joins the open transaction. */
    public Uni<Void> recovered(Caller caller, UUID id, String passwordHash) {
        return tenancy.write(
                caller,
                session -> load(id).call(user -> {
                            user.changePassword(passwordHash, clock.instant());
                            user.verifyEmail(clock.instant());
                            user.ownsPassword();
                            return session.flush();
                        })
                        .replaceWithVoid());
    }

    /** Whether the company has a user with this (normalised) e-mail. */
    public Uni<Boolean> exists(Caller caller, String email) {
        return tenancy.read(
                caller,
                session ->
                        users.count("email = ?1 and removedAt is null", email).map(count -> count > 0));
    }

    /**
     * What a user's account proves about the person elsewhere.
     *
     * @param byItsOwner whether only who reads the mailbox can have logged in
     */
    public record Proven(UserData user, String passwordHash, boolean byItsOwner) {}

    public Uni<Proven> proven(Caller caller, UUID id) {
        return tenancy.read(
                caller, session -> load(id).map(user -> new Proven(user.data(), user.passwordHash(), user.isProven())));
    }

    /** @throws Problem 400 in {@code password} when it is not the user's */
    public Uni<Void> requirePassword(Caller caller, UUID id, String password) {
        return proven(caller, id)
                .chain(user -> passwords.matches(password, user.passwordHash()))
                .invoke(matches -> {
                    if (!matches) {
                        throw Problem.invalid("password", "is not your password", "wrong_password");
                    }
                })
                .replaceWithVoid();
    }

    /** Where an e-mail has a user: at most ten tenants that are not deleted. */
    public Uni<List<Login>> logins(String email, @Nullable String slug) {
        return queries.logins(email.strip().toLowerCase(Locale.ROOT), slug, false);
    }

    /** A user that an e-mail stands for. */
    public record Login(UUID tenantId, UUID userId, boolean active) {}

    /** Who logs in. */
    public record Authenticated(UUID tenantId, UUID userId, boolean active) {}

    /**
     * The user with this e-mail and password; of several tenants the last used one. Null when there is none, and then it
     * has taken as long as a wrong password.
     */
    public Uni<@Nullable Authenticated> authenticate(String email, String password, @Nullable String slug) {
        return queries.logins(email.strip().toLowerCase(Locale.ROOT), slug, true)
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
                        .sorted(Comparator.comparing(UserQueries.Secret::active)
                                .thenComparingLong(UserQueries.Secret::lastLoginMillis)
                                .reversed())
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(secret -> passwords
                        .matches(password, secret.passwordHash())
                        .map(matches -> matches
                                ? new Authenticated(secret.tenantId(), secret.userId(), secret.active())
                                : null))
                .collect()
                .first();
    }

    private Uni<User> load(UUID id) {
        return users.findById(id).onItem().ifNull().failWith(Problem::notFound);
    }
}

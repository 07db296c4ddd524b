package dev.pulso.people.internal.user;

import dev.pulso.edge.security.PasswordHasher;
import dev.pulso.edge.security.PasswordRules;
import dev.pulso.kernel.Email;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.External;
import dev.pulso.store.data.ExternalKeys;
import dev.pulso.store.data.UniqueValues;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of a tenant, and who may log in. */
@ApplicationScoped
public class UserService {
    /** Who has left may come again. */
    static final String PRESENT = "users where removed_at is null";

    private final Tenancy tenancy;
    private final UserRepository users;
    private final UserQueries queries;
    private final PasswordHasher passwords;
    private final PasswordRules rules;
    private final UniqueValues unique;
    private final ExternalKeys keys;
    private final Clock clock;

    UserService(
            Tenancy tenancy,
            UserRepository users,
            UserQueries queries,
            PasswordHasher passwords,
            PasswordRules rules,
            UniqueValues unique,
            ExternalKeys keys,
            Clock clock) {
        this.unique = unique;
        this.keys = keys;
        this.tenancy = tenancy;
        this.users = users;
        this.queries = queries;
        this.passwords = passwords;
        this.rules = rules;
        this.clock = clock;
    }

    /** Adds a user. An e-mail that the tenant already has is a 409. Hashes before it opens a transaction. */
    public Uni<UserData> create(Caller caller, String name, String email, String role, String password) {
        return create(caller, name, email, role, null, password, External.NONE);
    }

    /** As above, in a team and with the key of another system: all or nothing. */
    Uni<UserData> create(
            Caller caller,
            String name,
            String email,
            String role,
            @Nullable UUID teamId,
            String password,
            External external) {
        rules.check("password", password, email);
        return passwords.hash(password, PasswordHasher.Turn.FIRST).chain(hash -> {
            User user = new User(caller, name, email, hash, role, clock.instant(), external);
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
                session -> requireNew(caller, added.email())
                        .chain(() -> keys.requireFree(caller, PRESENT, added.external()))
                        .chain(() -> users.persistAndFlush(added))
                        .call(user -> tenancy.sql(
                                caller,
                                connection -> connection
                                        .preparedQuery(
                                                "insert into login_directory (email, tenant_id, user_id) values ($1,"
                                                        + " $2, $3)")
                                        .execute(Tuple.of(user.email(), caller.tenantId(), user.id()))))
                        .call(user -> note(caller, user))
                        .map(User::data));
    }

    /** The user, or 404 when there is none or it has left. */
    public Uni<UserData> get(Caller caller, UUID id) {
        return queries.get(caller, id).onItem().ifNull().failWith(Problem::notFound);
    }

    /**
     * Whether the password is still the one that was proved, of a user who may log in. The row is locked until the end of the open
     * transaction: a reset that comes meanwhile ends the session that is opened now.
     */
    public Uni<Boolean> stillHas(Caller caller, UUID id, String passwordHash) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery("select from users where id = $1 and password_hash = $2 and disabled_at is null"
                                + " for no key update")
                        .execute(Tuple.of(id, passwordHash))
                        .map(rows -> rows.rowCount() == 1));
    }

    /** Notes the login of a user and answers it; null for one who may not log in (any more). */
    public Uni<@Nullable UserData> loggedIn(Caller caller, UUID id) {
        Instant now = clock.instant();
        // Not by the entity: a login is no change of the person that an edit could overlook.
        return tenancy.write(
                caller,
                session -> tenancy.sql(
                                caller,
                                connection -> connection
                                        .preparedQuery("update users set last_login_at = $2"
                                                + " where id = $1 and disabled_at is null")
                                        .execute(Tuple.of(id, at(now))))
                        .chain(rows -> rows.rowCount() == 0
                                ? Uni.createFrom().nullItem()
                                : load(id)
                                        // Who has just been added in the same transaction was read before the
                                        // statement.
                                        .invoke(user -> user.wasHere(now))
                                        .call(user -> note(caller, user, now))
                                        .map(User::data)));
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

    /**
     * A new password of who knows the old one; joins the open transaction. Null when that is not the password any more, and nothing
     * is changed.
     *
     * @param proved the hash of the old one
     */
    public Uni<@Nullable Account> changePassword(Caller caller, UUID id, String proved, String passwordHash) {
        return tenancy.write(
                caller,
                session -> stillHas(caller, id, proved)
                        .chain(still -> !still
                                ? Uni.createFrom().nullItem()
                                : load(id).call(user -> {
                                            user.changePassword(passwordHash, clock.instant());
                                            return session.flush();
                                        })
                                        .map(User::account)));
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
                                            : move(caller, id, before, email))
                                    .chain(() -> note(caller, user));
                        })
                        .map(User::account));
    }

    /** What the directory of logins has to know of a user: when the mailbox was proved, when it was used last. */
    private Uni<Void> note(Caller caller, User user) {
        return note(caller, user, user.lastLoginAt());
    }

    private Uni<Void> note(Caller caller, User user, @Nullable Instant used) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery("update login_directory set proven_at = $3, used_at = $4"
                                + " where email = $1 and tenant_id = $2")
                        .execute(Tuple.of(user.email(), caller.tenantId(), at(user.emailVerifiedAt()), at(used)))
                        .replaceWithVoid());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
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
                            return session.flush().chain(() -> note(caller, user));
                        })
                        .replaceWithVoid());
    }

    /** 409 when the company has a user with this (normalised) e-mail; who may see users is told which. */
    public Uni<Void> requireNew(Caller caller, String email) {
        return unique.requireFree(caller, PRESENT, "email", email, null)
                .onFailure(failure -> failure instanceof Problem && !caller.may("people.users:read"))
                .transform(taken ->
                        Problem.conflict(ProblemType.DUPLICATE, "somebody in the company has this e-mail", "email"));
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

    /** Where an e-mail has a user, in companies that are not closed: of the named one, else where the mailbox was proved. */
    public Uni<List<Login>> logins(String email, @Nullable String slug) {
        return queries.logins(Email.sought(email), slug, false);
    }

    /** The user that a login with this e-mail means: of the named company, else the last used one. Null when there is none. */
    public Uni<@Nullable Login> login(String email, @Nullable String slug) {
        return queries.login(Email.sought(email), slug);
    }

    /** A user that an e-mail stands for. */
    public record Login(UUID tenantId, UUID userId, boolean active) {}

    /**
     * The hash of the user's password when it is that, else null; the same work for nobody. One hash, however many companies there are.
     * What is done upon it asks once more, by {@link #stillHas}.
     */
    public Uni<@Nullable String> authenticate(@Nullable Login login, String password, PasswordHasher.Turn turn) {
        Uni<UserQueries.@Nullable Secret> secret =
                login == null ? Uni.createFrom().nullItem() : queries.secret(login);
        return secret.chain(found -> {
            String hash = found == null ? null : found.passwordHash();
            return passwords.matches(password, hash, turn).map(right -> right ? hash : null);
        });
    }

    private Uni<User> load(UUID id) {
        return users.findById(id).onItem().ifNull().failWith(Problem::notFound);
    }
}

package dev.pulso.people.internal.user;

import dev.pulso.kernel.Checks;
import dev.pulso.store.data.External;
import dev.pulso.store.data.ExternalChanges;
import dev.pulso.store.data.KnownRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person of a tenant. The password is only ever held as its argon2id hash. */
@Entity
@Table(name = "users")
class User extends KnownRecord {
    private String name;

    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    private String role;

    @Column(name = "team_id")
    private @Nullable UUID teamId;

    /** Noted by a statement of its own. */
    @Column(name = "last_login_at", insertable = false, updatable = false)
    private @Nullable Instant lastLoginAt;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    /** Who has left stays as a name on records and in the audit log. */
    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    @Column(name = "email_verified_at")
    private @Nullable Instant emailVerifiedAt;

    @Column(name = "password_changed_at")
    private Instant passwordChangedAt;

    @Column(name = "own_password")
    private boolean ownPassword;

    private @Nullable String locale;

    private String theme = "system";

    /** For Hibernate. */
    protected User() {}

    User(Caller caller, String name, String email, String passwordHash, String role, Instant now) {
        this(caller, name, email, passwordHash, role, now, External.NONE);
    }

    User(Caller caller, String name, String email, String passwordHash, String role, Instant now, External external) {
        super(caller, external);
        this.name = Checks.text("name", name);
        this.email = Checks.present("email", Checks.email("email", email));
        this.passwordHash = passwordHash;
        this.passwordChangedAt = now;
        this.role = role;
    }

    String email() {
        return email;
    }

    String role() {
        return role;
    }

    boolean removed() {
        return removedAt != null;
    }

    boolean disabled() {
        return disabledAt != null;
    }

    void rename(String newName) {
        name = Checks.text("name", newName);
    }

    void assign(String newRole) {
        role = newRole;
    }

    void know(ExternalChanges changes) {
        change(changes);
    }

    void join(@Nullable UUID team) {
        teamId = team;
    }

    void disable(Instant at) {
        if (disabledAt == null) {
            disabledAt = at;
        }
    }

    void enable() {
        disabledAt = null;
    }

    void remove(Instant at) {
        disable(at);
        teamId = null;
        removedAt = at;
    }

    /** The statement that notes a login has done so; this object may have been read before it. */
    void wasHere(Instant at) {
        lastLoginAt = at;
    }

    /** Somebody who reads this user's mailbox was here. */
    void verifyEmail(Instant at) {
        if (emailVerifiedAt == null) {
            emailVerifiedAt = at;
        }
    }

    void edit(ProfileChanges changes) {
        changes.name().ifGiven(value -> name = Checks.text("name", value));
        changes.locale().ifGiven(value -> locale = value);
        changes.theme().ifGiven(value -> theme = Checks.present("theme", value));
    }

    /** The user reads this mailbox. */
    void confirmEmail(String confirmed, Instant at) {
        email = confirmed;
        emailVerifiedAt = at;
    }

    /** The password was chosen by who reads the mailbox, not by somebody else for them. */
    void ownsPassword() {
        ownPassword = true;
    }

    @Nullable
    Instant emailVerifiedAt() {
        return emailVerifiedAt;
    }

    @Nullable
    Instant lastLoginAt() {
        return lastLoginAt;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** Whether who logs in with the password is who reads the mailbox: then the e-mail proves who it is elsewhere too. */
    boolean isProven() {
        return ownPassword && emailVerifiedAt != null;
    }

    void changePassword(String newHash, Instant at) {
        passwordHash = newHash;
        passwordChangedAt = at;
    }

    Account account() {
        return new Account(data(), emailVerifiedAt != null, passwordChangedAt, locale, theme, version());
    }

    UserData data() {
        return new UserData(
                id(),
                name,
                email,
                role,
                teamId,
                lastLoginAt,
                external(),
                createdAt(),
                updatedAt(),
                disabledAt != null,
                version());
    }
}

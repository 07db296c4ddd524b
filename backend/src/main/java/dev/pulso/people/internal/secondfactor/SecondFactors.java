package dev.pulso.people.internal.secondfactor;

import dev.pulso.edge.limits.Decision;
import dev.pulso.edge.limits.Rate;
import dev.pulso.edge.limits.RateLimiter;
import dev.pulso.edge.security.SecurityLog;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.kernel.pix.QrSvg;
import dev.pulso.people.internal.mail.AccountMails;
import dev.pulso.people.internal.user.UserService;
import dev.pulso.store.secrets.Secrets;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Authenticator apps and recovery codes: turning them on and off, and asking for them at login. */
@ApplicationScoped
public class SecondFactors {
    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]");

    /** Wrong codes from an address that is known: a hundred and twenty a day find one of a million now and then in years. */
    private static final Rate FROM_KNOWN = new Rate("second-factor", 10, Duration.ofHours(2));

    /** In the place of an address, for codes that are asked for inside a session. */
    private static final String IN_SESSION = "in a session";

    private final Tenancy tenancy;
    private final SecondFactorRepository factors;
    private final RecoveryCodes codes;
    private final UserService users;
    private final AccountMails mails;
    private final Secrets secrets;
    private final Clock clock;
    private final SecurityLog security;
    private final RateLimiter limiter;

    SecondFactors(
            Tenancy tenancy,
            SecondFactorRepository factors,
            RecoveryCodes codes,
            UserService users,
            AccountMails mails,
            Secrets secrets,
            Clock clock,
            SecurityLog security,
            RateLimiter limiter) {
        this.limiter = limiter;
        this.tenancy = tenancy;
        this.factors = factors;
        this.codes = codes;
        this.users = users;
        this.mails = mails;
        this.secrets = secrets;
        this.clock = clock;
        this.security = security;
    }

    /**
     * What an app needs to know.
     *
     * @param uri {@code otpauth://...}
     * @param svg the same as a QR code
     */
    record Setup(String secret, String uri, String svg) {}

    /** Whether it is on, and how many recovery codes are left. */
    public record State(boolean on, int recoveryCodesLeft) {}

    public Uni<State> state(Caller caller, UUID userId) {
        return tenancy.read(
                caller,
                session -> factors.findById(userId)
                        .chain(factor -> factor == null || !factor.isOn()
                                ? Uni.createFrom().item(new State(false, 0))
                                : codes.left(caller, userId).map(left -> new State(true, left))));
    }

    /** A new secret, which counts for nothing until a code confirms it. */
    Uni<Setup> begin(Caller caller, UUID me) {
        byte[] secret = Totp.newSecret();
        Instant now = clock.instant();
        return tenancy.write(
                caller,
                session -> factors.findById(me, LockModeType.PESSIMISTIC_WRITE)
                        .chain(factor -> {
                            if (factor == null) {
                                return factors.persistAndFlush(new SecondFactor(caller, me, secret, secrets, now));
                            }
                            if (factor.isOn()) {
                                throw Problem.conflict(ProblemType.SECOND_FACTOR_ON, "the second factor is on already");
                            }
                            factor.replaceSecret(secret, secrets);
                            return session.flush().replaceWith(factor);
                        })
                        .chain(() -> users.get(caller, me))
                        .map(user -> setup(secret, user.email())));
    }

    /** Turns it on with a code of the app; answers the recovery codes, which are shown this once. */
    Uni<List<RecoveryCode>> confirm(Caller caller, UUID me, String code) {
        Instant now = clock.instant();
        return tenancy.write(
                caller,
                session -> factors.findById(me, LockModeType.PESSIMISTIC_WRITE).chain(factor -> {
                    if (factor == null) {
                        throw Problem.conflict(ProblemType.SECOND_FACTOR_NOT_BEGUN, "begin with a new secret");
                    }
                    if (factor.isOn()) {
                        throw Problem.conflict(ProblemType.SECOND_FACTOR_ON, "the second factor is on already");
                    }
                    if (!factor.confirm(typed(code), secrets, now)) {
                        throw wrongCode();
                    }
                    return session.flush()
                            .chain(() -> users.account(caller, me))
                            .chain(account -> mails.secondFactorChanged(caller, account, true))
                            .invoke(() -> security.note(SecurityLog.Kind.SECOND_FACTOR_ON, caller.tenantId(), me, null))
                            .chain(() -> codes.renew(caller, me));
                }));
    }

    /** Ends in a 400 in {@code code} when it is not right, which is counted; in a 409 when the second factor is off. */
    Uni<Void> require(Caller caller, UUID me, String code) {
        return tenancy.write(caller, session -> requireOn(me))
                .chain(() -> accepts(caller, me, code, IN_SESSION, true))
                .invoke(right -> {
                    if (!right) {
                        security.note(SecurityLog.Kind.CODE_WRONG, caller.tenantId(), me, "second factor");
                        throw wrongCode();
                    }
                })
                .replaceWithVoid();
    }

    Uni<List<RecoveryCode>> renewCodes(Caller caller, UUID me) {
        return tenancy.write(caller, session -> requireOn(me).chain(factor -> codes.renew(caller, me)));
    }

    Uni<Void> turnOff(Caller caller, UUID me) {
        return tenancy.write(
                        caller,
                        session -> requireOn(me)
                                .chain(factors::delete)
                                .chain(() -> codes.clear(caller, me))
                                .chain(() -> users.account(caller, me))
                                .chain(account -> mails.secondFactorChanged(caller, account, false)))
                .invoke(() -> security.note(SecurityLog.Kind.SECOND_FACTOR_OFF, caller.tenantId(), me, null));
    }

    /**
     * Whether the code, of the app or of recovery, is right; it is used up by that. Joins the open transaction, which has
     * to commit when the answer is false: wrong codes are counted, and after some of them one waits (429).
     *
     * <p>Whoever guesses keeps nobody out: from an address from which its owner has logged in before the account is not blocked;
     * there the codes are counted by themselves.
     *
     * @param known whether the owner has logged in from the address before
     */
    public Uni<Boolean> accepts(Caller caller, UUID userId, String code, @Nullable String address, boolean known) {
        String here = caller.tenantId() + " " + userId + " " + address;
        Uni<Void> counted = known
                ? limiter.take(FROM_KNOWN, here).invoke(Decision::require).replaceWithVoid()
                : Uni.createFrom().voidItem();
        return counted.chain(() -> compare(caller, userId, code, known))
                .call(right -> right && known
                        ? limiter.forget(FROM_KNOWN, here)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> compare(Caller caller, UUID userId, String code, boolean known) {
        Instant now = clock.instant();
        String typed = typed(code);
        return tenancy.write(
                caller,
                session -> factors.findById(userId, LockModeType.PESSIMISTIC_WRITE)
                        .chain(factor -> {
                            if (factor == null || !factor.isOn()) {
                                return Uni.createFrom().item(false);
                            }
                            if (!known) {
                                factor.requirePatience(now);
                            }
                            Uni<Boolean> right = SIX_DIGITS.matcher(typed).matches()
                                    ? Uni.createFrom().item(factor.accepts(typed, secrets, now))
                                    : codes.use(caller, userId, new RecoveryCode(typed));
                            return right.call(accepted -> {
                                if (accepted) {
                                    factor.succeeded();
                                } else {
                                    factor.failed(now);
                                }
                                return session.flush();
                            });
                        }));
    }

    /** 400: the code is not the one that the app shows now, or was used before. */
    static Problem wrongCode() {
        return Problem.invalid("code", "is not the code that the app shows now", "wrong_code");
    }

    /** Apps show a code in two groups, and what is copied brings blanks of all kinds along. */
    private static String typed(String code) {
        return BLANKS.matcher(code).replaceAll("");
    }

    private Uni<SecondFactor> requireOn(UUID me) {
        return factors.findById(me, LockModeType.PESSIMISTIC_WRITE).map(factor -> {
            if (factor == null || !factor.isOn()) {
                throw Problem.conflict(ProblemType.SECOND_FACTOR_OFF, "the second factor is not on");
            }
            return factor;
        });
    }

    /** As the app makers agreed on it (Key URI format): issuer and account name the entry in the app. */
    private static Setup setup(byte[] secret, String email) {
        String base32 = Base32.encode(secret);
        String uri = "otpauth://totp/Pulso:%s?secret=%s&issuer=Pulso&algorithm=SHA1&digits=6&period=30"
                .formatted(URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20"), base32);
        return new Setup(base32, uri, QrSvg.of(uri, "QR code"));
    }
}

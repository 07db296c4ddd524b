package dev.pulso.company.internal.tenant;

import dev.pulso.company.TenantData;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Parsed;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.kernel.pix.PixKey;
import dev.pulso.store.data.Stamps;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A company that uses Pulso. The one record whose id is the tenant id. */
@Entity
@DynamicUpdate
@Table(name = "tenants")
class Tenant {
    /**
     * By name alone: an offset such as {@code -03:00} is a zone to Java and the other way round to PostgreSQL, and the names of
     * SystemV are known to Java only.
     */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> !name.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableSet());

    @Id
    private UUID id;

    @Column(updatable = false)
    private String slug;

    private String name;

    @Column(name = "tax_id")
    private @Nullable String taxId;

    private String locale = "pt-BR";

    @Column(name = "time_zone")
    private String timeZone = "America/Sao_Paulo";

    private String currency = "BRL";

    @Column(name = "invoice_due_days")
    private int invoiceDueDays = 10;

    @Column(name = "pix_key")
    private @Nullable String pixKey;

    @Column(name = "pix_merchant_name")
    private @Nullable String pixMerchantName;

    @Column(name = "pix_city")
    private @Nullable String pixCity;

    @Column(name = "accent_color")
    private @Nullable String accentColor;

    @Column(name = "logo_hash")
    private @Nullable String logoHash;

    @Column(name = "allowed_origins")
    private String[] allowedOrigins = {};

    /** Whether it only tries things out. The operator makes it so by a statement; it never goes back. */
    @Column(updatable = false)
    private boolean sandbox;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int version;

    /** Sub-domains that people take for the installation's own: nobody else shall speak from there. */
    private static final Set<String> OURS = Set.of(
            "www",
            "api",
            "app",
            "apps",
            "admin",
            "login",
            "auth",
            "sso",
            "account",
            "accounts",
            "support",
            "suporte",
            "help",
            "ajuda",
            "status",
            "docs",
            "mail",
            "email",
            "smtp",
            "imap",
            "ftp",
            "ns1",
            "ns2",
            "cdn",
            "static",
            "assets",
            "blog",
            "portal",
            "pay",
            "billing",
            "security",
            "seguranca",
            "pulso",
            "root",
            "system",
            "localhost");

    /** For Hibernate. */
    protected Tenant() {}

    /** Its instants come when it is kept. */
    @SuppressWarnings("NullAway.Init")
    Tenant(UUID id, String slug, String name, boolean sandbox) {
        if (OURS.contains(slug)) {
            throw Problem.conflict(ProblemType.DUPLICATE, "slug is already taken", "slug");
        }
        this.id = id;
        this.slug = slug;
        this.sandbox = sandbox;
        this.name = Checks.text("company_name", name);
    }

    @PrePersist
    void made() {
        createdAt = Stamps.now();
        updatedAt = createdAt;
    }

    @PreUpdate
    void changed() {
        updatedAt = Stamps.now();
    }

    /** Closed: nobody gets in and no job runs; every row stays. */
    void close(boolean closed, Instant now) {
        if (closed != (deletedAt != null)) {
            deletedAt = closed ? now : null;
        }
    }

    void requireVersion(ExpectedVersion expected) {
        expected.check(version);
    }

    void edit(TenantChanges changes) {
        changes.name().ifGiven(value -> name = Checks.text("name", value));
        changes.taxId().ifGiven(value -> taxId = Checks.taxId("tax_id", value));
        changes.locale().ifGiven(value -> locale = Checks.present("locale", value));
        changes.timeZone().ifGiven(value -> timeZone = zone(value));
        changes.invoiceDueDays().ifGiven(value -> invoiceDueDays = Checks.present("invoice_due_days", value));
        changes.pixKey().ifGiven(value -> pixKey = pixKey(value));
        changes.pixMerchantName().ifGiven(value -> pixMerchantName = Checks.trimmed(value));
        changes.pixCity().ifGiven(value -> pixCity = Checks.trimmed(value));
        changes.allowedOrigins().ifGiven(value -> allowedOrigins = Origins.checked(value));
        // One spelling for one colour.
        changes.accentColor().ifGiven(value -> accentColor = value == null ? null : value.toLowerCase(Locale.ROOT));
    }

    /** @param hash of the picture, null without one */
    void logo(@Nullable String hash) {
        logoHash = hash;
    }

    private static String zone(@Nullable String value) {
        String zone = Checks.text("time_zone", value);
        if (ZONES.contains(zone)) {
            return zone;
        }
        throw Problem.invalid("time_zone", "must be a time zone such as America/Sao_Paulo", "time_zone");
    }

    private static @Nullable String pixKey(@Nullable String value) {
        PixKey key = Checks.read("pix_key", value == null ? Parsed.blank() : PixKey.parse(value));
        return key == null ? null : key.value();
    }

    TenantData data() {
        return new TenantData(
                id,
                slug,
                name,
                taxId,
                locale,
                ZoneId.of(timeZone),
                currency,
                invoiceDueDays,
                pixKey,
                pixMerchantName,
                pixCity,
                accentColor,
                logoHash,
                List.of(allowedOrigins),
                sandbox,
                createdAt,
                updatedAt,
                version);
    }
}

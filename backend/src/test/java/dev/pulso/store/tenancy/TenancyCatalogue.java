package dev.pulso.store.tenancy;

import static java.util.Map.entry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the database's own catalogue says about isolation. Every way by which a row could reach another tenant, and every
 * right that the application should not have, comes out as one line.
 */
public final class TenancyCatalogue {
    /** Tables without a tenant's policy, each for a reason, with all that the application may do there. */
    private static final Map<String, Set<String>> GLOBAL = Map.of(
            // Which tenants there are: read by login and scheduler; written by its own tenant only (own policies).
            "tenant_directory", Set.of("SELECT", "INSERT", "UPDATE"),
            // Pointers to what waits to be done, no content: one statement finds what is due for all tenants (own
            // policies).
            "work", Set.of("SELECT", "INSERT", "UPDATE", "DELETE"),
            // When each job of each tenant is due, for one look at all of them (own policies).
            "job_due", Set.of("SELECT", "INSERT", "UPDATE", "DELETE"),
            // Which table holds which kind of record; the same for everybody.
            "record_kinds", Set.of("SELECT"),
            // The queues of the release before, empty: what is put there goes on to work.
            "outbox_queue", Set.of("SELECT", "INSERT", "UPDATE", "DELETE"),
            "mail_queue", Set.of("SELECT", "INSERT", "UPDATE", "DELETE"),
            "import_queue", Set.of("SELECT", "INSERT", "UPDATE", "DELETE"),
            // Pointers to what changed, no content: each node reads them for all tenants. The release before also
            // forgets old ones.
            "live_log", Set.of("SELECT", "INSERT", "DELETE"),
            // Which tenants a login name belongs to: asked before there is a tenant, by logins_of() alone (own policy).
            "login_directory", Set.of("SELECT", "INSERT", "UPDATE", "DELETE"));

    /** What the owner keeps for itself. */
    private static final Set<String> OWNERS = Set.of(
            // How growing tables are cut and how long their rows are kept.
            "partition_rules");

    /** The migration tool's own tables; the application may not touch them. */
    private static final Set<String> TOOL = Set.of("databasechangelog", "databasechangeloglock");

    /** Tenant tables that are logs, machinery or short-lived credentials themselves. */
    private static final Set<String> UNAUDITED = Set.of(
            // Machinery of mails and links; what they cause is audited.
            "mails",
            "account_tokens",
            "recovery_requests",
            // Pictures; that they changed is audited with the tenant, by their hash.
            "tenant_logos",
            // Likewise small pictures of files, how much there is, and what is still to be removed; the files are
            // audited.
            "file_thumbnails",
            "file_usage",
            "discarded_files",
            // What is written there is in the trail by its own insert trigger; old rows go without a word.
            "security_events",
            "audit_log",
            "audit_seals",
            "audit_heads",
            "audit_checks",
            "outbox_events",
            "handled_events",
            "job_runs",
            "idempotency_keys",
            "refresh_tokens",
            "contract_changes",
            "deal_changes",
            // Sums of the deals, by their triggers.
            "deal_totals",
            // Made of the records, by the same triggers whoever writes; the records are audited.
            "search_words",
            "custom_values",
            // What has left, for who keeps a copy; what happened to the records is audited.
            "removals",
            "reach_losses",
            // Bookkeeping of the invoice run; the invoices themselves are audited.
            "invoice_counters",
            "invoice_run_days",
            // What scores are made from and what they were; what a person decides on one is audited, and so is the
            // lead.
            "lead_signals",
            "lead_score_sheets",
            // They follow from the tags of records, which are audited.
            "tags",
            "record_tags",
            // They follow from records, and from what people say of two of them.
            "duplicate_keys",
            "duplicate_pairs",
            // What a merge changes is audited with the records.
            "merges",
            // Bookkeeping of an import; the records it makes are audited.
            "imports",
            "import_chunks",
            "import_failed_rows",
            // And of a bulk job.
            "bulk_jobs",
            "bulk_items",
            // How far an export has come; what was asked for and what became of it is audited.
            "export_progress",
            // What people were told of events, and how they want to be told; the records are audited.
            "notifications",
            "notification_preferences");

    /** Of these the trail tells how they began and changed; they go without a word when nobody needs them any more. */
    private static final Set<String> GO_UNTOLD = Set.of("sessions");

    /** Functions that run as the owner of the tables, who is held to the tenant like everybody. */
    private static final Set<String> AS_OWNER = Set.of(
            // ANALYZE of named tables; answers nothing.
            "refresh_statistics",
            // Write the trail, which the application may only read.
            "audit_insert",
            "audit_update",
            "audit_delete",
            "seal_audit",
            // Where one e-mail logs in, for who knows it.
            "logins_of",
            // Empties entries of the tenant, and writes down who had that done.
            "erase_from_audit",
            // Makes and drops pieces of whole tables by the owner's rules; takes no argument.
            "keep_partitions");

    /** Rights narrower than reading and writing. */
    private static final Map<String, Set<String>> NARROWER = Map.ofEntries(
            // Written by triggers and sealed by a function of the owner.
            entry("audit_log", Set.of("SELECT")),
            entry("audit_seals", Set.of("SELECT")),
            entry("audit_heads", Set.of("SELECT")),
            entry("audit_checks", Set.of("SELECT", "INSERT")),
            entry("audit_redactions", Set.of("SELECT")),
            entry("audit_retirements", Set.of("SELECT")),
            entry("recovery_requests", Set.of("SELECT", "INSERT", "DELETE")),
            entry("security_events", Set.of("SELECT", "INSERT", "DELETE")),
            entry("contract_changes", Set.of("SELECT", "INSERT")),
            entry("deal_changes", Set.of("SELECT", "INSERT")),
            entry("removals", Set.of("SELECT", "INSERT")),
            entry("reach_losses", Set.of("SELECT", "INSERT")),
            // Numbers must not vanish, and what was billed or paid is not rewritten.
            entry("invoices", Set.of("SELECT", "INSERT", "UPDATE")),
            entry("invoice_items", Set.of("SELECT", "INSERT")),
            entry("payments", Set.of("SELECT", "INSERT")),
            entry("invoice_counters", Set.of("SELECT", "INSERT", "UPDATE")),
            entry("invoice_run_days", Set.of("SELECT", "INSERT", "UPDATE")),
            // Each version of the rules is a row of its own.
            entry("lead_scoring", Set.of("SELECT", "INSERT")),
            entry("file_thumbnails", Set.of("SELECT", "INSERT", "DELETE")),
            entry("file_usage", Set.of("SELECT", "INSERT", "UPDATE")),
            entry("discarded_files", Set.of("SELECT", "INSERT", "DELETE")),
            // What was merged stays known.
            entry("merges", Set.of("SELECT", "INSERT", "UPDATE")),
            entry("tenants", Set.of("SELECT", "INSERT", "UPDATE")));

    /**
     * Tables whose rows have owners, and whose owners count: a second, restrictive policy hides those out of the caller's reach. What
     * was done about a deal or a lead is reached as that is.
     */
    private static final Map<String, List<String>> OWNED = Map.ofEntries(
            entry("leads", List.of("leads")),
            entry("deals", List.of("deals")),
            entry("activities", List.of("deals", "leads")),
            entry("deal_lines", List.of("deals")),
            entry("lead_signals", List.of("leads")),
            entry("lead_score_sheets", List.of("leads")),
            entry("lead_score_overrides", List.of("leads")),
            entry("deal_closings", List.of("deals")),
            entry("goals", List.of("deals")),
            entry("deal_totals", List.of("deals")),
            // Reached as the records are that they are kept with.
            entry("files", List.of()));

    private static final String OWN = "(tenant_id = (current_setting('app.tenant_id'::text))::uuid)";
    private static final String OWN_OR_ALL =
            "((( SELECT COALESCE(current_setting('app.tenant_id'::text, true), ''::text) AS \"coalesce\") = ''::text) OR "
                    + "(tenant_id = (( SELECT NULLIF(current_setting('app.tenant_id'::text, true), ''::text) AS "
                    + "\"nullif\"))::uuid))";

    private static final Set<String> ORDINARY = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");
    private static final String APP = "pulso_app";
    private static final String OURS = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";

    private final Connection connection;
    private final List<String> violations = new ArrayList<>();

    private TenancyCatalogue(Connection connection) {
        this.connection = connection;
    }

    /** @return one line per violation; empty is what we want */
    public static List<String> violations(Connection connection) throws SQLException {
        TenancyCatalogue catalogue = new TenancyCatalogue(connection);
        catalogue.tables();
        catalogue.pieces();
        catalogue.policies();
        catalogue.auditTriggers();
        catalogue.keys();
        catalogue.viewsAndFunctions();
        catalogue.grants();
        catalogue.role();
        return catalogue.violations;
    }

    private void tables() throws SQLException {
        each(
                "select c.relname, c.relrowsecurity, c.relforcerowsecurity, a.attnotnull from pg_class c join"
                        + " pg_namespace n on n.oid = c.relnamespace left join pg_attribute a on a.attrelid = c.oid and"
                        + " a.attname ="
                        + " 'tenant_id' and not"
                        + " a.attisdropped"
                        + " where"
                        + " " + OURS + " and c.relkind in ('r', 'p', 'f') and c.relpersistence <> 't' "
                        + "and not c.relispartition",
                row -> {
                    String table = row.getString(1);
                    boolean tenant = row.getObject(4) != null;
                    if (TOOL.contains(table) || OWNERS.contains(table) || GLOBAL.containsKey(table)) {
                        return;
                    }
                    if (!tenant && !table.equals("tenants")) {
                        report("table %s has no tenant_id and is not a declared global table", table);
                        return;
                    }
                    if (tenant && !row.getBoolean(4)) {
                        report("table %s allows rows without tenant_id", table);
                    }
                    if (!row.getBoolean(2)) {
                        report("table %s has row-level security disabled", table);
                    }
                    if (!row.getBoolean(3)) {
                        report("table %s does not force row-level security on its owner", table);
                    }
                });
    }

    /** Pieces are reached through the whole, which has the policy; by their own names by nobody. */
    private void pieces() throws SQLException {
        each(
                "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS
                        + " and c.relispartition and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)",
                row -> report("piece %s does not force row-level security", row.getString(1)));
        each(
                "select v.relname, t.relname from pg_depend d join pg_rewrite r on r.oid = d.objid "
                        + "join pg_class v on v.oid = r.ev_class join pg_class t on t.oid = d.refobjid "
                        + "where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass "
                        + "and t.relispartition and v.oid <> t.oid group by 1, 2",
                row -> report("view %s reads the piece %s and not its whole", row.getString(1), row.getString(2)));
    }

    private void policies() throws SQLException {
        each(
                "select c.relname, count(p.oid), "
                        + "coalesce(bool_and(p.polcmd = '*' and p.polpermissive and p.polroles = '{0}'), false), "
                        + "coalesce(string_agg(pg_get_expr(p.polqual, p.polrelid), ';'), '-'), "
                        + "coalesce(string_agg(pg_get_expr(p.polwithcheck, p.polrelid), ';'), '-') "
                        + "from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                        + "left join pg_policy p on p.polrelid = c.oid and p.polname <> 'record_scope' where " + OURS
                        + " and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't' "
                        + "and (c.relname = 'tenants' or exists (select from pg_attribute a "
                        + "where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)) "
                        + "group by c.relname",
                row -> {
                    String table = row.getString(1);
                    if (GLOBAL.containsKey(table)) {
                        return;
                    }
                    String column = table.equals("tenants") ? "id" : "tenant_id";
                    String expected = "(" + column + " = (current_setting('app.tenant_id'::text))::uuid)";
                    if (row.getInt(2) != 1 || !row.getBoolean(3)) {
                        report("table %s must have exactly one policy, for everything and everybody", table);
                    } else if (!expected.equals(row.getString(4)) || !expected.equals(row.getString(5))) {
                        report(
                                "table %s has another policy: using %s check %s",
                                table, row.getString(4), row.getString(5));
                    }
                });
        each(
                "select c.relname, coalesce(bool_and(p.polcmd = '*' and not p.polpermissive and p.polroles = '{0}'),"
                        + " false), coalesce(string_agg(pg_get_expr(p.polqual, p.polrelid), ';'), '') from pg_class c join"
                        + " pg_namespace n on n.oid = c.relnamespace left join pg_policy p on p.polrelid = c.oid and"
                        + " p.polname = 'record_scope' where " + OURS
                        + " and c.relkind in ('r', 'p') group by c.relname having count(p.oid) > 0 or c.relname in ('"
                        + String.join("', '", OWNED.keySet()) + "')",
                row -> {
                    String table = row.getString(1);
                    String policy = row.getString(3);
                    if (!OWNED.containsKey(table)
                            || !row.getBoolean(2)
                            || !OWNED.get(table).stream()
                                    .allMatch(kind -> policy.contains("reached_owners('" + kind + "'"))) {
                        report("table %s does not keep to the reach of its callers", table);
                    }
                });
        each(
                "select string_agg(polname || ' ' || polcmd::text || ' ' || coalesce(pg_get_expr(polqual, polrelid),"
                        + " '-') || ' ' || coalesce(pg_get_expr(polwithcheck, polrelid), '-'), '; ' order by polname) from"
                        + " pg_policy where polrelid = 'tenant_directory'::regclass",
                row -> {
                    String expected = "everybody_reads r true -; tenant_inserts a - " + OWN + "; tenant_updates w "
                            + OWN + " " + OWN;
                    if (!expected.equals(row.getString(1))) {
                        report("tenant_directory has other policies: %s", row.getString(1));
                    }
                });
        pointers();
        logins();
        // Everybody reads it before there is a tenant: nothing of people, nothing that is a secret.
        each(
                "select attname from pg_attribute where attrelid = 'tenant_directory'::regclass and attnum > 0"
                        + " and not attisdropped and attname not in ('tenant_id', 'slug', 'time_zone', 'active', 'plan',"
                        + " 'origins', 'clock_ahead_seconds')",
                row -> report("tenant_directory tells everybody %s", row.getString(1)));
        each(
                "select 1 from pg_class where relname = 'tenant_directory' "
                        + "and not (relrowsecurity and relforcerowsecurity)",
                row -> report("tenant_directory is open"));
    }

    /** Inside a tenant's transaction only its own pointers exist; without a tenant, for who hands work out, all do. */
    private void pointers() throws SQLException {
        each(
                "select c.relname, c.relrowsecurity and c.relforcerowsecurity, string_agg(p.polcmd::text || ' ' "
                        + "|| regexp_replace(coalesce(pg_get_expr(p.polqual, p.polrelid), '-'), '\\s+', ' ', 'g') || ' ' "
                        + "|| regexp_replace(coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-'), '\\s+', ' ', 'g'), "
                        + "'; ' order by p.polcmd) from pg_class c left join pg_policy p on p.polrelid = c.oid "
                        + "where c.relname in ('work', 'job_due') and c.relkind in ('r', 'p') group by 1, 2",
                row -> {
                    String expected = row.getString(1).equals("work")
                            ? "a - " + OWN + "; d " + OWN_OR_ALL + " -; r " + OWN_OR_ALL + " -; w " + OWN_OR_ALL + " -"
                            : "* " + OWN_OR_ALL + " -";
                    if (!row.getBoolean(2) || !expected.equals(row.getString(3))) {
                        report("pointers %s have other policies: %s", row.getString(1), row.getString(3));
                    }
                });
    }

    /** Each tenant has its own; the owner is not held to it, for logins_of() finds those of one address in all. */
    private void logins() throws SQLException {
        each(
                "select c.relrowsecurity, string_agg(p.polcmd::text || ' ' || coalesce(pg_get_expr(p.polqual, p.polrelid),"
                        + " '-') || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-'), '; ') from pg_class c"
                        + " left join pg_policy p on p.polrelid = c.oid where c.relname = 'login_directory' group by 1",
                row -> {
                    if (!row.getBoolean(1) || !("* " + OWN + " " + OWN).equals(row.getString(2))) {
                        report("logins are open to others: %s", row.getString(2));
                    }
                });
    }

    private void auditTriggers() throws SQLException {
        each(
                "select c.relname, (select string_agg(p.proname, ',' order by p.proname) from pg_trigger t "
                        + "join pg_proc p on p.oid = t.tgfoid where t.tgrelid = c.oid and t.tgenabled in ('O', 'A') "
                        + "and p.proname like 'audit\\_%' and t.tgtype & 1 = 0) "
                        + "from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS
                        + " and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't' "
                        + "and (c.relname = 'tenants' or exists (select from pg_attribute a "
                        + "where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))",
                row -> {
                    String table = row.getString(1);
                    String wanted = (GO_UNTOLD.contains(table) ? "" : "audit_delete,") + "audit_insert,audit_update";
                    if (!GLOBAL.containsKey(table) && !UNAUDITED.contains(table) && !wanted.equals(row.getString(2))) {
                        report("table %s is not audited for %s", table, wanted);
                    }
                });
    }

    private void keys() throws SQLException {
        each(
                "select k.conname, c.relname, t.relname, (select string_agg(a.attname || '>' || b.attname, ',') from"
                        + " unnest(k.conkey, k.confkey) as u(x, y) join pg_attribute a on a.attrelid = k.conrelid and"
                        + " a.attnum = u.x join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.y) from"
                        + " pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid"
                        + " join pg_namespace n on n.oid = c.relnamespace where k.contype = 'f' and " + OURS,
                row -> {
                    Set<String> pairs = Set.of(row.getString(4).split(","));
                    boolean toOwnTenant = row.getString(3).equals("tenants") && pairs.equals(Set.of("tenant_id>id"));
                    if (!toOwnTenant && !pairs.contains("tenant_id>tenant_id")) {
                        report(
                                "key %s from %s to %s does not carry tenant_id",
                                row.getString(1), row.getString(2), row.getString(3));
                    }
                });
    }

    private void viewsAndFunctions() throws SQLException {
        each(
                "select c.relname, c.relkind::text, coalesce(c.reloptions && array['security_invoker=true', "
                        + "'security_invoker=on', 'security_invoker=1'], false) "
                        + "from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS
                        + " and c.relkind in ('v', 'm') and not exists (select from pg_depend d where d.objid = c.oid"
                        + " and d.deptype = 'e')",
                row -> {
                    if (row.getString(2).equals("m")) {
                        report("materialised view %s shows every tenant", row.getString(1));
                    } else if (!row.getBoolean(3)) {
                        report("view %s lacks security_invoker", row.getString(1));
                    }
                });
        each(
                "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and "
                        + OURS + " and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')",
                row -> {
                    if (!AS_OWNER.contains(row.getString(1))) {
                        report("function %s is SECURITY DEFINER", row.getString(1));
                    }
                });
        each(
                "select p.proname, has_function_privilege('" + APP + "', p.oid, 'execute') and p.prorettype = "
                        + "'trigger'::regtype, exists (select from unnest(p.proconfig) c where c like 'search_path=%') "
                        + "and p.prosecdef from pg_proc p where p.proname in ('" + String.join("', '", AS_OWNER)
                        + "')",
                row -> {
                    if (row.getBoolean(2)) {
                        report("%s may hang %s on a table of its own", APP, row.getString(1));
                    }
                    if (!row.getBoolean(3)) {
                        report("function %s does not run as the owner on a fixed path", row.getString(1));
                    }
                });
    }

    private void grants() throws SQLException {
        String grantee = "case acl.grantee when 0 then 'PUBLIC' else acl.grantee::regrole::text end";
        each(
                "select c.relname, c.relkind::text, c.relispartition, " + grantee + ", string_agg(distinct"
                        + " acl.privilege_type, ',' order by"
                        + " acl.privilege_type),"
                        + " bool_or(acl.is_grantable) from"
                        + " pg_class c join pg_namespace n"
                        + " on n.oid = c.relnamespace cross"
                        + " join lateral (select * from"
                        + " aclexplode(c.relacl) union all"
                        + " select x.* from pg_attribute a,"
                        + " aclexplode(a.attacl) x where"
                        + " a.attrelid"
                        + " = c.oid)"
                        + " acl where"
                        + " " + OURS + " and acl.grantee <> c.relowner "
                        + "and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') "
                        + "group by 1, 2, 3, 4",
                row -> {
                    String relation = row.getString(1);
                    String who = row.getString(4);
                    Set<String> granted = new TreeSet<>(List.of(row.getString(5).split(",")));
                    Set<String> allowed = allowed(relation, row.getString(2));
                    if (!who.equals(APP)) {
                        report("%s has rights on %s: %s", who, relation, granted);
                    } else if (row.getBoolean(3)) {
                        report("partition %s is granted directly", relation);
                    } else if (!allowed.containsAll(granted)) {
                        granted.removeAll(allowed);
                        report("%s may %s on %s", APP, granted, relation);
                    }
                    if (row.getBoolean(6)) {
                        report("%s may pass on its rights on %s", who, relation);
                    }
                });
        each(
                "select n.nspname from pg_namespace n where " + OURS + " and (has_schema_privilege('" + APP
                        + "', n.oid, 'create') or n.nspowner = '" + APP + "'::regrole)",
                row -> report("%s may create objects in schema %s", APP, row.getString(1)));
        each(
                "select defaclobjtype::text from pg_default_acl d, aclexplode(d.defaclacl) x "
                        + "where x.grantee in (0, '" + APP + "'::regrole) and d.defaclobjtype in ('r', 'S', 'n')",
                row -> report("default privileges grant future objects of type %s", row.getString(1)));
        each(
                "select 1 where has_function_privilege('" + APP
                        + "', 'make_tenant_table(text, boolean, text)', 'execute')",
                row -> report("%s may call make_tenant_table", APP));
    }

    private static Set<String> allowed(String relation, String kind) {
        return switch (kind) {
            case "S" -> Set.of("USAGE", "SELECT");
            case "v" -> Set.of("SELECT");
            case "r", "p" ->
                GLOBAL.getOrDefault(
                        relation,
                        TOOL.contains(relation) || OWNERS.contains(relation)
                                ? Set.of()
                                : NARROWER.getOrDefault(relation, ORDINARY));
            default -> Set.of();
        };
    }

    private void role() throws SQLException {
        each(
                "select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication from pg_roles where rolname"
                        + " = '"
                        + APP + "'",
                row -> {
                    String[] names = {"SUPERUSER", "BYPASSRLS", "CREATEDB", "CREATEROLE", "REPLICATION"};
                    for (int i = 0; i < names.length; i++) {
                        if (row.getBoolean(i + 1)) {
                            report("%s has %s", APP, names[i]);
                        }
                    }
                });
        each(
                "select roleid::regrole::text from pg_auth_members where member = '" + APP + "'::regrole",
                row -> report("%s is a member of %s", APP, row.getString(1)));
        each(
                "select 'relation ' || relname from pg_class where relowner = '" + APP
                        + "'::regrole and relpersistence <> 't' "
                        + "and relnamespace::regnamespace::text not like 'pg\\_%' "
                        + "union all select 'function ' || proname from pg_proc where proowner = '" + APP
                        + "'::regrole "
                        + "union all select 'database ' || datname from pg_database where datdba = '" + APP
                        + "'::regrole",
                row -> report("%s owns %s", APP, row.getString(1)));
    }

    private void each(String query, RowReader reader) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private void report(String format, Object... arguments) {
        violations.add(String.format(format, arguments));
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}

package dev.pulso.start.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a migration may not do to a table that has rows and is in use (CONTRIBUTING, "Change the database"). A changeset that
 * does it on purpose says so, with its reason: {@code -- allow <rule>: <reason>}.
 */
final class ChangesetRules {
    private static final Pattern CHANGESET = Pattern.compile("^--changeset\\s+(\\S+?):(\\S+)(.*)$", Pattern.MULTILINE);
    private static final Pattern ALLOWED = Pattern.compile("--\\s*allow ([a-z-]+):[ \\t]*\\S+.{10,}");
    private static final String NAME = "(?:if not exists |if exists |only )*([a-z_.]+)";
    private static final Pattern NEW_TABLE = Pattern.compile("create (?:unlogged )?table " + NAME);
    private static final Pattern INDEX =
            Pattern.compile("create (?:unique )?index (concurrently )?(?:if not exists )?(?:[a-z_0-9]+ )?on " + NAME);
    private static final Pattern ALTER = Pattern.compile("alter table " + NAME + "([^;]*)");
    private static final Pattern NOT_VALID = Pattern.compile("add constraint ([a-z_0-9]+)[^;]*? not valid");
    private static final Pattern REWRITE = Pattern.compile("^\\s*(?:update|delete from) " + NAME, Pattern.MULTILINE);

    private ChangesetRules() {}

    /** @param attributes what stands behind its name, such as {@code runInTransaction:false} */
    record Changeset(String file, String id, String attributes, String text) {
        String key() {
            return file + " " + id;
        }

        /** Without comments and in one case; texts in quotes stay, for functions are written in them. */
        String sql() {
            return text.replaceAll("--[^\\n]*", "").replaceAll("[ \\t]+", " ").toLowerCase(Locale.ROOT);
        }

        private Set<String> allowed() {
            return ALLOWED.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
        }
    }

    static List<Changeset> read(String file, String content) {
        List<Changeset> read = new ArrayList<>();
        Matcher found = CHANGESET.matcher(content);
        int from = -1;
        String id = "";
        String attributes = "";
        while (found.find()) {
            if (from >= 0) {
                read.add(new Changeset(file, id, attributes, content.substring(from, found.start())));
            }
            id = found.group(1) + ":" + found.group(2);
            attributes = found.group(3).strip();
            from = found.end();
        }
        if (from >= 0) {
            read.add(new Changeset(file, id, attributes, content.substring(from)));
        }
        return read;
    }

    /** @param fresh changesets that are not part of a release yet, in their order; whatever they make has no rows */
    static List<String> broken(List<Changeset> fresh) {
        Set<String> made = fresh.stream()
                .flatMap(change -> NEW_TABLE.matcher(change.sql()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        String all = fresh.stream().map(Changeset::sql).collect(Collectors.joining("\n"));
        List<String> broken = new ArrayList<>();
        for (Changeset change : fresh) {
            List<Finding> findings = new ArrayList<>();
            String sql = outsideOfFunctions(change.sql());
            if (change.attributes().contains("runOnChange")) {
                findings.add(new Finding(
                        "run-on-change",
                        "a node of the release before would put its own text back: write the next one"));
            }
            INDEX.matcher(sql)
                    .results()
                    .filter(index -> !made.contains(index.group(2)))
                    .forEach(index -> {
                        if (index.group(1) == null) {
                            findings.add(new Finding(
                                    "index", "writers of " + index.group(2) + " wait for it: concurrently"));
                        } else if (!change.attributes().contains("runInTransaction:false")) {
                            findings.add(new Finding("index", "concurrently needs runInTransaction:false"));
                        }
                    });
            ALTER.matcher(sql)
                    .results()
                    .filter(alter -> !made.contains(alter.group(1)))
                    .forEach(alter -> {
                        String table = alter.group(1);
                        String what = alter.group(2);
                        if (what.contains(" stored")) {
                            findings.add(new Finding(
                                    "stored", "a stored column rewrites " + table + ": a plain one and a backfill"));
                        }
                        if (what.matches("(?s).*alter column \\w+ (set data )?type .*")) {
                            findings.add(new Finding(
                                    "type", "another type rewrites " + table + ": a new column and a backfill"));
                        }
                        if (what.contains("set not null")) {
                            findings.add(new Finding(
                                    "not-null",
                                    "reads all of " + table + " while nobody may write: a check, not valid, first"));
                        }
                        if (what.matches("(?s).*add constraint [^;]*(foreign key|check)[^;]*")
                                && !what.contains("not valid")) {
                            findings.add(new Finding(
                                    "constraint",
                                    "reads all of " + table + " while nobody may write: not valid, then validate"));
                        }
                        if (what.matches("(?s).*(drop column|rename ).*")) {
                            findings.add(new Finding("contract", "the release before still asks for it in " + table));
                        }
                    });
            NOT_VALID
                    .matcher(sql)
                    .results()
                    .filter(constraint -> !all.contains("validate constraint " + constraint.group(1)))
                    .forEach(constraint -> findings.add(new Finding(
                            "not-valid", constraint.group(1) + " is never validated: validate constraint")));
            if (sql.contains("drop table") || sql.contains("drop view")) {
                findings.add(new Finding("contract", "the release before still asks for it"));
            }
            REWRITE.matcher(sql)
                    .results()
                    .filter(rows -> !made.contains(rows.group(1)))
                    .forEach(rows -> findings.add(
                            new Finding("rows", "all rows of " + rows.group(1) + " in one transaction: a Backfill")));
            findings.stream()
                    .filter(finding -> !change.allowed().contains(finding.rule()))
                    .forEach(finding -> broken.add(change.key() + " [" + finding.rule() + "] " + finding.why()));
        }
        return broken;
    }

    /** The bodies of functions run later, on behalf of callers. */
    private static String outsideOfFunctions(String sql) {
        return sql.replaceAll("(?s)create (or replace )?function .*?as \\$(\\w*)\\$.*?\\$\\2\\$", "");
    }

    private record Finding(String rule, String why) {}
}

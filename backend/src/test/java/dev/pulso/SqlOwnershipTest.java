package dev.pulso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A module's SQL touches the tables of its own change logs; of others it reads the views that they publish. The classes are
 * held apart by ArchitectureTest, and the statements, which are texts, by this.
 */
class SqlOwnershipTest {
    private static final Path DB = Path.of("src/main/resources/db");
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java/dev/pulso"), Path.of("src/demo/java/dev/pulso"));

    /** Whose change logs a package's tables are in, where they are not called the same. */
    private static final Map<String, Set<String>> FOLDERS = Map.of(
            "people", Set.of("identity"),
            "access", Set.of("identity"),
            "company", Set.of("identity", "platform"),
            "audit", Set.of("audit", "platform"),
            "kernel", Set.of("platform"),
            "store", Set.of("platform"),
            "edge", Set.of("platform"),
            "start", Set.of("platform"));

    /** Who the company is, and which there are: everybody may read them. */
    private static final Set<String> READ_BY_ALL = Set.of("tenants", "tenant_directory");

    private static final Pattern TABLE =
            Pattern.compile("(?im)^\\s*create\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?([a-z_0-9]+)");
    private static final Pattern USE = Pattern.compile(
            "(?i)\\b(from|join|into|update|table|using|truncate)\\s+(?:only\\s+)?(?:public\\.)?([a-z_0-9]+)\\b");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\n]*)\"");
    private static final Pattern PERMISSION = Pattern.compile("[a-z_]+\\.[a-z_]+:[a-z]+");
    private static final Set<String> MACHINERY = Set.of("platform", "identity", "audit");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");

    @Test
    void a_modules_statements_touch_its_own_tables_and_published_views() throws IOException {
        Map<String, String> owners = owners();
        Set<String> foreign = new TreeSet<>();
        for (Path root : SOURCES) {
            for (Path source : filesUnder(root, ".java")) {
                foreign.addAll(foreign(owners, root.relativize(source), Files.readString(source)));
            }
        }
        assertThat(foreign).isEmpty();
    }

    @Test
    void a_statement_on_anothers_table_is_noticed() {
        Map<String, String> owners = Map.of("deals", "crm", "tenants", "platform");
        Path source = Path.of("billing/internal/invoice/X.java");
        assertThat(foreign(owners, source, "\"select 1 from deals d\"")).hasSize(1);
        assertThat(foreign(owners, source, "\"select 1 from \"\n        + \"deals d\""))
                .hasSize(1);
        assertThat(foreign(owners, source, "\"update deals set x = 1\"")).hasSize(1);
        assertThat(foreign(owners, source, "\"select 1 from tenants\"")).isEmpty();
        assertThat(foreign(owners, source, "\"update tenants set x = 1\"")).hasSize(1);
        assertThat(foreign(owners, source, "// what comes from deals\n\"select 1 from deal_facts\""))
                .isEmpty();
        assertThat(foreign(owners, Path.of("crm/X.java"), "\"select 1 from deals d\""))
                .isEmpty();
    }

    @Test
    void the_machinery_names_no_record_of_a_module() throws IOException {
        Map<String, String> owners = owners();
        Set<String> named = new TreeSet<>();
        for (String part : List.of("kernel", "store", "edge", "start")) {
            for (Path source : filesUnder(SOURCES.getFirst().resolve(part), ".java")) {
                // Made of the contract: words that are codes there, whatever else they are.
                if (source.endsWith("ViolationCode.java") || source.endsWith("ProblemType.java")) {
                    continue;
                }
                named.addAll(named(owners, source, Files.readString(source)));
            }
        }
        assertThat(named).isEmpty();
    }

    @Test
    void a_record_that_the_machinery_names_is_noticed() {
        Map<String, String> owners = Map.of("deals", "crm", "tenants", "platform");
        Path source = Path.of("edge/X.java");
        assertThat(named(owners, source, "Map.of(\"deals\", 1)")).hasSize(1);
        assertThat(named(owners, source, "may(\"crm.deals:read\")")).hasSize(1);
        assertThat(named(owners, source, "// \"deals\"\n\"deal\" + \"tenants\" + \"job:ended\""))
                .isEmpty();
    }

    /** Texts that are the name of a module's table, or a permission of a module. */
    private static Set<String> named(Map<String, String> owners, Path source, String java) {
        Set<String> named = new TreeSet<>();
        Matcher text = TEXT.matcher(COMMENT.matcher(java).replaceAll(""));
        while (text.find()) {
            String owner = owners.get(text.group(1));
            boolean ofModule = owner != null && !MACHINERY.contains(owner);
            if (ofModule || PERMISSION.matcher(text.group(1)).matches()) {
                named.add(source + ": " + text.group());
            }
        }
        return named;
    }

    private static Set<String> foreign(Map<String, String> owners, Path source, String java) {
        String module = source.getName(0).toString();
        Set<String> own = FOLDERS.getOrDefault(module, Set.of(module));
        String text = JOINED.matcher(COMMENT.matcher(java).replaceAll("")).replaceAll("");
        Set<String> foreign = new TreeSet<>();
        Matcher use = USE.matcher(text);
        while (use.find()) {
            String table = use.group(2);
            String owner = owners.get(table);
            boolean reads = Set.of("from", "join").contains(use.group(1).toLowerCase(Locale.ROOT));
            if (owner != null && !own.contains(owner) && !(reads && READ_BY_ALL.contains(table))) {
                foreign.add(source + ": " + use.group() + " (of " + owner + ")");
            }
        }
        return foreign;
    }

    private static Map<String, String> owners() throws IOException {
        Map<String, String> owners = new HashMap<>();
        for (Path file : filesUnder(DB, ".sql")) {
            Matcher table = TABLE.matcher(Files.readString(file));
            while (table.find()) {
                owners.put(table.group(1), DB.relativize(file).getName(0).toString());
            }
        }
        assertThat(owners)
                .containsEntry("deals", "crm")
                .containsEntry("invoices", "billing")
                .hasSizeGreaterThan(40);
        return owners;
    }

    private static List<Path> filesUnder(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

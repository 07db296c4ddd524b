package dev.pulso.start.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesetRulesTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    /** Changesets from before there were rules; a new one is never added. */
    private static final Path BEFORE = Path.of("src", "test", "resources", "migrations", "before-the-rules.txt");

    @Test
    void new_migrations_leave_tables_in_use_alone() throws IOException {
        Set<String> before = new HashSet<>(Files.readAllLines(BEFORE));
        List<ChangesetRules.Changeset> fresh = new ArrayList<>();
        for (String file : listed()) {
            ChangesetRules.read(file, Files.readString(RESOURCES.resolve(file))).stream()
                    .filter(change -> !before.contains(change.key()))
                    .forEach(fresh::add);
        }
        assertThat(ChangesetRules.broken(fresh)).isEmpty();
    }

    @Test
    void every_migration_is_listed_once() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("db"))) {
            assertThat(listed())
                    .containsExactlyInAnyOrderElementsOf(files.filter(
                                    file -> file.toString().endsWith(".sql"))
                            .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            index      | create index deals_x on deals (x);
            index      | create unique index on deals (x);
            index      | create index concurrently deals_x on deals (x);
            stored     | alter table deals add column y text generated always as (lower(title)) stored;
            type       | alter table deals alter column title type varchar(10);
            not-null   | alter table deals alter column title set not null;
            constraint | alter table deals add constraint c check (amount_cents >= 0);
            constraint | alter table deals add constraint f foreign key (a) references b (a);
            not-valid  | alter table deals add constraint c check (amount_cents >= 0) not valid;
            contract   | alter table deals drop column title;
            contract   | alter table deals rename column title to name;
            contract   | drop table deals;
            rows       | update deals set title = '';
            """)
    void what_harms_a_table_in_use_is_refused_unless_it_says_why(String rule, String sql) {
        assertThat(broken("--changeset a:b splitStatements:true\n" + sql))
                .singleElement()
                .satisfies(found -> assertThat(found).contains("[" + rule + "]"));
        assertThat(broken("--changeset a:b splitStatements:true\n-- allow " + rule + ": ten rows per installation\n"
                        + sql))
                .isEmpty();
        // Not for nothing.
        assertThat(broken("--changeset a:b splitStatements:true\n-- allow " + rule + ":\n" + sql))
                .hasSize(1);
    }

    @Test
    void what_it_makes_itself_it_may_fill_and_index() {
        assertThat(broken("""
                --changeset a:table splitStatements:true
                create table parts (id int, name text, low text generated always as (lower(name)) stored);
                --changeset a:index splitStatements:true
                create index parts_name on parts (name);
                update parts set name = '';
                --changeset a:concurrently runInTransaction:false
                create index concurrently deals_x on deals (x);
                --changeset a:constraint splitStatements:true
                alter table deals add constraint c check (amount_cents >= 0) not valid;
                --changeset a:validate splitStatements:true
                alter table deals validate constraint c;
                --changeset a:function splitStatements:false
                create function f() returns void language plpgsql as $$
                begin
                    update deals set title = '';
                end $$;
                """)).isEmpty();
        assertThat(broken("--changeset a:b splitStatements:false runOnChange:true\nselect 1"))
                .singleElement()
                .satisfies(found -> assertThat(found).contains("[run-on-change]"));
    }

    private static List<String> broken(String content) {
        return ChangesetRules.broken(ChangesetRules.read("db/x.sql", content));
    }

    private static List<String> listed() {
        try {
            return Pattern.compile("file: (\\S+)")
                    .matcher(Files.readString(RESOURCES.resolve("db/changelog.yaml")))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.pulso.store.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.kernel.Texts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the edges take for nothing, the keys of names in the database take for nothing: every character is tried. */
@QuarkusTest
class PlainTextSqlTest {
    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @Test
    void java_and_sql_agree_about_every_character() throws SQLException {
        List<Character> characters = new ArrayList<>();
        for (int c = 1; c <= 0xffff; c++) {
            if (!Character.isSurrogate((char) c)) {
                characters.add((char) c);
            }
        }
        List<String> differ = new ArrayList<>();
        try (Connection connection = owner.getConnection();
                PreparedStatement plain = connection.prepareStatement(
                        "select plain_text('a' || c), plain_text(c || 'a'), plain_text('a' || c || 'b')"
                                + " from unnest(?::text[]) with ordinality as u(c, place) order by place")) {
            plain.setArray(
                    1,
                    connection.createArrayOf(
                            "text", characters.stream().map(String::valueOf).toArray()));
            try (ResultSet rows = plain.executeQuery()) {
                for (char c : characters) {
                    rows.next();
                    boolean same = rows.getString(1).equals(Texts.trim("a" + c))
                            && rows.getString(2).equals(Texts.trim(c + "a"))
                            && rows.getString(3).split(" ").length
                                    == Texts.words("a" + c + "b").size();
                    if (!same) {
                        differ.add("U+%04X".formatted((int) c));
                    }
                }
            }
        }
        assertThat(differ).isEmpty();
    }
}

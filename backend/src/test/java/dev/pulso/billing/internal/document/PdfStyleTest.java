package dev.pulso.billing.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class PdfStyleTest {
    @Test
    void a_company_without_a_colour_has_that_of_pulso() {
        assertThat(new PdfStyle(null).accent()).isEqualTo(new Color(0x2f4bdb));
        assertThat(new PdfStyle("#0A7D5A").accent()).isEqualTo(new Color(0x0a7d5a));
    }

    @Test
    void a_colour_that_is_too_pale_to_be_read_on_paper_writes_nothing() {
        for (String readable : new String[] {"#2f4bdb", "#0a7d5a", "#000000", "#767676"}) {
            assertThat(new PdfStyle(readable).accentInk()).as(readable).isEqualTo(Color.decode(readable));
        }
        for (String pale : new String[] {"#ffe14d", "#ffffff", "#777777", "#00c2ff"}) {
            assertThat(new PdfStyle(pale).accentInk()).as(pale).isEqualTo(PdfStyle.INK);
            assertThat(new PdfStyle(pale).accent()).as(pale).isEqualTo(Color.decode(pale));
        }
    }
}

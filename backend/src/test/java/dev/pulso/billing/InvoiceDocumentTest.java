package dev.pulso.billing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.pulso.kernel.Money;
import dev.pulso.kernel.pix.BrCode;
import dev.pulso.testing.TestTenant.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

@QuarkusTest
class InvoiceDocumentTest {
    private BillingTenant company;

    @BeforeEach
    void a_company_with_a_pix_key() {
        company = BillingTenant.register();
        company.withSettings(Map.of(
                "name", "Pixel Doze Agência Digital",
                "tax_id", "12.ABC.345/01DE-35",
                "pix_key", "financeiro@pixel12.com.br"));
    }

    @Test
    void the_pix_code_asks_for_what_is_open() {
        UUID invoice = company.issued(55000);
        company.pay(invoice, 20000).statusCode(201);
        JsonPath pix = company.tenant().get("/api/invoices/{id}/pix", invoice);
        BrCode code = BrCode.decode(pix.getString("payload"));
        assertThat(code.key().value()).isEqualTo("financeiro@pixel12.com.br");
        assertThat(code.amount()).isEqualTo(Money.brl(35000));
        assertThat(pix.getLong("amount_cents")).isEqualTo(35000);
        assertThat(code.name()).isEqualTo("Pixel Doze Agencia Digita");
        assertThat(code.city()).isEqualTo("BRASIL");
        assertThat(code.txid()).isEqualTo(pix.getString("txid")).matches("FATURA1X[0-9A-F]{17}");
        assertThat(pix.getString("svg")).startsWith("<svg").contains("R$\u00a0350,00");
        assertThat(company.tenant().get("/api/invoices/{id}/pix", invoice).getString("payload"))
                .as("the same code every time")
                .isEqualTo(pix.getString("payload"));
    }

    @Test
    void name_and_city_of_the_receiver_come_from_the_settings() {
        company.withSettings(Map.of("pix_merchant_name", "PIXEL 12", "pix_city", "São Paulo"));
        BrCode code = BrCode.decode(company.tenant()
                .get("/api/invoices/{id}/pix", company.issued(100))
                .getString("payload"));
        assertThat(code.name()).isEqualTo("PIXEL 12");
        assertThat(code.city()).isEqualTo("Sao Paulo");
    }

    @Test
    void a_company_whose_name_has_no_latin_letter_is_called_by_its_address() {
        company.withSettings(Map.of("name", "株式会社"));
        BrCode code = BrCode.decode(company.tenant()
                .get("/api/invoices/{id}/pix", company.issued(100))
                .getString("payload"));
        assertThat(company.tenant().slug()).startsWith(code.name());
    }

    @Test
    void only_an_open_invoice_of_a_company_with_a_key_has_a_pix_code() {
        UUID draft = company.draft(100);
        pixProblem(draft, "invoice_not_payable");
        company.issue(draft);
        company.pay(draft, 100).statusCode(201);
        pixProblem(draft, "invoice_not_payable");
        UUID cancelled = company.issued(100);
        company.cancel(cancelled);
        pixProblem(cancelled, "invoice_not_payable");
        UUID open = company.issued(100);
        Map<String, Object> none = new HashMap<>();
        none.put("pix_key", null);
        company.withSettings(none);
        pixProblem(open, "pix_key_missing");
    }

    /** Amounts are in the smallest unit of the currency: yen have none below them, dinars a thousandth. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JPY | 123456  | JPY 123.456
            KWD | 123.456 | KWD 123,456
            USD | 1234.56 | USD 1.234,56
            """)
    void an_invoice_of_a_contract_is_in_its_currency_and_pix_is_for_reais(String currency, String units, String shown)
            throws IOException {
        UUID customer = company.customer("Cliente");
        UUID contract = company.contract(customer, "2026-01-15", "monthly", 123456, Map.of("currency", currency));
        Map<String, Object> item =
                Map.of("description", "Item", "kind", "service", "quantity", "1", "unit_price", units);
        UUID invoice = company.tenant()
                .create(
                        "/api/invoices",
                        Map.of("customer_id", customer, "contract_id", contract, "items", List.of(item)));
        company.issue(invoice).body("currency", equalTo(currency)).body("total_cents", equalTo(123456));
        byte[] pdf = company.tenant()
                .api()
                .accept("application/pdf")
                .get("/api/invoices/{id}/pdf", invoice)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(text(pdf)).contains(shown);
        pixProblem(invoice, "pix_needs_brl");
    }

    @Test
    void the_pdf_says_who_owes_what_to_whom_until_when() throws IOException {
        UUID customer = company.tenant()
                .create(
                        "/api/customers",
                        Map.of("name", "Autoescola Progresso Ltda", "kind", "company", "tax_id", "11222333000181"));
        UUID invoice = company.tenant()
                .create(
                        "/api/invoices",
                        Map.of(
                                "customer_id",
                                customer,
                                "due_on",
                                "2026-12-20",
                                "notes",
                                "Obrigado pela preferência.",
                                "items",
                                List.of(
                                        Map.of(
                                                "description",
                                                "Licença CFC, novembro/2026",
                                                "kind",
                                                "plan",
                                                "unit_price",
                                                "15000.00"),
                                        Map.of(
                                                "description",
                                                "Manutenção mensal do site",
                                                "kind",
                                                "service",
                                                "quantity",
                                                "2.5",
                                                "unit_price",
                                                "100.00"))));
        company.issue(invoice);
        company.pay(invoice, 20000).statusCode(201);
        byte[] pdf = pdf(invoice);
        assertThat(new PdfReader(pdf).getNumberOfPages()).isEqualTo(1);
        assertThat(text(pdf))
                .contains("Pixel Doze Agência Digital")
                .contains("CNPJ 12.ABC.345/01DE-35")
                .contains("Fatura nº 000001")
                .contains("Parcialmente paga")
                .contains("Autoescola Progresso Ltda")
                .contains("CNPJ 11.222.333/0001-81")
                .contains("20/12/2026")
                .contains("Licença CFC, novembro/2026")
                .contains("2,5")
                .contains("15.000,00")
                .contains("R$ 15.250,00")
                .contains("R$ 200,00")
                .contains("R$ 15.050,00")
                .contains("Pague com Pix")
                .contains("Obrigado pela preferência.");
        String payload = company.tenant().get("/api/invoices/{id}/pix", invoice).getString("payload");
        assertThat(lines(pdf)).contains(payload);
    }

    @Test
    void the_pdf_begins_with_the_day_and_the_amount_and_says_that_paying_late_works() throws IOException {
        UUID customer = company.tenant()
                .create(
                        "/api/customers",
                        Map.of(
                                "name",
                                "Padaria Silva",
                                "kind",
                                "company",
                                "email",
                                "financeiro@padaria-silva.example"));
        UUID invoice = company.draft(customer, Map.of("due_on", "2026-12-20"), 55000);
        company.issue(invoice);
        company.pay(invoice, 20000).statusCode(201);
        String open = text(pdf(invoice));
        assertThat(open)
                .contains("Valor a pagar")
                .contains("financeiro@padaria-silva.example")
                .contains("O código vale também depois do vencimento.");
        assertThat(open.substring(0, open.indexOf("Padaria Silva")))
                .contains("Valor a pagar")
                .contains("20/12/2026")
                .contains("R$ 350,00")
                .doesNotContain("R$ 550,00");
        company.pay(invoice, 35000).statusCode(201);
        assertThat(text(pdf(invoice))).contains("Paga em").doesNotContain("Valor a pagar");
    }

    @Test
    void the_pdf_bears_the_logo_and_the_colour_of_the_company() throws IOException {
        company.withSettings(Map.of("accent_color", "#0a7d5a"));
        UUID invoice = company.issued(55000);
        assertThat(pictures(pdf(invoice))).isZero();
        for (String type : List.of("png", "jpg")) {
            logo(picture(type));
            byte[] pdf = pdf(invoice);
            assertThat(pictures(pdf)).as(type).isEqualTo(1);
            assertThat(text(pdf)).contains("Pixel Doze Agência Digital").contains("CNPJ 12.ABC.345/01DE-35");
            // The colour of the company, as shares of red, green and blue.
            assertThat(new String(new PdfReader(pdf).getPageContent(1), StandardCharsets.ISO_8859_1))
                    .containsPattern("0\\.039\\d* 0?\\.49\\d* 0?\\.35\\d* (rg|RG)");
        }
        // What looks like a picture by its first bytes only is no reason to have no invoice.
        byte[] broken = Arrays.copyOf(picture("png"), 60);
        logo(broken);
        assertThat(pictures(pdf(invoice))).isZero();
        assertThat(text(pdf(invoice))).contains("Pixel Doze Agência Digital");
    }

    @Test
    void whoever_may_not_see_customers_does_not_learn_from_the_pdf_how_to_reach_them() throws IOException {
        UUID customer = company.tenant()
                .create(
                        "/api/customers",
                        Map.of(
                                "name",
                                "Padaria Silva",
                                "kind",
                                "company",
                                "email",
                                "financeiro@padaria-silva.example"));
        UUID invoice = company.draft(customer, Map.of(), 100);
        String key = company.tenant()
                .post("/api/tenant/api-keys", Map.of("name", "ERP", "scopes", List.of("billing.invoices:read")))
                .statusCode(201)
                .extract()
                .path("secret");
        assertThat(text(pdf(invoice))).contains("financeiro@padaria-silva.example");
        byte[] withKey = given().header("Authorization", "Bearer " + key)
                .accept("application/pdf")
                .get("/api/invoices/{id}/pdf", invoice)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(text(withKey)).contains("Padaria Silva").doesNotContain("financeiro@padaria-silva.example");
    }

    @Test
    void the_pix_code_is_whole_when_its_lines_are_copied_whatever_blanks_it_has() throws IOException {
        for (List<String> receiver : List.of(
                List.of("A B C D E F G H I J K L M", "Sao Jose dos P"),
                List.of("Comercial de Alimentos Li", "Sao Joao del Re"),
                List.of("X", "Y"))) {
            company.withSettings(Map.of("pix_merchant_name", receiver.get(0), "pix_city", receiver.get(1)));
            UUID invoice = company.issued(123456);
            String payload =
                    company.tenant().get("/api/invoices/{id}/pix", invoice).getString("payload");
            assertThat(lines(pdf(invoice))).contains(payload);
        }
    }

    @Test
    void what_the_typeface_cannot_draw_is_seen_to_be_missing() throws IOException {
        UUID customer = company.customer("株式会社 Ação");
        UUID invoice = company.draft(
                customer, Map.of("notes", "\u0645\u0631\u062d\u0628\u0627 \ud83d\ude80 Ελλάδα Привет"), 100);
        assertThat(text(pdf(invoice))).contains("□□□□ Ação").contains("□□□□□ □ Ελλάδα Привет");
        UUID only = company.draft(company.customer("会社"), Map.of(), 100);
        assertThat(text(pdf(only))).contains("□□");
    }

    @Test
    void a_pdf_of_every_state_can_be_had_and_offers_pix_only_while_something_is_open() throws IOException {
        UUID invoice = company.draft(100);
        assertThat(text(pdf(invoice))).contains("Rascunho").doesNotContain("Pague com Pix");
        company.issue(invoice);
        assertThat(text(pdf(invoice))).contains("Em aberto").contains("Pague com Pix");
        company.pay(invoice, 100);
        assertThat(text(pdf(invoice))).contains("Paga em").doesNotContain("Pague com Pix");
        UUID cancelled = company.issued(100);
        company.cancel(cancelled);
        assertThat(text(pdf(cancelled))).contains("Cancelada").doesNotContain("Pague com Pix");
    }

    @Test
    void who_asks_for_the_pdf_of_nothing_is_told_in_json() {
        company.tenant()
                .unchecked()
                .accept("application/pdf")
                .get("/api/invoices/{id}/pdf", UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void a_long_invoice_runs_over_pages_and_keeps_its_last_line() throws IOException {
        List<Map<String, Object>> items = java.util.stream.IntStream.rangeClosed(1, 200)
                .<Map<String, Object>>mapToObj(i -> Map.of(
                        "description", "Item " + i + " " + "ç".repeat(150), "kind", "product", "unit_price", "1.00"))
                .toList();
        UUID invoice = company.tenant()
                .create("/api/invoices", Map.of("customer_id", company.customer("Cliente"), "items", items));
        byte[] pdf = pdf(invoice);
        assertThat(new PdfReader(pdf).getNumberOfPages()).isGreaterThan(1);
        assertThat(text(pdf)).contains("Item 200");
    }

    private void logo(byte[] picture) {
        given().header("Authorization", "Bearer " + company.tenant().token(Role.admin))
                .header("If-Match", "\"" + company.tenant().get("/api/tenant").getInt("version") + "\"")
                .multiPart("file", "logo", picture, "image/png")
                .put("/api/tenant/logo")
                .then()
                .statusCode(200);
    }

    private static byte[] picture(String type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(900, 200, BufferedImage.TYPE_INT_RGB), type, bytes))
                .isTrue();
        return bytes.toByteArray();
    }

    private static long pictures(byte[] pdf) throws IOException {
        PdfDictionary drawn =
                new PdfReader(pdf).getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.XOBJECT);
        return drawn == null
                ? 0
                : drawn.getKeys().stream()
                        .filter(name ->
                                PdfName.IMAGE.equals(drawn.getAsStream(name).getAsName(PdfName.SUBTYPE)))
                        .count();
    }

    private byte[] pdf(UUID invoice) {
        return company.tenant()
                .unchecked()
                .accept("application/pdf")
                .get("/api/invoices/{id}/pdf", invoice)
                .then()
                .statusCode(200)
                .contentType(matchesPattern("application/pdf.*"))
                .extract()
                .asByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        return text.toString().replaceAll("[ \u00a0]+", " ");
    }

    /** As somebody copies them: line after line, nothing in between. */
    private static String lines(byte[] pdf) throws IOException {
        StringBuilder text = new StringBuilder();
        PdfReader reader = new PdfReader(pdf);
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            new PdfTextExtractor(reader)
                    .getTextFromPage(page)
                    .lines()
                    .map(String::strip)
                    .forEach(text::append);
        }
        return text.toString();
    }

    private void pixProblem(UUID invoice, String code) {
        company.tenant()
                .api()
                .get("/api/invoices/{id}/pix", invoice)
                .then()
                .statusCode(409)
                .body("type", containsString(code))
                .body("title", equalTo("The request conflicts with the present state"));
    }
}

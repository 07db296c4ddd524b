package dev.pulso.kernel.pix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.pulso.kernel.Money;
import io.nayuki.qrcodegen.QrCode;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class QrSvgTest {

    private static final String PAYLOAD = BrCode.of(
                    PixKey.of("123e4567-e12b-12d1-a456-426655440000"), "Fulano de Tal", "BRASILIA", null, "***", null)
            .payload();

    @Test
    void the_picture_shows_exactly_the_modules_of_the_code_inside_a_quiet_zone() throws Exception {
        QrCode code = QrCode.encodeText(PAYLOAD, QrCode.Ecc.MEDIUM);
        Element svg = parse(QrSvg.of(PAYLOAD, "Pix")).getDocumentElement();
        int side = code.size + 8;
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 %d %d".formatted(side, side));

        boolean[][] black = modules(svg);
        assertThat(black).hasDimensions(side, side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                // getModule answers false outside the code, which is the quiet zone.
                assertThat(black[y][x]).as("%d,%d", x, y).isEqualTo(code.getModule(x - 4, y - 4));
            }
        }
    }

    @Test
    void a_scanner_reads_the_picture_back() throws Exception {
        String payload = BrCode.of(
                        PixKey.of("financeiro@empresa.com.br"),
                        "Agência Pão & Açúcar",
                        "São Paulo",
                        Money.brl(55_000),
                        "FAT1",
                        null)
                .payload();
        boolean[][] black = modules(parse(QrSvg.of(payload, "Pix")).getDocumentElement());
        int scale = 4;
        int side = black.length * scale;
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = black[i / side / scale][i % side / scale] ? 0x000000 : 0xFFFFFF;
        }
        BinaryBitmap photo = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        assertThat(new QRCodeReader().decode(photo).getText()).isEqualTo(payload);
    }

    @Test
    void it_stays_black_on_white_in_every_theme_and_small() {
        String svg = QrSvg.of(PAYLOAD, "Pix");
        assertThat(svg).contains("fill=\"#fff\"", "fill=\"#000\"", "crispEdges", "role=\"img\"");
        assertThat(svg).doesNotContain("currentColor", "\n", "%");
        assertThat(svg.length()).isLessThan(20_000);
    }

    @Test
    void a_screen_reader_gets_the_title_whatever_is_in_it() throws Exception {
        String title = "Pix de R$ 550,00 para <Pão & \"Cia\">";
        Element svg = parse(QrSvg.of(PAYLOAD, title)).getDocumentElement();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(title);
    }

    @Test
    void a_text_that_fits_no_code_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrSvg.of("é".repeat(3_000), "x"));
    }

    private static boolean[][] modules(Element svg) {
        int side = Integer.parseInt(svg.getAttribute("viewBox").split(" ")[2]);
        boolean[][] black = new boolean[side][side];
        Matcher runs = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z")
                .matcher(((Element) svg.getElementsByTagName("path").item(0)).getAttribute("d"));
        while (runs.find()) {
            assertThat(runs.group(3)).isEqualTo(runs.group(4));
            for (int i = 0; i < Integer.parseInt(runs.group(3)); i++) {
                black[Integer.parseInt(runs.group(2))][Integer.parseInt(runs.group(1)) + i] = true;
            }
        }
        return black;
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}

package dev.pulso.store.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailTest {
    @TempDir
    Path folder;

    @Test
    void a_picture_becomes_a_small_one_of_its_shape() throws IOException {
        Path file = picture(4000, 1000, "png");
        Thumbnail small = Thumbnail.of(file, "image/png");
        assertThat(small).isNotNull();
        assertThat(small.width()).isEqualTo(4000);
        assertThat(small.height()).isEqualTo(1000);
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(small.content()));
        assertThat(drawn.getWidth()).isEqualTo(320);
        assertThat(drawn.getHeight()).isEqualTo(80);
        assertThat(new Color(drawn.getRGB(160, 40))).isEqualTo(Color.RED);
        assertThat(Thumbnail.of(picture(100, 50, "jpg"), "image/jpeg").mediaType())
                .isEqualTo("image/jpeg");
    }

    @Test
    void a_line_of_a_thousand_pixels_still_has_one() throws IOException {
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(
                Thumbnail.of(picture(5000, 1, "png"), "image/png").content()));
        assertThat(drawn.getHeight()).isEqualTo(1);
    }

    /** 40 bytes that say they are a picture of 100,000 x 100,000 pixels: 40 GB, were they believed. */
    @Test
    void a_picture_that_would_fill_the_memory_is_not_unpacked() throws IOException {
        Path bomb = folder.resolve("bomb.png");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(bomb))) {
            out.writeLong(0x89504e470d0a1a0aL);
            out.writeInt(13);
            byte[] header = {
                'I', 'H', 'D', 'R', 0, 1, (byte) 0x86, (byte) 0xa0, 0, 1, (byte) 0x86, (byte) 0xa0, 8, 6, 0, 0, 0
            };
            out.write(header);
            CRC32 sum = new CRC32();
            sum.update(header);
            out.writeInt((int) sum.getValue());
        }
        Thumbnail none = Thumbnail.of(bomb, "image/png");
        assertThat(none).isNotNull();
        assertThat(none.content()).isNull();
        assertThat(none.width()).isEqualTo(100_000);
    }

    @Test
    void what_is_broken_or_no_picture_has_none() throws IOException {
        Path broken = Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});
        assertThat(Thumbnail.of(broken, "image/png")).isNull();
        assertThat(Thumbnail.of(broken, "application/pdf")).isNull();
        byte[] whole = Files.readAllBytes(picture(600, 600, "png"));
        Path half = Files.write(folder.resolve("half.png"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(Thumbnail.of(half, "image/png")).isNotNull();
    }

    private Path picture(int width, int height, String format) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, Color.RED.getRGB());
            }
        }
        Path file = folder.resolve(width + "." + format);
        ImageIO.write(picture, format, file.toFile());
        return file;
    }
}

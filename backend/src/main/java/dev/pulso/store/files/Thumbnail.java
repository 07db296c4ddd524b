package dev.pulso.store.files;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A small picture of a picture.
 *
 * @param content null where none is made: of a kind that is not drawn here, broken, or with so many pixels that it could be meant
 *     to fill the memory
 */
@SuppressWarnings("ArrayRecordComponent")
public record Thumbnail(int width, int height, byte @Nullable [] content, String mediaType) {
    /** Pixels to a side. */
    public static final int SIDE = 320;

    /** A good photograph; a small file can say that it has a thousand times as many, and a progressive one is unpacked whole. */
    static final long MOST_PIXELS = 50_000_000;

    /** Read row by row, of which only the pixels that are wanted are kept. */
    private static final Set<String> DRAWN = Set.of("image/png", "image/jpeg", "image/gif");

    /** Whether there is one of such a file at all. */
    public static boolean isDrawn(String mediaType) {
        return DRAWN.contains(mediaType);
    }

    /** Null of what is no picture; blocks. */
    public static @Nullable Thumbnail of(Path file, String mediaType) {
        if (!isDrawn(mediaType)) {
            return null;
        }
        try (ImageInputStream content = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(content, true, true);
                return of(reader, mediaType);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // A broken picture is a file like any other; what readers of pictures throw at one is anybody's guess.
            return null;
        }
    }

    private static Thumbnail of(ImageReader reader, String mediaType) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        String type = mediaType.equals("image/jpeg") ? mediaType : "image/png";
        if ((long) width * height > MOST_PIXELS) {
            return new Thumbnail(width, height, null, type);
        }
        int step = Math.max(1, Math.min(width, height) / (2 * SIDE));
        step = Math.max(step, (int) Math.ceil(Math.max(width, height) / (16.0 * SIDE)));
        ImageReadParam few = reader.getDefaultReadParam();
        few.setSourceSubsampling(step, step, 0, 0);
        try {
            return new Thumbnail(width, height, drawn(reader.read(0, few), type), type);
        } catch (IOException | RuntimeException broken) {
            return new Thumbnail(width, height, null, type);
        }
    }

    private static byte[] drawn(BufferedImage picture, String type) throws IOException {
        double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        boolean jpeg = type.equals("image/jpeg");
        BufferedImage small =
                new BufferedImage(width, height, jpeg ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(small, jpeg ? "jpg" : "png", bytes)) {
            throw new IOException("nobody writes " + type);
        }
        return bytes.toByteArray();
    }
}

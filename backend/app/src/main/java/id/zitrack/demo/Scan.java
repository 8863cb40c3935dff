package id.zitrack.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A paper as an office scanner gives it back: a little crooked, a little gray, with specks. */
final class Scan {
    private Scan() {}

    /** Scans the first page of a PDF. */
    static byte[] ofPaper(byte[] pdf, long seed) {
        try (var document = Loader.loadPDF(pdf)) {
            var sheet = new PDFRenderer(document).renderImageWithDPI(0, 100, ImageType.RGB);
            return jpeg(scanned(sheet, new Random(seed)), 0.72f);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage scanned(BufferedImage sheet, Random random) {
        int width = sheet.getWidth();
        int height = sheet.getHeight();
        var scan = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = scan.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setColor(new Color(0xD8D6D0));
        g.fillRect(0, 0, width, height);
        g.rotate((random.nextDouble() - 0.5) * 0.035, width / 2.0, height / 2.0);
        g.drawImage(sheet, random.nextInt(7) - 3, random.nextInt(7) - 3, null);
        g.setPaint(new GradientPaint(
                0, 0, new Color(120, 110, 80, 26), width, height * 0.4f, new Color(255, 255, 255, 0)));
        g.fillRect(-50, -50, width + 100, height + 100);
        g.dispose();
        grain(scan, random, 9);
        for (int i = 0; i < 40; i++) {
            scan.setRGB(random.nextInt(width), random.nextInt(height), 0x5A5A55);
        }
        return scan;
    }

    /** Adds noise of at most the given strength to every pixel. */
    static void grain(BufferedImage picture, Random random, int strength) {
        int width = picture.getWidth();
        var line = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, line, 0, width);
            for (int x = 0; x < width; x++) {
                int shift = random.nextInt(strength * 2 + 1) - strength;
                line[x] = channel(line[x] >> 16, shift) << 16
                        | channel(line[x] >> 8, shift) << 8
                        | channel(line[x], shift);
            }
            picture.setRGB(0, y, width, 1, line, 0, width);
        }
    }

    private static int channel(int value, int shift) {
        return Math.max(0, Math.min(255, (value & 0xFF) + shift));
    }

    static byte[] jpeg(BufferedImage picture, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

package id.zitrack.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Draws what a phone or a screen would have shown. */
final class Picture {
    private static final Font FACE = face("DejaVuSansCondensed.ttf");
    private static final Font BOLD = face("DejaVuSansCondensed-Bold.ttf");

    private final BufferedImage image;
    private final Graphics2D g;
    private final Random random;

    private Picture(int width, int height, long seed) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        random = new Random(seed);
    }

    /** A photo of a banner, a notice board or a service counter, with the stamp of the camera. */
    static byte[] photo(String scene, String caption, String unit, String stamp, long seed) {
        var picture = new Picture(1280, 853, seed);
        picture.room();
        switch (scene) {
            case "banner" -> picture.banner(caption, unit);
            case "notice" -> picture.notice(caption, unit);
            default -> picture.counter(caption, unit);
        }
        picture.text(BOLD, 22, new Color(0xF5C542), stamp, 1280 - 330, 820);
        picture.g.dispose();
        Scan.grain(picture.image, picture.random, 7);
        return Scan.jpeg(picture.image, 0.8f);
    }

    /** A shot of a screen of an application with a table and a chart. */
    static byte[] screen(String app, String unit, List<String> columns, long seed) {
        var picture = new Picture(1366, 768, seed);
        picture.application(app, unit, columns);
        picture.g.dispose();
        return Scan.jpeg(picture.image, 0.9f);
    }

    private void room() {
        g.setPaint(new GradientPaint(0, 0, new Color(0xE9E4D8), 0, 560, new Color(0xCFC7B4)));
        g.fillRect(0, 0, 1280, 560);
        g.setPaint(new GradientPaint(0, 560, new Color(0x9C8F7C), 0, 853, new Color(0x6F6455)));
        g.fillRect(0, 560, 1280, 293);
        g.setColor(new Color(0x7D705E));
        for (int x = -200; x < 1500; x += 160) {
            g.drawLine(640 + (x - 640) / 3, 560, x, 853);
        }
        g.setColor(new Color(0xFFFBEF));
        g.fillRect(120, 20, 260, 16);
        g.fillRect(900, 20, 260, 16);
    }

    private void banner(String caption, String unit) {
        g.rotate((random.nextDouble() - 0.5) * 0.03, 640, 300);
        g.setPaint(new GradientPaint(0, 110, new Color(0xB3261E), 0, 430, new Color(0x7F1712)));
        g.fillRect(140, 110, 1000, 320);
        g.setColor(new Color(0xF7F2E6));
        g.fillRect(140, 360, 1000, 70);
        center(BOLD, 54, new Color(0xFFE9A8), "ZONA INTEGRITAS", 210);
        center(BOLD, 30, Color.WHITE, caption, 290);
        center(BOLD, 26, new Color(0x7F1712), unit, 405);
        people(6);
    }

    private void notice(String caption, String unit) {
        g.setColor(new Color(0x5B4632));
        g.fillRect(360, 70, 560, 620);
        g.setColor(new Color(0xFDFBF3));
        g.fillRect(378, 88, 524, 584);
        center(BOLD, 34, new Color(0x14303F), caption, 160);
        center(FACE, 20, new Color(0x14303F), unit, 200);
        var lines = List.of(
                "Dengan ini kami menyatakan sanggup",
                "menyelenggarakan pelayanan sesuai standar",
                "yang telah ditetapkan, dan apabila tidak",
                "menepati janji ini kami siap menerima sanksi",
                "sesuai peraturan yang berlaku.");
        int y = 290;
        for (var line : lines) {
            center(FACE, 23, new Color(0x2B3A42), line, y);
            y += 44;
        }
        g.setStroke(new BasicStroke(3));
        g.setColor(new Color(0x1F3A93));
        g.drawArc(600, 540, 90, 40, 20, 300);
        g.drawLine(620, 575, 720, 540);
    }

    private void counter(String caption, String unit) {
        g.setColor(new Color(0x0F5C6E));
        g.fillRect(90, 90, 1100, 90);
        center(BOLD, 36, Color.WHITE, caption, 132);
        center(FACE, 22, new Color(0xE3F0F1), unit, 166);
        for (int i = 0; i < 4; i++) {
            int x = 110 + i * 270;
            g.setColor(new Color(0xF4F7F5));
            g.fillRect(x, 240, 240, 200);
            g.setColor(new Color(0x0F5C6E));
            g.fillRect(x + 80, 200, 80, 34);
            text(BOLD, 22, Color.WHITE, "Loket " + (i + 1), x + 84, 225);
            person(x + 120, 330, 1.1);
            g.setColor(new Color(0xB08D57));
            g.fillRect(x - 10, 440, 260, 130);
        }
        people(4);
    }

    private void people(int count) {
        for (int i = 0; i < count; i++) {
            person(
                    150 + i * (1000 / count) + random.nextInt(60),
                    600 + random.nextInt(50),
                    1.6 + random.nextDouble() * 0.3);
        }
    }

    private void person(int x, int y, double scale) {
        var shirts = List.of(0xC9B27C, 0x4F6D7A, 0x8C5A3C, 0xE8E3D8, 0x3F6B4B);
        g.setColor(new Color(shirts.get(random.nextInt(shirts.size()))));
        g.fillRoundRect((int) (x - 34 * scale), y, (int) (68 * scale), (int) (110 * scale), 40, 40);
        g.setColor(new Color(0xB98A66));
        g.fillOval((int) (x - 20 * scale), (int) (y - 44 * scale), (int) (40 * scale), (int) (48 * scale));
        g.setColor(random.nextBoolean() ? new Color(0x2A211B) : new Color(0x31507A));
        g.fillArc((int) (x - 22 * scale), (int) (y - 48 * scale), (int) (44 * scale), (int) (44 * scale), 0, 180);
    }

    private void application(String app, String unit, List<String> columns) {
        g.setColor(new Color(0xDDE2E6));
        g.fillRect(0, 0, 1366, 40);
        g.setColor(Color.WHITE);
        g.fillRoundRect(90, 8, 900, 24, 12, 12);
        text(
                FACE,
                14,
                new Color(0x5A6670),
                "https://layanan.contohkab.go.id/"
                        + app.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                108,
                25);
        g.setColor(new Color(0x1B4F72));
        g.fillRect(0, 40, 1366, 56);
        text(BOLD, 24, Color.WHITE, app, 24, 76);
        text(FACE, 16, new Color(0xD6E6F2), unit, 900, 75);
        g.setColor(new Color(0xF4F6F8));
        g.fillRect(0, 96, 1366, 672);
        g.setColor(Color.WHITE);
        g.fillRect(24, 120, 800, 610);
        g.fillRect(848, 120, 494, 320);
        int width = 800 / columns.size();
        g.setColor(new Color(0xE8EEF3));
        g.fillRect(24, 120, 800, 40);
        for (int i = 0; i < columns.size(); i++) {
            text(BOLD, 16, new Color(0x1B4F72), columns.get(i), 40 + i * width, 146);
        }
        for (int row = 0; row < 14; row++) {
            int y = 160 + row * 40;
            g.setColor(new Color(0xE3E8EC));
            g.drawLine(24, y + 40, 824, y + 40);
            for (int i = 0; i < columns.size(); i++) {
                var cell = i == 0 ? "Data " + (row + 1) : String.valueOf(60 + random.nextInt(40));
                text(FACE, 15, new Color(0x2B3A42), cell, 40 + i * width, y + 26);
            }
        }
        for (int i = 0; i < 6; i++) {
            int height = 60 + random.nextInt(180);
            g.setColor(i == 5 ? new Color(0x2C6E49) : new Color(0x7FB3D5));
            g.fillRect(880 + i * 74, 410 - height, 46, height);
        }
    }

    private void center(Font font, int size, Color color, String text, int y) {
        var fitted = font.deriveFont((float) size);
        g.setFont(fitted);
        int width = g.getFontMetrics().stringWidth(text);
        text(font, width > 960 ? size * 960 / width : size, color, text, 640 - Math.min(width, 960) / 2, y);
    }

    private void text(Font font, int size, Color color, String text, int x, int y) {
        g.setFont(font.deriveFont((float) size));
        g.setColor(color);
        g.drawString(text, x, y);
    }

    private static Font face(String file) {
        try (var bytes = Picture.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + file)) {
            if (bytes == null) {
                throw new IllegalStateException("Font " + file + " is not on the class path");
            }
            return Font.createFont(Font.TRUETYPE_FONT, bytes);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("Font " + file + " cannot be read", e);
        }
    }
}

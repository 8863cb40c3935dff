package id.zitrack.demo;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.jspecify.annotations.Nullable;

/**
 * An official paper being written from top to bottom: letterhead, paragraphs, lists, tables, signature. Breaks pages by
 * itself. The same calls give the same bytes.
 */
final class Paper implements Closeable {
    private static final Color BLUE_INK = new Color(0x1F3A93);
    private static final Color STAMP = new Color(0x5B3A8E);

    private final PDDocument document = new PDDocument();
    private final Map<Typeface, PDFont> fonts = new EnumMap<>(Typeface.class);
    private final PDRectangle format;
    private final float left;
    private final float right;
    private final Random random;
    private PDPageContentStream page;
    private float y;

    Paper(boolean landscape, long seed) {
        format = landscape ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()) : PDRectangle.A4;
        left = landscape ? 48 : 66;
        right = format.getWidth() - (landscape ? 48 : 58);
        random = new Random(seed);
        page = open();
    }

    private PDPageContentStream open() {
        try {
            var sheet = new PDPage(format);
            document.addPage(sheet);
            y = format.getHeight() - 50;
            return new PDPageContentStream(document, sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void need(float height) {
        if (y - height < 54) {
            breakPage();
        }
    }

    void breakPage() {
        try {
            page.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page = open();
    }

    void space(float height) {
        y -= height;
    }

    /** The head of a letter: emblem, government, unit, address, and the double rule. */
    void letterhead(String government, String unit, String address) {
        float middle = (left + right) / 2 + 18;
        emblem(left + 4, y - 46);
        text(government, Typeface.SERIF_BOLD, 13, centeredAt(government, Typeface.SERIF_BOLD, 13, middle), y - 12);
        var name = unit.toUpperCase(Locale.ROOT);
        float size = width(name, Typeface.SERIF_BOLD, 15) > right - left - 80 ? 11.5f : 15;
        text(name, Typeface.SERIF_BOLD, size, centeredAt(name, Typeface.SERIF_BOLD, size, middle), y - 30);
        text(address, Typeface.SERIF, 8, centeredAt(address, Typeface.SERIF, 8, middle), y - 43);
        rule(left, right, y - 53, 2.2f);
        rule(left, right, y - 56, 0.6f);
        y -= 78;
    }

    private void emblem(float x, float bottom) {
        draw(it -> {
            it.setNonStrokingColor(new Color(0x1E6B3C));
            it.moveTo(x, bottom + 48);
            it.lineTo(x + 38, bottom + 48);
            it.lineTo(x + 38, bottom + 18);
            it.curveTo(x + 36, bottom + 6, x + 26, bottom, x + 19, bottom - 4);
            it.curveTo(x + 12, bottom, x + 2, bottom + 6, x, bottom + 18);
            it.closePath();
            it.fill();
            it.setNonStrokingColor(new Color(0xE8B923));
            for (int i = 0; i < 5; i++) {
                double angle = Math.PI / 2 + i * 2 * Math.PI / 5;
                float px = (float) (x + 19 + 9 * Math.cos(angle));
                float py = (float) (bottom + 28 + 9 * Math.sin(angle));
                it.addRect(px - 2.4f, py - 2.4f, 4.8f, 4.8f);
            }
            it.addRect(x + 14, bottom + 6, 10, 3);
            it.fill();
            it.setNonStrokingColor(Color.BLACK);
        });
    }

    void centered(String text, boolean bold, float size) {
        for (var line : wrap(text, bold ? Typeface.SERIF_BOLD : Typeface.SERIF, size, right - left - 40)) {
            need(size * 1.4f);
            y -= size * 1.4f;
            var face = bold ? Typeface.SERIF_BOLD : Typeface.SERIF;
            text(line, face, size, centeredAt(line, face, size, (left + right) / 2), y);
        }
    }

    void heading(String text) {
        need(44);
        y -= 20;
        text(text, Typeface.SERIF_BOLD, 10.5f, left, y);
        y -= 4;
    }

    void paragraph(String text) {
        block(text, left, right, Typeface.SERIF, 10);
        y -= 5;
    }

    /** A line such as "Tempat : Ruang rapat". */
    void field(String label, String value) {
        need(15);
        float top = y;
        block(value, left + 118, right, Typeface.SERIF, 10);
        text(label, Typeface.SERIF, 10, left, top - 14);
        text(":", Typeface.SERIF, 10, left + 108, top - 14);
    }

    /** A clause of a decree: a label at the left, one or more marked items beside it. */
    void clause(String label, List<String> marks, List<String> items) {
        for (int i = 0; i < items.size(); i++) {
            need(30);
            float top = y;
            var mark = i < marks.size() ? marks.get(i) : "";
            float indent = mark.isEmpty() ? 92 : 110;
            block(items.get(i), left + indent, right, Typeface.SERIF, 10);
            if (i == 0) {
                text(label, Typeface.SERIF, 10, left, top - 14);
                text(":", Typeface.SERIF, 10, left + 80, top - 14);
            }
            text(mark, Typeface.SERIF, 10, left + 92, top - 14);
            y -= 3;
        }
    }

    void list(List<String> items) {
        for (int i = 0; i < items.size(); i++) {
            need(16);
            float top = y;
            block(items.get(i), left + 22, right, Typeface.SERIF, 10);
            text(i + 1 + ".", Typeface.SERIF, 10, left + 4, top - 14);
            y -= 2;
        }
    }

    /** A ruled table; shares are parts of the width, the head repeats on each page. */
    void table(List<Float> shares, List<String> head, List<List<String>> rows) {
        float sum = (float) shares.stream().mapToDouble(Float::doubleValue).sum();
        var edges = new ArrayList<Float>();
        float x = left;
        edges.add(x);
        for (var share : shares) {
            x += share / sum * (right - left);
            edges.add(x);
        }
        y -= 8;
        row(edges, head, Typeface.SANS_BOLD, true, false);
        for (var cells : rows) {
            if (row(edges, cells, Typeface.SANS, false, true)) {
                row(edges, head, Typeface.SANS_BOLD, true, false);
                row(edges, cells, Typeface.SANS, false, false);
            }
        }
        y -= 8;
    }

    /** Writes a row; says true and starts a page instead if it does not fit. */
    private boolean row(List<Float> edges, List<String> cells, Typeface face, boolean head, boolean mayBreak) {
        float size = 8;
        var wrapped = new ArrayList<List<String>>();
        int lines = 1;
        for (int i = 0; i + 1 < edges.size(); i++) {
            var cell = i < cells.size() ? cells.get(i) : "";
            var parts = cell.startsWith("~")
                    ? List.of("", "")
                    : wrap(cell, face, size, edges.get(i + 1) - edges.get(i) - 8);
            wrapped.add(parts);
            lines = Math.max(lines, parts.size());
        }
        float height = lines * size * 1.3f + 7;
        if (y - height < 54 && mayBreak) {
            breakPage();
            return true;
        }
        float top = y;
        float bottom = y - height;
        draw(it -> {
            if (head) {
                it.setNonStrokingColor(new Color(0xE6ECE6));
                it.addRect(edges.get(0), bottom, edges.get(edges.size() - 1) - edges.get(0), height);
                it.fill();
                it.setNonStrokingColor(Color.BLACK);
            }
            it.setLineWidth(0.5f);
            for (int i = 0; i + 1 < edges.size(); i++) {
                it.addRect(edges.get(i), bottom, edges.get(i + 1) - edges.get(i), height);
            }
            it.stroke();
        });
        for (int i = 0; i < wrapped.size(); i++) {
            float baseline = top - size - 2;
            for (var line : wrapped.get(i)) {
                text(line, face, size, edges.get(i) + 4, baseline);
                baseline -= size * 1.3f;
            }
            if (i < cells.size() && cells.get(i).startsWith("~")) {
                scribble(edges.get(i) + 10, bottom + 6, Math.min(44, edges.get(i + 1) - edges.get(i) - 20), 11);
            }
        }
        y = bottom;
        return false;
    }

    /** Place and date, office, a signature over a stamp, name and number of the signer. */
    void signature(String placeAndDate, String office, String name, @Nullable String number, boolean stamped) {
        need(140);
        float x = left + (right - left) * 0.55f;
        y -= 18;
        if (!placeAndDate.isEmpty()) {
            text(placeAndDate, Typeface.SERIF, 10, x, y);
        }
        for (var line : wrap(office, Typeface.SERIF_BOLD, 10, right - x)) {
            y -= 14;
            text(line, Typeface.SERIF_BOLD, 10, x, y);
        }
        if (stamped) {
            stamp(x + 6, y - 34);
        }
        scribble(x + 22, y - 44, 96, 34);
        y -= 66;
        text(name, Typeface.SERIF_BOLD, 10, x, y);
        rule(x, x + width(name, Typeface.SERIF_BOLD, 10), y - 2, 0.6f);
        if (number != null) {
            y -= 13;
            text("NIP " + number, Typeface.SERIF, 9, x, y);
        }
    }

    private void stamp(float x, float middle) {
        draw(it -> {
            var faint = new PDExtendedGraphicsState();
            faint.setStrokingAlphaConstant(0.55f);
            it.saveGraphicsState();
            it.setGraphicsStateParameters(faint);
            it.setStrokingColor(STAMP);
            for (float radius : new float[] {30, 27, 15}) {
                it.setLineWidth(radius > 28 ? 1.6f : 0.7f);
                circle(it, x, middle, radius);
                it.stroke();
            }
            it.restoreGraphicsState();
        });
    }

    private static void circle(PDPageContentStream it, float x, float y, float radius) throws IOException {
        float bend = radius * 0.5523f;
        it.moveTo(x + radius, y);
        it.curveTo(x + radius, y + bend, x + bend, y + radius, x, y + radius);
        it.curveTo(x - bend, y + radius, x - radius, y + bend, x - radius, y);
        it.curveTo(x - radius, y - bend, x - bend, y - radius, x, y - radius);
        it.curveTo(x + bend, y - radius, x + radius, y - bend, x + radius, y);
    }

    private void scribble(float x, float bottom, float width, float height) {
        draw(it -> {
            it.saveGraphicsState();
            it.setStrokingColor(BLUE_INK);
            it.setLineWidth(0.9f);
            it.moveTo(x, bottom + height * random.nextFloat());
            int loops = 3 + random.nextInt(3);
            for (int i = 1; i <= loops; i++) {
                float end = x + width * i / loops;
                it.curveTo(
                        end - width / loops * random.nextFloat(),
                        bottom + height * (0.8f + 0.4f * random.nextFloat()),
                        end + width / loops * 0.6f * random.nextFloat(),
                        bottom - height * 0.3f * random.nextFloat(),
                        end,
                        bottom + height * (0.2f + 0.5f * random.nextFloat()));
            }
            it.stroke();
            it.restoreGraphicsState();
        });
    }

    /** The finished file, dated as the paper is. */
    byte[] bytes(String title, String author, LocalDate date) {
        try {
            page.close();
            var written = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
            written.setTimeInMillis(date.atTime(8, 0).toInstant(ZoneOffset.UTC).toEpochMilli());
            var information = document.getDocumentInformation();
            information.setTitle(title);
            information.setAuthor(author);
            information.setCreationDate(written);
            document.setDocumentId((long) title.hashCode() + author.hashCode());
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void block(String text, float from, float to, Typeface face, float size) {
        for (var line : wrap(text, face, size, to - from)) {
            need(size * 1.4f);
            y -= size * 1.4f;
            text(line, face, size, from, y);
        }
    }

    private void rule(float from, float to, float at, float thickness) {
        draw(it -> {
            it.setLineWidth(thickness);
            it.moveTo(from, at);
            it.lineTo(to, at);
            it.stroke();
        });
    }

    private float centeredAt(String text, Typeface face, float size, float middle) {
        return middle - width(text, face, size) / 2;
    }

    private List<String> wrap(String text, Typeface face, float size, float width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(line + " " + word, face, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private float width(String text, Typeface face, float size) {
        try {
            return font(face).getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void text(String text, Typeface face, float size, float x, float at) {
        if (text.isEmpty()) {
            return;
        }
        draw(it -> {
            it.beginText();
            it.setFont(font(face), size);
            it.newLineAtOffset(x, at);
            it.showText(text);
            it.endText();
        });
    }

    private PDFont font(Typeface face) {
        return fonts.computeIfAbsent(face, it -> {
            try {
                return it.in(document);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private interface Drawing {
        void on(PDPageContentStream page) throws IOException;
    }

    private void draw(Drawing drawing) {
        try {
            drawing.on(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package id.zitrack.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the papers, registers and pictures of one unit; the same unit always gets the same bytes. */
final class Documents {
    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");
    private static final List<String> NAMES = List.of(
            "Agung Wicaksono",
            "Bayu Firmansyah",
            "Citra Maharani",
            "Dedi Kurniawan",
            "Eka Prasetya",
            "Farida Hanum",
            "Gita Lestari",
            "Hendra Saputra",
            "Intan Permata",
            "Jumadi",
            "Kartika Sari",
            "Lukman Hakim",
            "Mira Astuti",
            "Nanang Suryana",
            "Oktaviani",
            "Purwanto",
            "Qoriah",
            "Ratih Pratiwi",
            "Sutrisno",
            "Titik Handayani",
            "Umar Said",
            "Vina Melati",
            "Wawan Setyawan",
            "Yuliana",
            "Zainal Abidin");
    private static final List<String> OFFICES = List.of(
            "Sekretaris",
            "Kepala Seksi Pelayanan",
            "Kepala Subbagian Umum",
            "Analis Kebijakan",
            "Penata Layanan",
            "Pengelola Keuangan",
            "Arsiparis",
            "Pranata Komputer",
            "Pengelola Pengaduan");

    private final String institution;
    private final Entry unit;
    private final int order;

    Documents(String institution, Entry unit, int order) {
        this.institution = institution;
        this.unit = unit;
        this.order = order;
    }

    /** A finished document with what its evidence record says about it. */
    record Document(
            Entry spec, String fileName, byte[] bytes, String docType, String number, LocalDate date, String signer) {}

    Document write(Entry spec, int index) {
        var kind = spec.text("kind");
        long seed = 1000L * order + index;
        var date = LocalDate.parse("2026-" + spec.text("date"));
        var number = (index % 7 * 100 + 100) + "/" + (10 + index) + "/"
                + unit.text("id").toUpperCase(Locale.ROOT) + "/" + date.getYear();
        var title = spec.text("title");
        var bytes = switch (kind) {
            case "register" -> register(spec, date);
            case "photo" ->
                Picture.photo(
                        spec.text("scene"),
                        spec.text("caption"),
                        name(),
                        date.plusDays(0) + " 09:" + (10 + index % 50),
                        seed);
            case "screenshot" -> Picture.screen(spec.text("app"), name(), spec.texts("columns"), seed);
            default -> paper(spec, kind, number, date, seed);
        };
        boolean picture = kind.equals("photo") || kind.equals("screenshot") || spec.is("scan");
        var extension = kind.equals("register") ? ".xlsx" : picture ? ".jpg" : ".pdf";
        return new Document(
                spec,
                title + " " + unit.text("short").replaceAll("[^A-Za-z0-9 ]", "") + extension,
                bytes,
                kind,
                kind.equals("photo") || kind.equals("screenshot") || kind.equals("attendance") ? "" : number,
                date,
                unit.text("head"));
    }

    private String name() {
        return unit.text("name");
    }

    private String filled(String text) {
        return text.replace("<unit>", name())
                .replace("<head>", unit.text("head"))
                .replace("<leader>", unit.text("leader"));
    }

    private byte[] paper(Entry spec, String kind, String number, LocalDate date, long seed) {
        try (var paper = new Paper(kind.equals("plan"), seed)) {
            paper.letterhead(
                    institution.toUpperCase(Locale.ROOT),
                    name(),
                    "Jalan Pemuda Nomor " + (order + 3) + ", Contoh 65999 · Telepon (0000) 55" + (1000 + order * 37)
                            + " · " + unit.text("id") + "@contohkab.go.id");
            switch (kind) {
                case "decree" -> decree(paper, spec, number, date);
                case "minutes" -> minutes(paper, spec, date);
                case "attendance" -> attendance(paper, spec, date, new Random(seed));
                case "plan" -> plan(paper, spec, date);
                case "letter" -> letter(paper, spec, number, date);
                default -> report(paper, spec, number, date);
            }
            var pdf = paper.bytes(spec.text("title"), name(), date);
            return spec.is("scan") ? Scan.ofPaper(pdf, seed) : pdf;
        }
    }

    private void decree(Paper paper, Entry spec, String number, LocalDate date) {
        paper.centered("KEPUTUSAN " + unit.text("head").toUpperCase(Locale.ROOT), true, 12);
        paper.centered("NOMOR " + number, true, 11);
        paper.space(6);
        paper.centered("TENTANG", false, 10);
        paper.centered(spec.text("about"), true, 11);
        paper.centered("DI LINGKUNGAN " + name().toUpperCase(Locale.ROOT), true, 11);
        paper.space(14);
        paper.clause(
                "Menimbang",
                List.of("a.", "b.", "c."),
                spec.texts("why").stream().map(it -> filled(it) + ";").toList());
        paper.clause(
                "Mengingat",
                List.of("1.", "2.", "3."),
                List.of(
                        "Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggara Negara yang Bersih dan Bebas dari Korupsi, Kolusi, dan Nepotisme;",
                        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
                        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi tentang Pembangunan dan Evaluasi Zona Integritas."));
        paper.space(8);
        paper.centered("MEMUTUSKAN", true, 11);
        paper.space(6);
        var ranks = List.of("KESATU", "KEDUA", "KETIGA", "KEEMPAT");
        var rules = spec.texts("rules");
        for (int i = 0; i < rules.size(); i++) {
            paper.clause(ranks.get(i), List.of(), List.of(filled(rules.get(i))));
        }
        paper.signature(
                "Ditetapkan di Contoh, " + words(date), unit.text("head"), unit.text("leader"), unit.text("nip"), true);
        if (spec.is("staff")) {
            paper.breakPage();
            paper.centered("LAMPIRAN KEPUTUSAN NOMOR " + number, true, 11);
            var rows = new ArrayList<List<String>>();
            for (int i = 0; i < 9; i++) {
                rows.add(List.of(
                        String.valueOf(i + 1),
                        staff(i),
                        OFFICES.get(i % OFFICES.size()),
                        i == 0 ? "Ketua" : i == 1 ? "Sekretaris" : "Anggota"));
            }
            paper.table(List.of(0.6f, 3f, 3f, 2f), List.of("No", "Nama", "Jabatan", "Kedudukan"), rows);
        }
    }

    private String staff(int index) {
        return NAMES.get((order * 5 + index * 3) % NAMES.size());
    }

    private void minutes(Paper paper, Entry spec, LocalDate date) {
        paper.centered("NOTULEN RAPAT", true, 13);
        paper.space(10);
        paper.field("Hari, tanggal", words(date));
        paper.field("Waktu", "09.00–11.30 WIB");
        paper.field("Tempat", "Ruang rapat " + name());
        paper.field("Acara", spec.text("topic"));
        paper.field("Pimpinan rapat", unit.text("leader"));
        paper.field("Notulis", staff(4));
        paper.heading("Pembahasan");
        paper.list(spec.texts("points"));
        paper.heading("Keputusan");
        paper.list(spec.texts("decisions"));
        paper.signature("Contoh, " + words(date), unit.text("head"), unit.text("leader"), unit.text("nip"), false);
    }

    private void attendance(Paper paper, Entry spec, LocalDate date, Random random) {
        paper.centered("DAFTAR HADIR", true, 13);
        paper.space(8);
        paper.field("Hari, tanggal", words(date));
        paper.field("Tempat", "Aula " + name());
        paper.field("Acara", spec.text("topic"));
        var rows = new ArrayList<List<String>>();
        int people = 14 + random.nextInt(6);
        for (int i = 0; i < people; i++) {
            rows.add(List.of(String.valueOf(i + 1), staff(i), OFFICES.get((i + order) % OFFICES.size()), "~"));
        }
        paper.table(List.of(0.6f, 3f, 3f, 2f), List.of("No", "Nama", "Jabatan", "Tanda tangan"), rows);
        paper.signature("", unit.text("head"), unit.text("leader"), unit.text("nip"), true);
    }

    private void plan(Paper paper, Entry spec, LocalDate date) {
        paper.centered(spec.text("title").toUpperCase(Locale.ROOT), true, 13);
        paper.centered(name(), false, 11);
        table(paper, spec);
        paper.signature("Contoh, " + words(date), unit.text("head"), unit.text("leader"), unit.text("nip"), true);
    }

    private void letter(Paper paper, Entry spec, String number, LocalDate date) {
        paper.field("Nomor", number);
        paper.field("Hal", spec.text("topic"));
        paper.space(12);
        for (var text : spec.texts("body")) {
            paper.paragraph(filled(text));
        }
        paper.signature("Contoh, " + words(date), unit.text("head"), unit.text("leader"), unit.text("nip"), true);
    }

    private void report(Paper paper, Entry spec, String number, LocalDate date) {
        paper.centered("LAPORAN", true, 13);
        paper.centered(spec.text("title"), true, 12);
        paper.centered("Nomor " + number, false, 10);
        paper.heading("1. Pendahuluan");
        paper.paragraph("Laporan ini memuat " + spec.text("topic") + " pada " + name()
                + ". Data dikumpulkan oleh tim kerja pembangunan zona integritas dan diperiksa oleh koordinator area.");
        paper.heading("2. Hasil");
        table(paper, spec);
        paper.heading("3. Temuan");
        paper.list(spec.texts("findings"));
        paper.heading("4. Rekomendasi");
        paper.list(spec.texts("advice"));
        paper.signature("Contoh, " + words(date), unit.text("head"), unit.text("leader"), unit.text("nip"), true);
    }

    private static void table(Paper paper, Entry spec) {
        var columns = new ArrayList<String>();
        columns.add("No");
        columns.addAll(spec.texts("columns"));
        var shares = new ArrayList<Float>();
        for (int i = 0; i < columns.size(); i++) {
            shares.add(i == 0 ? 0.5f : 3f);
        }
        var rows = new ArrayList<List<String>>();
        for (var cells : spec.table("rows")) {
            var row = new ArrayList<String>();
            row.add(String.valueOf(rows.size() + 1));
            row.addAll(cells);
            rows.add(row);
        }
        paper.table(shares, columns, rows);
    }

    private byte[] register(Entry spec, LocalDate date) {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Register");
            var head = book.createCellStyle();
            var font = book.createFont();
            font.setBold(true);
            head.setFont(font);
            head.setFillForegroundColor(IndexedColors.LIGHT_GREEN.getIndex());
            head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            sheet.createRow(0).createCell(0).setCellValue(spec.text("title"));
            sheet.createRow(1).createCell(0).setCellValue(name() + ", " + words(date));
            var columns = spec.texts("columns");
            var titles = sheet.createRow(3);
            for (int i = 0; i < columns.size(); i++) {
                var cell = titles.createCell(i);
                cell.setCellValue(columns.get(i));
                cell.setCellStyle(head);
                sheet.setColumnWidth(i, (i == 0 ? 8 : 26) * 256);
            }
            var values = spec.table("values");
            for (int line = 0; line < spec.number("lines"); line++) {
                var row = sheet.createRow(4 + line);
                row.createCell(0).setCellValue(line + 1);
                for (int column = 0; column < values.size(); column++) {
                    var choices = values.get(column);
                    var value = choices.get(line % choices.size());
                    var shown = value.startsWith("Pegawai ") ? staff(line) : value;
                    var cell = row.createCell(column + 1);
                    if (shown.matches("-?\\d+")) {
                        cell.setCellValue(Integer.parseInt(shown));
                    } else {
                        cell.setCellValue(shown);
                    }
                }
            }
            sheet.createFreezePane(0, 4);
            var written = Date.from(date.atStartOfDay().toInstant(ZoneOffset.UTC));
            var properties = book.getProperties().getCoreProperties();
            properties.setCreator(name());
            properties.setCreated(Optional.of(written));
            properties.setModified(Optional.of(written));
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return steady(bytes.toByteArray(), date);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same container with the date of the paper instead of the time of writing. */
    private static byte[] steady(byte[] container, LocalDate date) throws IOException {
        var steady = new ByteArrayOutputStream(container.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(container));
                var out = new ZipOutputStream(steady)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(LocalDateTime.of(date, java.time.LocalTime.NOON));
                out.putNextEntry(copy);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return steady.toByteArray();
    }

    private static String words(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, INDONESIAN) + ", " + date.getDayOfMonth() + " "
                + date.getMonth().getDisplayName(TextStyle.FULL, INDONESIAN) + " " + date.getYear();
    }
}

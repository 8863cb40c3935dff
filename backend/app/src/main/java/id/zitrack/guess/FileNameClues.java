package id.zitrack.guess;

import id.zitrack.inspection.FileName;
import id.zitrack.inspection.FileType;
import id.zitrack.reading.Words;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the path of a file says about it: folders and name as people keep them on their computers.
 *
 * @param folders outermost first
 * @param name without its ending
 * @param extension in lower case, without the dot
 */
public record FileNameClues(List<String> folders, String name, String extension) {

    /** What other programs leave in folders. */
    private static final Pattern OF_A_SYSTEM = Pattern.compile(
            "\\..*|~\\$.*|thumbs\\.db|desktop\\.ini|icon\\r?|.*\\.(tmp|lnk|url|ini|db|part|crdownload)");

    private static final Set<String> OTHER_ENDINGS =
            Set.of("jpeg", "jpe", "jfif", "heif", "m4v", "text", "log", "md", "tsv");

    /** What is added to the name of a copy. */
    private static final Pattern COPY = Pattern.compile(
            "(\\s*-\\s*(copy|copi|kopi|salin|salinan)(\\s*\\(?\\d*\\)?)?|\\s*\\(\\d{1,3}\\))+$"
                    + "|^(copy of|salinan dari|salinan)\\s+",
            Pattern.CASE_INSENSITIVE);

    /** Words that name a kind of document, with the kind; the first in a name counts, the longer before the shorter. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("sk", "decree"),
            Map.entry("keputusan", "decree"),
            Map.entry("kepdis", "decree"),
            Map.entry("kepkadis", "decree"),
            Map.entry("penetapan", "decree"),
            Map.entry("undangan", "invitation"),
            Map.entry("und", "invitation"),
            Map.entry("daftar hadir", "attendance"),
            Map.entry("absen", "attendance"),
            Map.entry("absensi", "attendance"),
            Map.entry("presensi", "attendance"),
            Map.entry("kehadiran", "attendance"),
            Map.entry("notulen", "minutes"),
            Map.entry("notulensi", "minutes"),
            Map.entry("notula", "minutes"),
            Map.entry("risalah", "minutes"),
            Map.entry("berita acara", "minutes"),
            Map.entry("foto", "photo"),
            Map.entry("photo", "photo"),
            Map.entry("dokumentasi", "photo"),
            Map.entry("img", "photo"),
            Map.entry("dsc", "photo"),
            Map.entry("whatsapp image", "photo"),
            Map.entry("laporan", "report"),
            Map.entry("lap", "report"),
            Map.entry("lhe", "report"),
            Map.entry("lkjip", "report"),
            Map.entry("lakip", "report"),
            Map.entry("monev", "report"),
            Map.entry("rencana", "plan"),
            Map.entry("renaksi", "plan"),
            Map.entry("renstra", "plan"),
            Map.entry("renja", "plan"),
            Map.entry("rkt", "plan"),
            Map.entry("program kerja", "plan"),
            Map.entry("jadwal", "plan"),
            Map.entry("sop", "sop"),
            Map.entry("standar operasional prosedur", "sop"),
            Map.entry("register", "register"),
            Map.entry("rekap", "register"),
            Map.entry("rekapitulasi", "register"),
            Map.entry("daftar", "register"),
            Map.entry("matriks", "register"),
            Map.entry("surat", "letter"),
            Map.entry("surat edaran", "letter"),
            Map.entry("surat keputusan", "decree"),
            Map.entry("surat undangan", "invitation"),
            Map.entry("nota dinas", "letter"),
            Map.entry("screenshot", "screenshot"),
            Map.entry("tangkapan layar", "screenshot"),
            Map.entry("screen shot", "screenshot"));

    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "jpe", "jfif", "png", "webp", "heic", "heif");

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("peb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("mei", 5),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("agu", 8),
            Map.entry("agt", 8),
            Map.entry("ags", 8),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("okt", 10),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("nop", 11),
            Map.entry("des", 12),
            Map.entry("dec", 12));

    private static final String MONTH = "(jan(?:uari|uary)?|[fp]eb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may"
            + "|jun[ie]?|jul[iy]?|agu(?:stus)?|agt|ags|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|no[vp](?:ember)?"
            + "|de[sc](?:ember)?)";
    private static final String BETWEEN = "[\\s._-]+";
    private static final Pattern DAY_NAMED = Pattern.compile(
            "(?<!\\d)(\\d{1,2})[\\s._-]*" + MONTH + "[\\s._-]*(20\\d{2})(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(20\\d{2})" + BETWEEN + "(\\d{1,2})" + BETWEEN + "(\\d{1,2})(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(\\d{1,2})" + BETWEEN + "(\\d{1,2})" + BETWEEN + "(20\\d{2})(?!\\d)");
    private static final Pattern YEAR_PACKED = Pattern.compile("(?<!\\d)(20\\d{2})(\\d{2})(\\d{2})(?!\\d)");
    private static final Pattern DAY_PACKED = Pattern.compile("(?<!\\d)(\\d{2})(\\d{2})(20\\d{2})(?!\\d)");

    public static FileNameClues of(String path) {
        var parts = new ArrayList<String>();
        for (var part : Normalizer.normalize(path, Normalizer.Form.NFC).split("[/\\\\]")) {
            var clean = FileName.clean(part.replace(':', ' '));
            if (!clean.isEmpty() || part.startsWith(".")) {
                parts.add(part.startsWith(".") ? part : clean);
            }
        }
        if (parts.isEmpty()) {
            return new FileNameClues(List.of(), "", "");
        }
        var file = parts.remove(parts.size() - 1);
        var extension = file.lastIndexOf('.') > 0 ? FileName.extensionOf(file) : "";
        if (!extension.matches("(?=.*[a-z])[a-z0-9~]{2,11}")) {
            extension = "";
        }
        var name = extension.isEmpty() ? file : file.substring(0, file.length() - extension.length() - 1);
        return new FileNameClues(List.copyOf(parts), name.strip(), extension);
    }

    /** Why the file is better left out, as a slug; null if it may be evidence. */
    @Nullable
    public String leaveOut() {
        var file = (extension.isEmpty() ? name : name + "." + extension).toLowerCase(Locale.ROOT);
        if (OF_A_SYSTEM.matcher(file).matches() || folders.stream().anyMatch(it -> it.equals("__MACOSX"))) {
            return "system-file";
        }
        return isOfAnAllowedType() ? null : "type-not-allowed";
    }

    /** By its ending; the content decides once it is uploaded. */
    private boolean isOfAnAllowedType() {
        if (extension.isEmpty() || OTHER_ENDINGS.contains(extension)) {
            return true;
        }
        for (var type : FileType.values()) {
            if (type.extension().equals(extension)) {
                return true;
            }
        }
        return false;
    }

    /** The name as a title, without what stands in front of it and what copying added to it. */
    public String title(String inFront) {
        var title = name.startsWith(inFront) ? name.substring(inFront.length()) : name;
        title = title.replace('_', ' ').replaceAll("\\s+", " ");
        title = COPY.matcher(title).replaceAll("").replaceAll("^[\\s.)\\]\\-–—,]+|[\\s(\\[\\-–—,]+$", "");
        return title.isBlank() ? name : title;
    }

    /** The kind of document as a slug; null where the name does not tell. */
    @Nullable
    public String docType() {
        var own = kindIn(name);
        if (own == null && !folders.isEmpty()) {
            own = kindIn(folders.get(folders.size() - 1));
        }
        return own == null && PICTURES.contains(extension) ? "photo" : own;
    }

    private static @Nullable String kindIn(String text) {
        var words = " " + String.join(" ", Words.of(text.replace('_', ' '))) + " ";
        String found = null;
        int first = Integer.MAX_VALUE;
        int longest = 0;
        for (var kind : KINDS.entrySet()) {
            int at = words.indexOf(" " + kind.getKey() + " ");
            if (at >= 0 && (at < first || (at == first && kind.getKey().length() > longest))) {
                found = kind.getValue();
                first = at;
                longest = kind.getKey().length();
            }
        }
        return found;
    }

    /** The one day the name gives; null where it gives none, or a month or year only. */
    @Nullable
    public LocalDate date() {
        var named = DAY_NAMED.matcher(name);
        if (named.find()) {
            var month = MONTHS.get(named.group(2).substring(0, 3).toLowerCase(Locale.ROOT));
            return month == null ? null : day(number(named, 3), month, number(named, 1));
        }
        for (var yearFirst : List.of(YEAR_FIRST, YEAR_PACKED)) {
            var matcher = yearFirst.matcher(name);
            if (matcher.find()) {
                return day(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            }
        }
        for (var dayFirst : List.of(DAY_FIRST, DAY_PACKED)) {
            var matcher = dayFirst.matcher(name);
            if (matcher.find()) {
                return day(number(matcher, 3), number(matcher, 2), number(matcher, 1));
            }
        }
        return null;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}

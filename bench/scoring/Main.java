package id.zitrack.bench.scoring;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.ChoiceType;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.instrument.NumberType;
import id.zitrack.instrument.Question;
import id.zitrack.scoring.CheapestPath;
import id.zitrack.scoring.ParsedAnswers;
import id.zitrack.scoring.Scoring;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * How fast sheets are scored, how fast the cheapest path is found, and how long LibreOffice takes for the same sheets.
 *
 * <p>One thread, after warm-up, on sheets with 113 values; measured in time of its core, so that other programs do not
 * count. Prints figures and their ratio to what was promised.
 */
public final class Main {
    private static final String INSTRUMENT = "lke-90-2021";
    private static final int SHEETS_PER_SECOND = 20_000;
    private static final double PATH_MILLIS = 50;
    private static final long SECOND = 1_000_000_000;

    private final Instrument instrument = new InstrumentReader().readBundled(INSTRUMENT);
    private final Random random = new Random(90);

    /** Takes every result, so that no work is left out as useless. */
    private volatile long seen;

    public static void main(String[] arguments) throws Exception {
        new Main().run(Path.of(arguments[0]));
    }

    private void run(Path home) throws Exception {
        System.out.printf(
                "%s, Java %s, %d inti; waktu satu inti%n%n",
                INSTRUMENT, Runtime.version(), Runtime.getRuntime().availableProcessors());
        var full = new ArrayList<Map<String, String>>();
        full.add(read(home.resolve("docs/examples/" + INSTRUMENT + "-lengkap.csv")));
        while (full.size() < 64) {
            full.add(filled(1));
        }
        double perSecond = scoring(full);
        paths(home, full.get(0));
        LibreOffice.compare(instrument, full.subList(0, 11), perSecond);
    }

    private double scoring(List<Map<String, String>> sheets) {
        var parsed = sheets.stream()
                .map(it -> ParsedAnswers.parse(instrument, it))
                .toList();
        double fromText = perSecond(i -> score(ParsedAnswers.parse(instrument, sheets.get(i % sheets.size()))));
        double fromValues = perSecond(i -> score(parsed.get(i % parsed.size())));
        System.out.println("Lembar penuh 113 nilai, tiga nilai, syarat WBK dan WBBM");
        System.out.printf(
                Locale.GERMANY,
                "  dari teks jawaban    %,9.0f per detik   %.1f kali batas %,d%n",
                fromText,
                fromText / SHEETS_PER_SECOND,
                SHEETS_PER_SECOND);
        System.out.printf(
                Locale.GERMANY,
                "  dari nilai terbaca   %,9.0f per detik   %.1f kali batas %,d%n%n",
                fromValues,
                fromValues / SHEETS_PER_SECOND,
                SHEETS_PER_SECOND);
        return fromText;
    }

    private void score(ParsedAnswers answers) {
        var sheet = Scoring.score(answers);
        int sum = sheet.official().total().signum()
                + sheet.strict().total().signum()
                + sheet.best().total().signum();
        for (var award : Award.values()) {
            for (var gate : sheet.gates(award)) {
                sum += Boolean.TRUE.equals(gate.met()) ? 1 : 0;
            }
        }
        seen = sum;
    }

    private static long coreTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The median of five measured seconds after three of warm-up. */
    private static double perSecond(IntConsumer work) {
        var rounds = new double[8];
        for (int round = 0; round < rounds.length; round++) {
            long start = coreTime();
            int done = 0;
            while (coreTime() - start < SECOND) {
                for (int i = 0; i < 50; i++) {
                    work.accept(done++);
                }
            }
            rounds[round] = done * (double) SECOND / (coreTime() - start);
        }
        var measured = Arrays.copyOfRange(rounds, 3, rounds.length);
        Arrays.sort(measured);
        return measured[measured.length / 2];
    }

    private void paths(Path home, Map<String, String> full) throws IOException {
        var sheets = new LinkedHashMap<String, Map<String, String>>();
        for (var name : List.of("sebagian", "contoh-1", "contoh-2", "contoh-3")) {
            sheets.put(name, read(home.resolve("docs/examples/" + INSTRUMENT + "-" + name + ".csv")));
        }
        var half = new LinkedHashMap<>(full);
        full.keySet().stream().filter(it -> half.size() * 2 > full.size()).forEach(half::remove);
        sheets.put("lengkap, separuhnya dikosongkan", half);
        for (int i = 1; i <= 20; i++) {
            sheets.put("acak " + i, filled(0.5));
        }
        sheets.put("kosong", Map.of());
        System.out.println("Jalan terdekat, " + sheets.size() + " lembar dengan dua predikat");
        var all = new ArrayList<Double>();
        var slowest = "";
        for (var sheet : sheets.entrySet()) {
            var answers = ParsedAnswers.parse(instrument, sheet.getValue());
            for (var award : Award.values()) {
                double millis = median(answers, award);
                if (all.stream().allMatch(it -> it < millis)) {
                    slowest = sheet.getKey() + ", " + award;
                }
                all.add(millis);
            }
        }
        all.sort(null);
        double most = all.get(all.size() - 1);
        System.out.printf(
                Locale.GERMANY,
                "  p50 %.2f ms, terlama %.2f ms (%s); batas %.0f ms adalah %.1f kali yang terlama%n%n",
                all.get(all.size() / 2),
                most,
                slowest,
                PATH_MILLIS,
                PATH_MILLIS / most);
    }

    private double median(ParsedAnswers answers, Award award) {
        var millis = new double[15];
        for (int i = 0; i < millis.length; i++) {
            long start = coreTime();
            seen = CheapestPath.find(answers, award, Set.of()).steps();
            millis[i] = (coreTime() - start) / 1e6;
        }
        var measured = Arrays.copyOfRange(millis, 10, millis.length);
        Arrays.sort(measured);
        return measured[measured.length / 2];
    }

    /** A sheet with about this part of its questions answered at random. */
    private Map<String, String> filled(double part) {
        var answers = new LinkedHashMap<String, String>();
        for (var question : instrument.questions()) {
            if (random.nextDouble() < part) {
                answers.put(question.code(), answer(question));
            }
        }
        return answers;
    }

    private String answer(Question question) {
        if (question.type() instanceof ChoiceType choice) {
            return choice.choices().get(random.nextInt(choice.choices().size())).value();
        }
        if (question.type() instanceof NumberType number) {
            return number.max()
                    .multiply(BigDecimal.valueOf(50 + random.nextInt(51), 2))
                    .setScale(2, RoundingMode.HALF_UP)
                    .toPlainString();
        }
        return question.type().counts().keySet().stream()
                .map(it -> it + "=" + random.nextInt(40))
                .collect(Collectors.joining(";"));
    }

    private static Map<String, String> read(Path csv) throws IOException {
        var answers = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(csv)) {
            var cells = line.split(",", 3);
            if (!cells[0].equals("code") && !cells[1].isBlank()) {
                answers.put(cells[0], cells[1]);
            }
        }
        return answers;
    }
}

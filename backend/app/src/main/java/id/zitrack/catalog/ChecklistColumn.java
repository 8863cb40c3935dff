package id.zitrack.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a checklist template, in their order. */
enum ChecklistColumn {
    GROUP("Kelompok", 26, "Nama kelompok. Kosong berarti sama dengan baris di atasnya."),
    CODE("Kode", 10, "Boleh kosong. Huruf dan angka dipisah titik, misalnya 1.a; setiap kode hanya sekali."),
    QUESTION("Pertanyaan", 52, "Satu kalimat yang dijawab unit. Wajib diisi."),
    ANSWER("Jenis jawaban", 16, "Pilih dari daftar. Kosong berarti Ya/Tidak."),
    WEIGHT(
            "Bobot",
            9,
            "Nilai tertinggi butir ini. Isi pada semua butir yang bernilai, atau kosongkan semua:"
                    + " setiap butir lalu bernilai 1."),
    GUIDANCE("Petunjuk", 46, "Boleh kosong. Bagaimana memilih jawaban."),
    EVIDENCE("Bukti", 46, "Boleh kosong. Bukti yang lazim; pisahkan dengan titik koma.");

    private final String heading;
    private final int width;
    private final String explanation;

    ChecklistColumn(String heading, int width, String explanation) {
        this.heading = heading;
        this.width = width;
        this.explanation = explanation;
    }

    String heading() {
        return heading;
    }

    /** Width in characters. */
    int width() {
        return width;
    }

    String explanation() {
        return explanation;
    }

    static Optional<ChecklistColumn> read(String heading) {
        var word = heading.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(it -> it.heading.toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}

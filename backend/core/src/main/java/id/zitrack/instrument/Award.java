package id.zitrack.instrument;

/** The two predicates of a Zona Integritas, each with its own gates (PermenPANRB 90/2021). */
public enum Award {
    /** Wilayah Bebas dari Korupsi. */
    WBK,
    /** Wilayah Birokrasi Bersih dan Melayani. */
    WBBM;

    /** The key of this award in instruments and JSON: {@code wbk}, {@code wbbm}. */
    public String key() {
        return this == WBK ? "wbk" : "wbbm";
    }
}

package id.zitrack.instrument;

/**
 * Names one published instrument.
 *
 * @param id short name in lower case, for example {@code lke-90-2021}
 * @param version version of the content, for example {@code 1}
 */
public record InstrumentKey(String id, String version) {

    @Override
    public String toString() {
        return id + "@" + version;
    }
}

package id.zitrack.instrument;

import java.util.List;

/**
 * One entry of the worksheet's navigation.
 *
 * @param code short code of the entry, for example {@code 1}
 * @param label name on screen
 * @param nodes codes of the groups it shows, for example {@code A.I.1} and {@code A.II.1}
 */
public record Area(String code, Text label, List<String> nodes) {

    /** Whether it puts several parts of the tree together, as Pemenuhan and Reform of one area. */
    public boolean combined() {
        return nodes.size() > 1;
    }
}

package id.zitrack.evidence;

import java.util.Map;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How many places an institution and its units have given to evidence so far. A place is given once; those of removed
 * evidence stay empty.
 *
 * @param units by the id of the unit
 */
@Document("evidence-shelves")
record Shelf(@Id UUID institutionId, long total, Map<String, Long> units) {

    /** The number of the last place of one unit. */
    long lastOf(UUID unitId) {
        return units.getOrDefault(unitId.toString(), 0L);
    }

    /** The name of a place in the row of an institution or of a unit. */
    static String place(UUID row, long number) {
        return row + "/" + number;
    }
}

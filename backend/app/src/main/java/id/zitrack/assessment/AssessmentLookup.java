package id.zitrack.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds assessments for other rooms. */
public interface AssessmentLookup {

    /** An assessment with its answers. */
    Optional<AssessmentView> find(UUID id);

    /** The assessment of one unit in one period, as a line of a list. */
    Optional<AssessmentLine> ofUnit(UUID unitId, UUID periodId);

    /** All assessments of a period as lines of a list, in no particular order. */
    List<AssessmentLine> ofPeriod(UUID periodId);

    /** All assessments of an institution as lines of a list, in no particular order. */
    List<AssessmentLine> ofInstitution(UUID institutionId);

    /** The assessments with these ids as lines of a list, in no particular order; unknown ids are left out. */
    List<AssessmentLine> lines(Collection<UUID> ids);
}

package id.zitrack.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds institutions, units and periods for other rooms. */
public interface OrganizationLookup {

    Optional<UnitView> unit(UUID id);

    /** The units with these ids; unknown ids are left out. */
    Map<UUID, UnitView> units(Collection<UUID> ids);

    /** All units of an institution, also those that are no longer active. */
    Map<UUID, UnitView> allUnitsOf(UUID institutionId);

    /** All active units of an institution, parents before children, then by name. */
    List<UnitView> unitsOf(UUID institutionId);

    Optional<PeriodView> period(UUID id);

    /** The periods of an institution, newest first. */
    List<PeriodView> periodsOf(UUID institutionId);

    /** The name of an institution. */
    Optional<String> institutionName(UUID id);
}

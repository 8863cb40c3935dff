package id.zitrack.evidence;

import static java.util.stream.Collectors.toMap;

import id.zitrack.evidence.Evidence.FileVersion;
import id.zitrack.evidence.Evidence.KeepingStep;
import id.zitrack.identity.Access;
import id.zitrack.identity.Action;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonView;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.UnitView;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Lists evidence that was removed, held or destroyed, the last step first, as far as the caller may know of it. */
@Component
class ListingKept {
    private static final int BATCH = 100;

    private final MongoTemplate mongo;
    private final Readers readers;
    private final KeepingEvidence keeping;
    private final OrganizationLookup organization;
    private final PersonLookup people;
    private final CurrentPerson current;
    private final Access access;
    private final Clock clock;

    ListingKept(
            MongoTemplate mongo,
            Readers readers,
            KeepingEvidence keeping,
            OrganizationLookup organization,
            PersonLookup people,
            CurrentPerson current,
            Access access,
            Clock clock) {
        this.mongo = mongo;
        this.readers = readers;
        this.keeping = keeping;
        this.organization = organization;
        this.people = people;
        this.current = current;
        this.access = access;
        this.clock = clock;
    }

    /** Which of them. */
    enum State {
        REMOVED,
        HELD,
        PURGED
    }

    Page<KeptResponse> list(@Nullable UUID unit, State state, @Nullable String cursor, int limit) {
        var found = new ArrayList<Evidence>();
        int skipped = offset(cursor);
        // Records of other units and secrets are left out here, and the next page begins behind the last one looked at.
        while (found.size() < limit) {
            var batch = mongo.find(query(unit, state).skip(skipped).limit(BATCH), Evidence.class);
            for (var it : batch) {
                if (found.size() == limit) {
                    return new Page<>(responses(found), String.valueOf(skipped));
                }
                skipped++;
                if (readers.mayKnow(it)
                        && access.allowedAt(EvidencePlaces.placeOf(it)).contains(Action.RESTORE_EVIDENCE)) {
                    found.add(it);
                }
            }
            if (batch.size() < BATCH) {
                return new Page<>(responses(found), null);
            }
        }
        return new Page<>(responses(found), String.valueOf(skipped));
    }

    KeptResponse of(Evidence evidence) {
        return responses(List.of(evidence)).get(0);
    }

    private Query query(@Nullable UUID unit, State state) {
        var criteria = Criteria.where("institutionId").is(current.institutionId());
        var step = switch (state) {
            case REMOVED -> "removal.at";
            case HELD -> "hold.at";
            case PURGED -> "purge.at";
        };
        criteria.and(step).gt(Instant.EPOCH);
        if (state != State.PURGED) {
            criteria.and("purge").is(null);
        }
        if (unit != null) {
            criteria.and("unitId").is(unit);
        }
        return Query.query(criteria).with(Sort.by(Sort.Direction.DESC, step).and(Sort.by(Sort.Direction.DESC, "_id")));
    }

    private List<KeptResponse> responses(Collection<Evidence> evidence) {
        var names = people.byIds(evidence.stream()
                .flatMap(it -> it.keeping().stream())
                .map(KeepingStep::by)
                .distinct()
                .toList());
        var units = evidence.stream()
                .map(Evidence::unitId)
                .distinct()
                .map(it -> organization.unit(it).orElse(null))
                .filter(Objects::nonNull)
                .collect(toMap(UnitView::id, Function.identity()));
        var now = clock.instant();
        return evidence.stream().map(it -> response(it, names, units, now)).toList();
    }

    private KeptResponse response(
            Evidence evidence, Map<UUID, PersonView> names, Map<UUID, UnitView> units, Instant now) {
        var unit = units.get(evidence.unitId());
        var hold = evidence.hold();
        return new KeptResponse(
                evidence.id(),
                evidence.unitId(),
                unit == null ? "" : unit.name(),
                evidence.details().title(),
                evidence.current().fileName(),
                evidence.versions().stream().mapToLong(FileVersion::size).sum(),
                evidence.isPurged() ? State.PURGED : evidence.isRemoved() ? State.REMOVED : State.HELD,
                evidence.purgeableFrom(keeping.retention()),
                hold == null ? null : hold.reason(),
                evidence.keeping().stream().map(it -> step(it, names)).toList(),
                may(evidence, now));
    }

    private static KeptResponse.KeptStep step(KeepingStep step, Map<UUID, PersonView> names) {
        var person = names.get(step.by());
        return new KeptResponse.KeptStep(step.kind(), person == null ? null : person.name(), step.at(), step.reason());
    }

    private List<String> may(Evidence evidence, Instant now) {
        if (evidence.isPurged()) {
            return List.of();
        }
        return access.allowedAt(EvidencePlaces.placeOf(evidence)).stream()
                .filter(it -> switch (it) {
                    case RESTORE_EVIDENCE -> evidence.isRemoved();
                    case HOLD_EVIDENCE -> true;
                    case PURGE_EVIDENCE -> isPurgeable(evidence, now);
                    default -> false;
                })
                .map(Action::name)
                .toList();
    }

    private boolean isPurgeable(Evidence evidence, Instant now) {
        var from = evidence.purgeableFrom(keeping.retention());
        return from != null
                && !from.isAfter(now)
                && evidence.hold() == null
                && evidence.links().isEmpty();
    }

    private static int offset(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return 0;
        }
        try {
            return Integer.parseUnsignedInt(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidRequest("cursor", "is not one of ours");
        }
    }
}

package id.zitrack.evidence;

import id.zitrack.evidence.EvidenceIntake.Purpose;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.inspection.FileName;
import id.zitrack.inspection.RefusedFile;
import id.zitrack.instrument.Confidentiality;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.platform.NotThere;
import id.zitrack.quota.LimitingUploads;
import id.zitrack.storage.KeepingFile;
import id.zitrack.storage.ReceivedFile;
import id.zitrack.storage.StoredFile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Turns a received file into evidence of a unit, or into a further version of what is there. */
@Component
class AddingEvidence {
    private final EvidenceRecords records;
    private final Shelving shelving;
    private final FileUses uses;
    private final ChangingEvidence changing;
    private final KeepingFile keeping;
    private final RememberingRejected rejected;
    private final LimitingUploads limits;
    private final LinkingEvidence linking;
    private final AskedEvidence asked;
    private final OrganizationLookup organization;
    private final Readers readers;
    private final CurrentPerson current;
    private final Clock clock;

    AddingEvidence(
            EvidenceRecords records,
            Shelving shelving,
            FileUses uses,
            ChangingEvidence changing,
            KeepingFile keeping,
            RememberingRejected rejected,
            LimitingUploads limits,
            LinkingEvidence linking,
            AskedEvidence asked,
            OrganizationLookup organization,
            Readers readers,
            CurrentPerson current,
            Clock clock) {
        this.records = records;
        this.shelving = shelving;
        this.uses = uses;
        this.changing = changing;
        this.keeping = keeping;
        this.rejected = rejected;
        this.limits = limits;
        this.linking = linking;
        this.asked = asked;
        this.organization = organization;
        this.readers = readers;
        this.current = current;
        this.clock = clock;
    }

    /**
     * What became of an upload.
     *
     * @param alreadyThere whether the unit had this very file before
     */
    record Added(Evidence evidence, boolean alreadyThere) {}

    /** Refuses what could not be kept anyway, before a byte of it has been sent. */
    void requirePossible(UUID unitId, @Nullable Purpose purpose) {
        if (purpose != null) {
            confidentialityOf(unitId, purpose);
        }
    }

    Added add(UUID unitId, ReceivedFile received, @Nullable Purpose purpose) {
        var unit = organization.unit(unitId).orElseThrow(() -> new NotThere("unit", unitId));
        var confidentiality = purpose == null ? Confidentiality.INTERNAL : confidentialityOf(unitId, purpose);
        var file = keep(received, unit.institutionId(), unitId, confidentiality == Confidentiality.SECRET);
        var added = recordOnce(unit.institutionId(), unitId, file, received.claimedName(), confidentiality);
        if (!added.alreadyThere()) {
            limits.count(file.size());
        }
        return purpose == null
                ? added
                : new Added(
                        linking.link(added.evidence().id(), purpose.assessmentId(), purpose.code()),
                        added.alreadyThere());
    }

    Added addVersion(UUID evidenceId, ReceivedFile received, @Nullable String reason) {
        var known = records.findById(evidenceId).orElseThrow(() -> new NotThere("evidence", evidenceId));
        var file = keep(received, known.institutionId(), known.unitId(), known.isSecret());
        uses.note(file.sha256(), evidenceId);
        var changed = new boolean[1];
        var evidence = changing.change(evidenceId, it -> {
            changed[0] = it.replaceFile(file, received.claimedName(), reason, current.id(), now());
            return changed[0];
        });
        if (changed[0]) {
            limits.count(file.size());
            answerWithVersion(evidence);
        }
        return new Added(evidence, !changed[0]);
    }

    /** A new version answers what was asked on the questions that the evidence proves. */
    private void answerWithVersion(Evidence evidence) {
        var brought =
                new AskedEvidence.Brought(evidence.id(), evidence.current().number());
        evidence.links().forEach(it -> asked.brought(it.assessmentId(), it.code(), brought));
    }

    private StoredFile keep(ReceivedFile received, UUID institutionId, UUID unitId, boolean isSecret) {
        try {
            return keeping.keep(received);
        } catch (RefusedFile refused) {
            rejected.remember(institutionId, unitId, received, refused, isSecret);
            throw refused;
        }
    }

    private Confidentiality confidentialityOf(UUID unitId, Purpose purpose) {
        var open = linking.openQuestion(purpose.assessmentId(), purpose.code());
        if (!open.unitId().equals(unitId)) {
            throw new NotThere("assessment of the unit", purpose.assessmentId());
        }
        return open.question().confidentiality();
    }

    /**
     * Makes the record, unless the unit has evidence with this file already.
     *
     * <p>The id follows from unit and file, so that two people who bring the same file at the same moment make one
     * record: the second insert fails. The attempt counts past records that were removed, have moved on to another
     * file, or are secret to the caller.
     */
    private Added recordOnce(
            UUID institutionId, UUID unitId, StoredFile file, String claimedName, Confidentiality confidentiality) {
        var known = uses.ofUnit(unitId, List.of(file.sha256())).stream()
                .filter(it -> isTheSame(it, file))
                .min(Comparator.comparing(Evidence::createdAt));
        if (known.isPresent()) {
            return new Added(known.get(), true);
        }
        for (int attempt = 0; ; attempt++) {
            var id = UUID.nameUUIDFromBytes(
                    (unitId + "/" + file.sha256() + "/" + attempt).getBytes(StandardCharsets.UTF_8));
            var version = Evidence.version(1, file, claimedName, null, current.id(), now());
            var title = new FileName(version.fileName()).title();
            try {
                return new Added(
                        shelving.insert(Evidence.of(
                                id, institutionId, unitId, Details.titled(title, confidentiality), version)),
                        false);
            } catch (DuplicateKeyException takenMeanwhileOrBefore) {
                Optional<Evidence> taken = records.findById(id).filter(it -> isTheSame(it, file));
                if (taken.isPresent()) {
                    return new Added(taken.get(), true);
                }
            }
        }
    }

    private boolean isTheSame(Evidence evidence, StoredFile file) {
        return readers.include(evidence) && evidence.current().sha256().equals(file.sha256());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

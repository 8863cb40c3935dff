package id.zitrack.upload;

import id.zitrack.evidence.EvidenceIntake;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.inspection.EmptyFile;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.NotThere;
import id.zitrack.quota.LimitingUploads;
import id.zitrack.storage.FileTooLarge;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins an upload, unless it is known before its first byte that nothing can come of it. */
@Component
class StartingUpload {
    private static final int LONGEST_REASON = 500;

    private final Uploads uploads;
    private final EvidenceIntake intake;
    private final OrganizationLookup organization;
    private final LimitingUploads limits;
    private final CurrentPerson current;
    private final Clock clock;

    StartingUpload(
            Uploads uploads,
            EvidenceIntake intake,
            OrganizationLookup organization,
            LimitingUploads limits,
            CurrentPerson current,
            Clock clock) {
        this.uploads = uploads;
        this.intake = intake;
        this.organization = organization;
        this.limits = limits;
        this.current = current;
        this.clock = clock;
    }

    /** The most bytes that a file may have. */
    long limit() {
        return limits.maxFileBytes();
    }

    Upload start(UploadTarget target, String metadata, long length) {
        if (length == 0) {
            throw new EmptyFile();
        }
        if (length > limit()) {
            throw new FileTooLarge(limit());
        }
        limits.requireRoom(length);
        if (target.reason() != null && target.reason().length() > LONGEST_REASON) {
            throw new InvalidRequest("reason", "Alasan paling banyak " + LONGEST_REASON + " karakter.");
        }
        var unitId = unitOf(target);
        intake.requirePossible(unitId, target.purpose());
        var institutionId = organization
                .unit(unitId)
                .orElseThrow(() -> new NotThere("unit", unitId))
                .institutionId();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return uploads.insert(new Upload(
                UUID.randomUUID(),
                institutionId,
                unitId,
                current.id(),
                target,
                metadata,
                length,
                now,
                now.plus(Upload.PATIENCE)));
    }

    private UUID unitOf(UploadTarget target) {
        return target.unit() != null ? target.unit() : unitOfEvidence(target.evidence());
    }

    private UUID unitOfEvidence(@Nullable UUID id) {
        if (id == null) {
            throw new IllegalArgumentException("An upload is for a unit or for evidence");
        }
        return intake.unitOf(id);
    }
}

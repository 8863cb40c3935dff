package id.zitrack.upload;

import id.zitrack.evidence.EvidenceIntake;
import id.zitrack.evidence.EvidenceIntake.Taken;
import id.zitrack.platform.DomainProblem;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.ObjectStore;
import id.zitrack.platform.PartStore;
import id.zitrack.storage.Measure;
import id.zitrack.storage.ReceivedFile;
import id.zitrack.upload.Upload.Outcome;
import id.zitrack.upload.Upload.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes evidence of an upload whose bytes have all arrived.
 *
 * <p>Each step can be done again: a process killed between two of them leaves an upload that the next request about it
 * finishes, and the evidence is the same because its id follows from unit and file.
 */
@Component
class FinishingUpload {
    private static final int BLOCK = 64 * 1024;

    private final HoldingUploads holding;
    private final Uploads uploads;
    private final EvidenceIntake intake;
    private final ObjectStore store;
    private final PartStore parts;
    private final Clock clock;

    FinishingUpload(
            HoldingUploads holding,
            Uploads uploads,
            EvidenceIntake intake,
            ObjectStore store,
            PartStore parts,
            Clock clock) {
        this.holding = holding;
        this.uploads = uploads;
        this.intake = intake;
        this.store = store;
        this.parts = parts;
        this.clock = clock;
    }

    /** Finishes an upload that nobody is finishing yet, if it is complete and has no outcome. */
    Upload finish(UUID id) {
        var upload = uploads.findById(id).orElseThrow(() -> new NotThere("upload", id));
        if (upload.outcome() != null || !upload.isComplete()) {
            return upload;
        }
        try (var held = holding.hold(id)) {
            finish(held);
            return held.upload();
        }
    }

    /**
     * Finishes a complete upload. A problem of the file is its outcome; a store that does not answer is none, and the
     * next request tries again.
     */
    void finish(HeldUpload held) {
        if (held.upload().outcome() != null) {
            return;
        }
        try (var alive = holding.whileAlive(held)) {
            makeWhole(held);
            measure(held);
            var outcome = outcomeOf(held.upload());
            held.save(it -> it.end(outcome));
        }
    }

    private void makeWhole(HeldUpload held) {
        var upload = held.upload();
        var multipart = upload.multipart();
        if (upload.isWhole() || multipart == null) {
            return;
        }
        try {
            parts.complete(upload.key(), multipart, upload.parts());
        } catch (NotThere madeWholeBefore) {
            if (store.size(upload.key()).filter(it -> it == upload.length()).isEmpty()) {
                throw madeWholeBefore;
            }
        }
        held.save(it -> it.becomeWhole(clock.instant()));
    }

    private void measure(HeldUpload held) {
        var upload = held.upload();
        if (upload.sha256() != null) {
            return;
        }
        var measure = new Measure();
        try (var stream = store.get(upload.key())) {
            var block = new byte[BLOCK];
            for (int read = stream.read(block); read >= 0; read = stream.read(block)) {
                measure.update(block, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read back " + upload.key(), e);
        }
        if (measure.size() != upload.length()) {
            throw new IllegalStateException("The store holds less than it took of " + upload.key());
        }
        held.save(it -> it.measured(measure.sha256(), measure.crc32()));
    }

    private Outcome outcomeOf(Upload upload) {
        try {
            var taken = take(upload);
            return new Outcome(taken.evidenceId(), wasThereBefore(upload, taken), null);
        } catch (DomainProblem problem) {
            if (problem.status() >= 500) {
                throw problem;
            }
            return new Outcome(
                    null,
                    false,
                    new Refusal(
                            problem.slug(), problem.status(), String.valueOf(problem.getMessage()), problem.extras()));
        }
    }

    private Taken take(Upload upload) {
        var sha256 = upload.sha256();
        var crc32 = upload.crc32();
        if (sha256 == null || crc32 == null) {
            throw new IllegalStateException("Upload " + upload.id() + " has not been measured");
        }
        var target = upload.target();
        var received = new ReceivedFile(upload.key(), target.fileName(), sha256, crc32, upload.length());
        var evidence = target.evidence();
        return evidence == null
                ? intake.take(upload.unitId(), received, target.purpose())
                : intake.takeVersion(evidence, received, target.reason());
    }

    /** A second attempt finds what the first one has made: that does not count as having been there. */
    private static boolean wasThereBefore(Upload upload, Taken taken) {
        var isOurs = taken.by().equals(upload.ownerId()) && !taken.at().isBefore(upload.createdAt());
        return taken.alreadyThere() && !isOurs;
    }
}

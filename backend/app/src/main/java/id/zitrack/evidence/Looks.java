package id.zitrack.evidence;

import id.zitrack.platform.Facts;
import id.zitrack.platform.Recording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes every look at secret evidence in the trail, before anything of it is shown. */
@Component
class Looks {
    private final Recording recording;

    Looks(Recording recording) {
        this.recording = recording;
    }

    /** What of it is shown. */
    enum At {
        DETAILS,
        PREVIEW,
        CONTENT,
        DOSSIER
    }

    /**
     * Notes a look of the caller, if the evidence is secret.
     *
     * @param version null for no certain one
     */
    void note(Evidence evidence, At what, @Nullable Integer version) {
        if (evidence.isSecret()) {
            recording.seen(Facts.about("evidence", evidence.id())
                    .of(evidence.institutionId())
                    .ofUnit(evidence.unitId())
                    .say("look", what)
                    .say("version", version));
        }
    }
}

package id.zitrack.catalog;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.platform.Recording;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Makes a draft a published version that never changes again. */
@Component
class PublishingDraft {
    private final EditingDrafts editing;
    private final Recording recording;
    private final Catalog catalog;
    private final CurrentPerson current;

    PublishingDraft(EditingDrafts editing, Recording recording, Catalog catalog, CurrentPerson current) {
        this.editing = editing;
        this.recording = recording;
        this.catalog = catalog;
        this.current = current;
    }

    /**
     * Publishes a draft and takes it away.
     *
     * <p>In this order, so that nothing is lost if the process dies in between: then the draft is still there, and
     * publishing it again finds its own publication.
     */
    Publication publish(UUID id, long revision) {
        var checked = editing.checked(id);
        var draft = checked.draft();
        if (draft.revision() != revision) {
            throw editing.changedMeanwhile(id);
        }
        var check = checked.check();
        var instrument = check.instrument();
        if (instrument == null || !check.isPublishable()) {
            throw new InstrumentNotPublishable(
                    check, LocaleContextHolder.getLocale().toLanguageTag());
        }
        var publication = catalog.publish(current.institutionId(), id, checked.source(), instrument);
        try {
            recording.remove(draft);
        } catch (OptimisticLockingFailureException e) {
            // Somebody saved it in the meantime: what they wrote stays, as a draft of its own.
        }
        return publication;
    }
}

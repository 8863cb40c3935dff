package id.zitrack.evidence;

import id.zitrack.evidence.Proposal.Existing;
import id.zitrack.evidence.ProposalsRequest.FileOnDisk;
import id.zitrack.guess.FileNameClues;
import id.zitrack.guess.Guess;
import id.zitrack.guess.Guess.Certainty;
import id.zitrack.guess.GuessingQuestions;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Settings;
import id.zitrack.storage.FileLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at the names of files somebody wants to bring in and says what each seems to be. Nothing is stored. */
@Component
class ProposingEvidence {
    private static final int LONGEST_TITLE = 300;

    private final Sheets sheets;
    private final LinkingEvidence linking;
    private final FileLookup files;
    private final FileUses uses;
    private final Readers readers;
    private final Settings settings;

    ProposingEvidence(
            Sheets sheets,
            LinkingEvidence linking,
            FileLookup files,
            FileUses uses,
            Readers readers,
            Settings settings) {
        this.sheets = sheets;
        this.linking = linking;
        this.files = files;
        this.uses = uses;
        this.readers = readers;
        this.settings = settings;
    }

    List<Proposal> propose(UUID unitId, @Nullable UUID assessmentId, List<FileOnDisk> onDisk) {
        var guessing = assessmentId == null ? null : guessing(unitId, assessmentId);
        var existing = existing(unitId, assessmentId, onDisk);
        var firsts = new HashMap<String, Integer>();
        var proposals = new ArrayList<Proposal>();
        for (int i = 0; i < onDisk.size(); i++) {
            var file = onDisk.get(i);
            var sha256 = file.sha256();
            var first = sha256 == null ? null : firsts.putIfAbsent(sha256, i);
            proposals.add(proposal(file, guessing, sha256 == null ? null : existing.get(sha256), first));
        }
        return proposals;
    }

    private GuessingQuestions guessing(UUID unitId, UUID assessmentId) {
        var sheet = sheets.find(assessmentId)
                .filter(it -> it.assessment().unitId().equals(unitId))
                .orElseThrow(() -> new NotThere("assessment of the unit", assessmentId));
        return new GuessingQuestions(
                sheet.instrument(), code -> sheet.assessment().isOpen(code) && linking.isOwnArea(sheet, code));
    }

    private Proposal proposal(
            FileOnDisk file,
            @Nullable GuessingQuestions guessing,
            @Nullable Existing existing,
            @Nullable Integer sameAs) {
        var clues = FileNameClues.of(file.path());
        var leaveOut = leaveOut(clues, file.size());
        var guess = guessing == null || leaveOut != null
                ? new Guess(null, Certainty.NONE, List.of(), "")
                : guessing.guess(clues);
        var title = clues.title(guess.inFront());
        return new Proposal(
                file.path(),
                guess.code(),
                guess.certainty(),
                guess.others(),
                title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE),
                clues.docType(),
                clues.date(),
                leaveOut,
                existing,
                sameAs);
    }

    private @Nullable String leaveOut(FileNameClues clues, long size) {
        var named = clues.leaveOut();
        if (named != null) {
            return named;
        }
        if (size == 0) {
            return "empty-file";
        }
        return size > settings.upload().maxSize().toBytes() ? "too-large" : null;
    }

    /** By hash, the evidence of the unit whose newest file it is. */
    private Map<String, Existing> existing(UUID unitId, @Nullable UUID assessmentId, List<FileOnDisk> onDisk) {
        var hashes = onDisk.stream()
                .map(FileOnDisk::sha256)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var known = files.find(hashes).keySet();
        var existing = new HashMap<String, Existing>();
        for (var it : uses.ofUnit(unitId, known)) {
            if (readers.include(it)) {
                existing.put(
                        it.current().sha256(),
                        new Existing(
                                it.id(),
                                it.details().title(),
                                it.links().stream()
                                        .filter(link -> link.assessmentId().equals(assessmentId))
                                        .map(Evidence.Link::code)
                                        .toList()));
            }
        }
        return existing;
    }
}

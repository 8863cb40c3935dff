package id.zitrack.dossier;

import id.zitrack.dossier.DossierContent.ProofFile;
import id.zitrack.dossier.GatheringDossier.Gathered;
import id.zitrack.evidence.EvidenceLookup;
import id.zitrack.evidence.EvidenceView;
import id.zitrack.identity.Access;
import id.zitrack.instrument.Confidentiality;
import id.zitrack.platform.Download;
import id.zitrack.platform.NotThere;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Writes the documents of an assessment for the person who got a ticket, if they may still have them. */
@Component
class DossierDownload implements Download {
    static final String KIND = "dossier";
    static final String ARCHIVE = "zip";

    private final GatheringDossier gathering;
    private final LkePdf pdf;
    private final EvidenceLookup evidence;
    private final Access access;

    DossierDownload(GatheringDossier gathering, LkePdf pdf, EvidenceLookup evidence, Access access) {
        this.gathering = gathering;
        this.pdf = pdf;
        this.evidence = evidence;
        this.access = access;
    }

    static String what(UUID assessmentId, String kind) {
        return assessmentId + "/" + kind;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ResponseEntity<?> open(String what) {
        var parts = what.split("/", 2);
        var id = UUID.fromString(parts[0]);
        if (!access.may("EXPORT_DOSSIER", "assessment", id)) {
            throw new AccessDeniedException("No longer allowed");
        }
        var gathered = gathering.of(id);
        var content = gathered.content();
        evidence.taken(content.proofs().stream()
                .filter(it -> it.confidentiality().equals(Confidentiality.SECRET.name()))
                .map(DossierContent.Proof::id)
                .toList());
        var name = DossierArchive.name(content);
        return switch (parts[1]) {
            case "pdf" -> answer(name + ".pdf", MediaType.APPLICATION_PDF, print(content));
            case "xlsx" ->
                answer(
                        name + ".xlsx",
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                        LkeWorkbook.write(content));
            case ARCHIVE -> answer(name + ".zip", BagMessageConverter.ZIP, bag(gathered));
            default -> throw new NotThere("document", parts[1]);
        };
    }

    private byte[] print(DossierContent content) {
        return pdf.print(SheetReport.of(content), content.asOf());
    }

    /**
     * Refuses a dossier whose evidence is damaged or lost, before anything is sent.
     *
     * @throws DossierBroken naming what has to be brought again
     */
    void requireWhole(Gathered gathered) {
        var broken = gathered.content().proofs().stream()
                .filter(it -> !isWhole(stored(gathered, it.file())))
                .map(DossierContent.Proof::title)
                .toList();
        if (!broken.isEmpty()) {
            throw new DossierBroken(broken);
        }
    }

    private boolean isWhole(EvidenceView.FileView file) {
        return !file.isDamaged() && evidence.isStored(file);
    }

    /** Everything that can be found wrong is found here, before the first byte is sent. */
    private Bag bag(Gathered gathered) {
        requireWhole(gathered);
        var content = gathered.content();
        return DossierArchive.of(
                content, print(content), LkeWorkbook.write(content), it -> evidence.open(stored(gathered, it)));
    }

    private static EvidenceView.FileView stored(Gathered gathered, ProofFile file) {
        return Objects.requireNonNull(gathered.files().get(file));
    }

    private static <T> ResponseEntity<T> answer(String fileName, MediaType type, T body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .headers(it -> it.setContentDisposition(ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()))
                .body(body);
    }
}

package id.zitrack.evidence;

import id.zitrack.platform.NotThere;
import id.zitrack.storage.FileLookup;
import id.zitrack.storage.FileState;
import id.zitrack.storage.StoredFile;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds evidence for other rooms, as far as the caller may know of it. */
@Component
public class EvidenceLookup {
    private static final int EXPIRING_DAYS = 30;

    private final EvidenceRecords records;
    private final FileLookup files;
    private final Warnings warnings;
    private final Readers readers;
    private final Looks looks;
    private final Clock clock;

    EvidenceLookup(
            EvidenceRecords records, FileLookup files, Warnings warnings, Readers readers, Looks looks, Clock clock) {
        this.records = records;
        this.files = files;
        this.warnings = warnings;
        this.readers = readers;
        this.looks = looks;
        this.clock = clock;
    }

    /** The evidence linked to an assessment that the caller may see; secret evidence of others is left out. */
    public List<EvidenceView> linkedTo(UUID assessmentId) {
        return views(
                records.linkedTo(assessmentId).stream().filter(readers::include).toList());
    }

    /** One piece of evidence, if it is there and the caller may see it. */
    public Optional<EvidenceView> find(UUID id) {
        return records.findById(id)
                .filter(it -> !it.isRemoved() && readers.include(it))
                .map(it -> views(List.of(it)).get(0));
    }

    /** Those of these pieces of evidence that are there and that the caller may see. */
    public List<EvidenceView> find(Collection<UUID> ids) {
        return views(visible(ids));
    }

    /** What an assessor would ask about those of these pieces of evidence that the caller may see, as slugs, by id. */
    public Map<UUID, List<String>> warnings(Collection<UUID> ids) {
        return warnings.of(visible(ids));
    }

    /** Whether the caller may read what is said about questions of a unit whose evidence is secret by nature. */
    public boolean includesSecretsOf(UUID unitId) {
        return readers.includeSecretsOf(unitId);
    }

    private List<Evidence> visible(Collection<UUID> ids) {
        return records.findAllById(ids).stream().filter(readers::include).toList();
    }

    /** Notes in the trail that the caller takes these along in a dossier, as far as they are secret. */
    public void taken(Collection<UUID> ids) {
        records.findAllById(ids).forEach(it -> looks.note(it, Looks.At.DOSSIER, null));
    }

    /** How many pieces of evidence {@link #linkedTo} leaves out because the caller may not see them. */
    public int withheld(UUID assessmentId) {
        return (int) records.linkedTo(assessmentId).stream()
                .filter(it -> !readers.include(it))
                .count();
    }

    /**
     * The bytes of a version, hashed on their way out; the caller closes the stream. On a mismatch the last block is
     * held back, the stream breaks, and the file is withheld from then on, as in every other download.
     */
    public InputStream open(EvidenceView.FileView file) {
        return files.open(files.find(file.sha256()).orElseThrow(() -> new NotThere("file", file.sha256())));
    }

    /**
     * Whether the store holds a file of the size that was uploaded, without reading it. One that it does not hold is
     * withheld from then on.
     */
    public boolean isStored(EvidenceView.FileView file) {
        return files.isStored(file.sha256(), file.size());
    }

    /** How many available pieces of evidence prove each question, secret ones included; others are left out. */
    public Map<String, Integer> availablePerQuestion(UUID assessmentId) {
        var linked = records.linkedTo(assessmentId);
        var available = available(linked);
        var counts = new TreeMap<String, Integer>();
        for (var evidence : linked) {
            if (available.contains(evidence.current().sha256())) {
                evidence.links().stream()
                        .filter(it -> it.assessmentId().equals(assessmentId))
                        .forEach(it -> counts.merge(it.code(), 1, Integer::sum));
            }
        }
        return counts;
    }

    /**
     * Which version of which evidence proves each question now, secret ones included: for comparing with what somebody
     * saw, never to show.
     */
    public Map<String, List<ProofVersion>> proofs(UUID assessmentId) {
        var proofs = new TreeMap<String, List<ProofVersion>>();
        for (var evidence : records.linkedTo(assessmentId)) {
            var proof = new ProofVersion(evidence.id(), evidence.current().number(), readers.include(evidence));
            evidence.links().stream()
                    .filter(it -> it.assessmentId().equals(assessmentId))
                    .forEach(it -> proofs.computeIfAbsent(it.code(), code -> new ArrayList<>())
                            .add(proof));
        }
        return proofs;
    }

    /** The titles of those of these pieces of evidence that the caller may know of, also of removed ones, by id. */
    public Map<UUID, String> knownTitles(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : records.findAllById(ids).stream()
                        .filter(readers::mayKnow)
                        .collect(Collectors.toMap(
                                Evidence::id, it -> it.details().title()));
    }

    /** Whether the caller may know that a piece of evidence exists, or existed before it was removed. */
    public boolean isKnown(UUID id) {
        return records.findById(id).filter(readers::mayKnow).isPresent();
    }

    /** Counts over everything an institution keeps. */
    public EvidenceHealth health(UUID institutionId) {
        var all = records.ofInstitution(institutionId);
        var available = available(all);
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        int usable = 0;
        int expiring = 0;
        int expired = 0;
        long bytes = 0;
        for (var evidence : all) {
            bytes += evidence.versions().stream()
                    .mapToLong(Evidence.FileVersion::size)
                    .sum();
            if (available.contains(evidence.current().sha256())) {
                usable++;
                var until = evidence.details().validUntil();
                if (until != null && until.isBefore(today)) {
                    expired++;
                } else if (until != null && until.isBefore(today.plusDays(EXPIRING_DAYS))) {
                    expiring++;
                }
            }
        }
        return new EvidenceHealth(usable, all.size() - usable, expiring, expired, bytes);
    }

    List<EvidenceView> views(Collection<Evidence> evidence) {
        var stored = stored(evidence);
        return evidence.stream().map(it -> view(it, stored)).toList();
    }

    private Set<String> available(Collection<Evidence> evidence) {
        return files.find(evidence.stream().map(it -> it.current().sha256()).toList()).values().stream()
                .filter(StoredFile::isAvailable)
                .map(StoredFile::sha256)
                .collect(Collectors.toSet());
    }

    private Map<String, StoredFile> stored(Collection<Evidence> evidence) {
        return files.find(evidence.stream()
                .flatMap(it -> it.versions().stream())
                .map(Evidence.FileVersion::sha256)
                .toList());
    }

    private static EvidenceView view(Evidence evidence, Map<String, StoredFile> stored) {
        var details = evidence.details();
        return new EvidenceView(
                evidence.id(),
                evidence.institutionId(),
                evidence.unitId(),
                details.title(),
                details.docType(),
                details.number(),
                details.documentDate(),
                details.activityDate(),
                details.periodFrom(),
                details.periodUntil(),
                details.signer(),
                details.confidentiality(),
                details.note(),
                details.validFrom(),
                details.validUntil(),
                evidence.versions().stream().map(it -> file(it, stored)).toList(),
                evidence.links().stream()
                        .map(it -> new EvidenceView.LinkView(it.assessmentId(), it.code(), evidence.activitiesTo(it)))
                        .toList());
    }

    private static EvidenceView.FileView file(Evidence.FileVersion version, Map<String, StoredFile> stored) {
        var file = stored.get(version.sha256());
        return new EvidenceView.FileView(
                version.number(),
                version.fileName(),
                version.size(),
                version.mediaType(),
                version.sha256(),
                file == null ? 0 : file.crc32(),
                file == null ? FileState.QUARANTINED : file.state(),
                file == null || file.isDamaged(),
                version.by(),
                version.at());
    }
}

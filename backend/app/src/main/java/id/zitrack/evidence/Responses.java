package id.zitrack.evidence;

import id.zitrack.evidence.EvidenceResponse.LinkResponse;
import id.zitrack.evidence.EvidenceResponse.PersonName;
import id.zitrack.evidence.EvidenceResponse.VersionResponse;
import id.zitrack.identity.Access;
import id.zitrack.identity.Action;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonView;
import id.zitrack.storage.FileLookup;
import id.zitrack.storage.FileState;
import id.zitrack.storage.StoredFile;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the API shows of evidence. */
@Component
class Responses {
    private static final Set<Action> SHOWN = EnumSet.of(Action.SEE_EVIDENCE, Action.CHANGE_EVIDENCE);

    private final FileLookup files;
    private final Warnings warnings;
    private final PersonLookup people;
    private final Access access;

    Responses(FileLookup files, Warnings warnings, PersonLookup people, Access access) {
        this.files = files;
        this.warnings = warnings;
        this.people = people;
        this.access = access;
    }

    EvidenceResponse of(Evidence evidence) {
        return of(List.of(evidence)).get(0);
    }

    List<EvidenceResponse> of(Collection<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return List.of();
        }
        var versions = evidence.stream().flatMap(it -> it.versions().stream()).toList();
        var stored =
                files.find(versions.stream().map(Evidence.FileVersion::sha256).toList());
        var names = people.byIds(Stream.concat(
                        versions.stream().map(Evidence.FileVersion::by),
                        evidence.stream()
                                .flatMap(it -> Stream.ofNullable(it.details().readers()))
                                .flatMap(List::stream))
                .distinct()
                .toList());
        var warned = warnings.of(evidence);
        return evidence.stream()
                .map(it -> response(it, stored, names, warned.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private EvidenceResponse response(
            Evidence evidence, Map<String, StoredFile> stored, Map<UUID, PersonView> names, List<String> warned) {
        var details = evidence.details();
        return new EvidenceResponse(
                evidence.id(),
                evidence.unitId(),
                details.title(),
                details.docType(),
                details.number(),
                details.documentDate(),
                details.activityDate(),
                details.periodFrom(),
                details.periodUntil(),
                details.signer(),
                details.confidentiality().name().toLowerCase(Locale.ROOT),
                details.note(),
                details.validFrom(),
                details.validUntil(),
                readers(details, names),
                evidence.revision(),
                evidence.versions().stream()
                        .map(it -> version(it, stored.get(it.sha256()), names.get(it.by())))
                        .toList(),
                evidence.links().stream().map(it -> link(evidence, it)).toList(),
                warned,
                access.allowedAt(EvidencePlaces.placeOf(evidence)).stream()
                        .filter(SHOWN::contains)
                        .map(Action::name)
                        .toList());
    }

    private static @Nullable List<PersonName> readers(Details details, Map<UUID, PersonView> names) {
        var readers = details.readers();
        return readers == null
                ? null
                : readers.stream()
                        .flatMap(it -> Stream.ofNullable(names.get(it)))
                        .map(it -> new PersonName(it.id(), it.name()))
                        .toList();
    }

    private static LinkResponse link(Evidence evidence, Evidence.Link link) {
        var ways = evidence.waysTo(link.assessmentId(), link.code());
        return new LinkResponse(
                link.assessmentId(),
                link.code(),
                ways.stream().anyMatch(Evidence.Link::isDirect),
                evidence.activitiesTo(link));
    }

    private static VersionResponse version(
            Evidence.FileVersion version, @Nullable StoredFile file, @Nullable PersonView by) {
        var state = file == null ? FileState.QUARANTINED : file.state();
        return new VersionResponse(
                version.number(),
                version.fileName(),
                version.size(),
                version.mediaType(),
                version.sha256(),
                state,
                state == FileState.AVAILABLE ? version.reason() : file == null ? "broken" : file.reason(),
                file == null ? null : file.malware(),
                by == null ? null : new PersonName(by.id(), by.name()),
                version.at());
    }
}

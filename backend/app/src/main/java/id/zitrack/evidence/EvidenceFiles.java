package id.zitrack.evidence;

import static java.util.stream.Collectors.toSet;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.UnitView;
import id.zitrack.storage.FileReferences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Stored files are needed by the versions of evidence, until it is destroyed. */
@Component
class EvidenceFiles implements FileReferences {
    private final MongoTemplate mongo;
    private final EvidenceRecords records;
    private final FileUses uses;
    private final Readers readers;
    private final OrganizationLookup organization;
    private final CurrentPerson current;

    EvidenceFiles(
            MongoTemplate mongo,
            EvidenceRecords records,
            FileUses uses,
            Readers readers,
            OrganizationLookup organization,
            CurrentPerson current) {
        this.mongo = mongo;
        this.records = records;
        this.uses = uses;
        this.readers = readers;
        this.organization = organization;
        this.current = current;
    }

    @Override
    public void forEachNeeded(BiConsumer<String, UUID> each) {
        var query = new Query();
        query.fields().include("versions.sha256", "purge");
        try (var all = mongo.stream(query, NamedFiles.class)) {
            all.filter(it -> it.purge() == null)
                    .forEach(it -> it.versions().forEach(version -> each.accept(version.sha256(), it.id())));
        }
    }

    @Override
    public Map<String, Uses> inOwnInstitution(Collection<String> sha256s) {
        var evidence = uses.ofInstitution(current.institutionId(), sha256s);
        var units = units(evidence);
        var found = new HashMap<String, Uses>();
        for (var sha256 : new LinkedHashSet<>(sha256s)) {
            var all = evidence.stream().filter(it -> has(it, sha256)).toList();
            if (!all.isEmpty()) {
                var known = all.stream().filter(readers::include).toList();
                found.put(
                        sha256,
                        new Uses(
                                known.stream()
                                        .flatMap(it -> uses(it, sha256, units).stream())
                                        .toList(),
                                all.size() - known.size()));
            }
        }
        return found;
    }

    @Override
    public Uses everywhere(String sha256) {
        var all = records.withFile(sha256);
        var known = all.stream()
                .filter(it -> it.institutionId().equals(current.institutionId()) && readers.include(it))
                .toList();
        var units = units(known);
        return new Uses(known.stream().map(it -> uses(it, sha256, units).get(0)).toList(), all.size() - known.size());
    }

    private static boolean has(Evidence evidence, String sha256) {
        return evidence.versions().stream().anyMatch(it -> it.sha256().equals(sha256));
    }

    private static List<FileUse> uses(Evidence evidence, String sha256, Map<UUID, UnitView> units) {
        var unit = units.get(evidence.unitId());
        var found = new ArrayList<FileUse>();
        for (var version : evidence.versions()) {
            if (version.sha256().equals(sha256)) {
                found.add(new FileUse(
                        evidence.id(),
                        evidence.details().title(),
                        version.fileName(),
                        evidence.unitId(),
                        unit == null ? "" : unit.name()));
            }
        }
        return found;
    }

    private Map<UUID, UnitView> units(Collection<Evidence> evidence) {
        return organization.units(evidence.stream().map(Evidence::unitId).collect(toSet()));
    }
}

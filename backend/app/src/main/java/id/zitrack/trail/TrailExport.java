package id.zitrack.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.zitrack.identity.Access;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonView;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.UnitView;
import id.zitrack.platform.Download;
import id.zitrack.trail.TrailController.ExportRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes entries out for the person who got a ticket, oldest first, while they are read. */
@Component
class TrailExport implements Download {
    static final String KIND = "trail";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> COLUMNS = List.of(
            "nomor",
            "dicatat",
            "waktu",
            "pelaku",
            "id pelaku",
            "alamat",
            "unit",
            "id unit",
            "jenis",
            "id",
            "perbuatan",
            "perubahan",
            "hash sebelumnya",
            "hash");

    private final ReadingTrail reading;
    private final PersonLookup people;
    private final OrganizationLookup organization;
    private final CurrentPerson current;
    private final Access access;

    TrailExport(
            ReadingTrail reading,
            PersonLookup people,
            OrganizationLookup organization,
            CurrentPerson current,
            Access access) {
        this.reading = reading;
        this.people = people;
        this.organization = organization;
        this.current = current;
        this.access = access;
    }

    static String what(ExportRequest request) {
        return JSON.writeValueAsString(request);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ResponseEntity<?> open(String what) {
        if (!access.may("SEE_TRAIL")) {
            throw new AccessDeniedException("No longer allowed");
        }
        var wanted = JSON.readValue(what, ExportRequest.class);
        var filter = new TrailFilter(
                wanted.unit(), wanted.person(), wanted.kind(), wanted.subject(), wanted.from(), wanted.until());
        var institution = current.institutionId();
        return wanted.format().equals("csv")
                ? answer("jejak.csv", TrailFileConverter.CSV, institution, filter, csv(institution), header())
                : answer("jejak.jsonl", TrailFileConverter.JSON_LINES, institution, filter, TrailExport::jsonLine, "");
    }

    private ResponseEntity<TrailFile> answer(
            String fileName,
            MediaType type,
            UUID institution,
            TrailFilter filter,
            Function<Document, String> line,
            String header) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .headers(it -> it.setContentDisposition(
                        ContentDisposition.attachment().filename(fileName).build()))
                .body(out -> write(out, institution, filter, line, header));
    }

    private void write(
            OutputStream out, UUID institution, TrailFilter filter, Function<Document, String> line, String header)
            throws IOException {
        try (Writer text = new OutputStreamWriter(out, UTF_8);
                Stream<Document> all = reading.stored(institution, filter)) {
            text.write(header);
            for (var it : (Iterable<Document>) all::iterator) {
                text.write(line.apply(it));
            }
        }
    }

    private static String jsonLine(Document link) {
        return "{\"entry\":%s,\"previous\":\"%s\",\"hash\":\"%s\"}\n"
                .formatted(CanonicalForm.of(link), link.getString(Link.PREVIOUS), link.getString(Link.HASH));
    }

    private static String header() {
        // The mark by which spreadsheets know that it is UTF-8.
        return "\uFEFF" + row(COLUMNS.stream());
    }

    private Function<Document, String> csv(UUID institution) {
        var units = organization.allUnitsOf(institution);
        var known = new HashMap<String, String>();
        return link -> {
            var by = link.getString("by");
            var unit = link.getString("unit");
            return row(Stream.of(
                    String.valueOf(link.get("seq")),
                    link.getString("recorded"),
                    link.getString("at"),
                    by == null ? null : known.computeIfAbsent(by, this::nameOfPerson),
                    by,
                    link.getString("address"),
                    unit == null ? null : nameOf(units, unit),
                    unit,
                    link.getString("kind"),
                    link.getString("subject"),
                    link.getString("deed"),
                    changes(link),
                    link.getString(Link.PREVIOUS),
                    link.getString(Link.HASH)));
        };
    }

    private String nameOfPerson(String id) {
        var person = UUID.fromString(id);
        Map<UUID, PersonView> found = people.byIds(Set.of(person));
        return found.containsKey(person)
                ? Objects.requireNonNull(found.get(person)).name()
                : "";
    }

    private static @Nullable String nameOf(Map<UUID, UnitView> units, String id) {
        var unit = units.get(UUID.fromString(id));
        return unit == null ? null : unit.name();
    }

    private static String changes(Document link) {
        return link.getList("changes", Document.class, List.of()).stream()
                .map(it -> "%s: %s → %s"
                        .formatted(
                                it.getString("field"),
                                Objects.requireNonNullElse(it.getString("before"), "–"),
                                Objects.requireNonNullElse(it.getString("after"), "–")))
                .collect(Collectors.joining("; "));
    }

    private static String row(Stream<@Nullable String> cells) {
        return cells.map(it -> cell(it == null ? "" : it)).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** As one field which no spreadsheet takes for a formula. */
    private static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"").replace("\r", " ").replace("\n", " ") + '"';
    }
}

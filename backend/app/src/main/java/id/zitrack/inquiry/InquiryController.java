package id.zitrack.inquiry;

import id.zitrack.assessment.Headings;
import id.zitrack.evidence.AskedEvidence.Brought;
import id.zitrack.evidence.EvidenceLinks;
import id.zitrack.evidence.EvidenceLookup;
import id.zitrack.evidence.Sheets;
import id.zitrack.evidence.Sheets.Sheet;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.Role;
import id.zitrack.instrument.Confidentiality;
import id.zitrack.instrument.Question;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.NotThere;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Documents that assessors ask units for. */
@RestController
@Tag(name = "evidence")
class InquiryController {
    private final Inquiries inquiries;
    private final AnsweringInquiries answering;
    private final EvidenceLinks links;
    private final ShowingInquiries showing;
    private final Sheets sheets;
    private final EvidenceLookup lookup;
    private final Headings headings;
    private final CurrentPerson current;
    private final Clock clock;

    InquiryController(
            Inquiries inquiries,
            AnsweringInquiries answering,
            EvidenceLinks links,
            ShowingInquiries showing,
            Sheets sheets,
            EvidenceLookup lookup,
            Headings headings,
            CurrentPerson current,
            Clock clock) {
        this.inquiries = inquiries;
        this.answering = answering;
        this.links = links;
        this.showing = showing;
        this.sheets = sheets;
        this.lookup = lookup;
        this.headings = headings;
        this.current = current;
        this.clock = clock;
    }

    record InquiryRequest(
            @NotBlank(message = "Pilih pertanyaannya.") @Size(max = 100)
            String code,

            @NotBlank(message = "Tulis dokumen apa yang diminta.")
            @Size(max = 2000, message = "Permintaan paling banyak 2.000 karakter.")
            String text,

            @NotNull(message = "Isi batas waktunya.") LocalDate due) {}

    record InquiryAnswer(
            @NotNull(message = "Pilih buktinya.") UUID evidenceId) {}

    /** What assessors wait for from the units that the caller answers for, the most urgent first. */
    @GetMapping("/api/inquiries")
    @PreAuthorize("@access.may('SEE_EVIDENCE')")
    List<InquiryBody> mine() {
        var open = inquiries.openIn(current.institutionId()).stream()
                .filter(it -> current.rolesOn(it.unitId()).stream().anyMatch(Role::isOfUnit))
                .sorted(Comparator.comparing(Inquiry::due).thenComparing(Inquiry::askedAt))
                .toList();
        var found = sheets.find(open.stream().map(Inquiry::assessmentId).toList());
        return showing
                .of(open.stream()
                        .filter(it -> Optional.ofNullable(found.get(it.assessmentId()))
                                .filter(sheet -> links.isOwnArea(sheet, it.code()) && isVisible(it, sheet))
                                .isPresent())
                        .toList())
                .stream()
                .filter(it -> it.state() == InquiryBody.State.OPEN)
                .toList();
    }

    /** Everything asked on one sheet, the latest first. */
    @GetMapping("/api/assessments/{id}/inquiries")
    @PreAuthorize("@access.may('SEE_EVIDENCE', 'assessment', #id)")
    List<InquiryBody> ofAssessment(@PathVariable UUID id) {
        var sheet = sheets.find(id).orElseThrow(() -> new NotThere("assessment", id));
        return showing.of(inquiries.on(id).stream()
                .filter(it -> isVisible(it, sheet))
                .sorted(Comparator.comparing(Inquiry::askedAt).reversed())
                .toList());
    }

    @PostMapping("/api/assessments/{id}/inquiries")
    @PreAuthorize("@access.may('ASK_FOR_EVIDENCE', 'assessment', #id)")
    ResponseEntity<InquiryBody> ask(@PathVariable UUID id, @Valid @RequestBody InquiryRequest request) {
        var sheet = sheets.find(id).orElseThrow(() -> new NotThere("assessment", id));
        if (sheet.question(request.code()).isEmpty()) {
            throw new NotThere("question", request.code());
        }
        if (request.due().isBefore(headings.today())) {
            throw new InvalidRequest("due", "Batas waktu ini sudah lewat.");
        }
        var assessment = sheet.assessment();
        var made = inquiries.insert(new Inquiry(
                UUID.randomUUID(),
                assessment.institutionId(),
                assessment.unitId(),
                id,
                request.code(),
                request.text().strip(),
                request.due(),
                current.id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return ResponseEntity.created(URI.create("/api/assessments/" + id + "/inquiries"))
                .body(showing.of(List.of(made)).get(0));
    }

    /** Answers with evidence of the unit, which is linked to the question as well. */
    @PutMapping("/api/inquiries/{id}/answer")
    @PreAuthorize("@access.may('LINK_EVIDENCE', 'inquiry', #id)"
            + " and @access.may('CHANGE_EVIDENCE', 'evidence', #request.evidenceId())")
    InquiryBody answer(@PathVariable UUID id, @Valid @RequestBody InquiryAnswer request) {
        var inquiry = find(id);
        if (!inquiry.isOpen()) {
            throw new InquiryClosed(id, inquiry.state());
        }
        int version = links.link(request.evidenceId(), inquiry.assessmentId(), inquiry.code());
        var closed = find(id);
        return showing.of(List.of(
                        closed.isOpen() ? answering.answer(id, new Brought(request.evidenceId(), version)) : closed))
                .get(0);
    }

    /** Takes it back. */
    @DeleteMapping("/api/inquiries/{id}")
    @PreAuthorize("@access.may('ASK_FOR_EVIDENCE', 'inquiry', #id)")
    InquiryBody withdraw(@PathVariable UUID id) {
        return showing.of(List.of(answering.withdraw(id))).get(0);
    }

    /** What is asked on a question that is secret by nature tells about its evidence. */
    private boolean isVisible(Inquiry inquiry, Sheet sheet) {
        return sheet.question(inquiry.code())
                        .map(Question::confidentiality)
                        .filter(it -> it == Confidentiality.SECRET)
                        .isEmpty()
                || lookup.includesSecretsOf(inquiry.unitId());
    }

    private Inquiry find(UUID id) {
        return inquiries.findById(id).orElseThrow(() -> new NotThere("inquiry", id));
    }
}

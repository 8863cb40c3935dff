package id.zitrack.inquiry;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.zitrack.evidence.EvidenceLinks;
import id.zitrack.evidence.EvidenceLookup;
import id.zitrack.evidence.EvidenceResponse.PersonName;
import id.zitrack.evidence.EvidenceView;
import id.zitrack.evidence.Sheets;
import id.zitrack.evidence.Sheets.Sheet;
import id.zitrack.identity.Access;
import id.zitrack.identity.Action;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonView;
import id.zitrack.identity.Place;
import id.zitrack.inquiry.InquiryBody.AnswerLoss;
import id.zitrack.inquiry.InquiryBody.Deed;
import id.zitrack.inquiry.InquiryBody.GivenAnswer;
import id.zitrack.inquiry.InquiryBody.State;
import id.zitrack.organization.OrganizationLookup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the API shows of the documents that assessors ask for. */
@Component
class ShowingInquiries {
    private final EvidenceLookup lookup;
    private final EvidenceLinks links;
    private final Sheets sheets;
    private final OrganizationLookup organization;
    private final PersonLookup people;
    private final Access access;

    ShowingInquiries(
            EvidenceLookup lookup,
            EvidenceLinks links,
            Sheets sheets,
            OrganizationLookup organization,
            PersonLookup people,
            Access access) {
        this.lookup = lookup;
        this.links = links;
        this.sheets = sheets;
        this.organization = organization;
        this.people = people;
        this.access = access;
    }

    /** The inquiries whose sheets are there, in the given order. */
    List<InquiryBody> of(Collection<Inquiry> inquiries) {
        var found = sheets.find(inquiries.stream().map(Inquiry::assessmentId).toList());
        var units = organization.units(inquiries.stream().map(Inquiry::unitId).collect(toSet()));
        var names = people.byIds(inquiries.stream()
                .flatMap(
                        it -> Stream.of(Optional.of(it.askedBy()), closedBy(it)).flatMap(Optional::stream))
                .collect(toSet()));
        var evidence = lookup
                .find(inquiries.stream()
                        .flatMap(it -> Stream.ofNullable(it.answer()))
                        .map(Inquiry.Answer::evidenceId)
                        .collect(toSet()))
                .stream()
                .collect(toMap(EvidenceView::id, it -> it));
        var lostTitles = lookup.knownTitles(inquiries.stream()
                .flatMap(it -> Stream.ofNullable(it.loss()))
                .map(Inquiry.Loss::evidenceId)
                .collect(toSet()));
        return inquiries.stream()
                .flatMap(it -> Stream.ofNullable(found.get(it.assessmentId()))
                        .map(sheet -> body(
                                it,
                                sheet,
                                Optional.ofNullable(units.get(it.unitId()))
                                        .map(unit -> unit.name())
                                        .orElse("–"),
                                names,
                                evidence,
                                lostTitles)))
                .toList();
    }

    private InquiryBody body(
            Inquiry inquiry,
            Sheet sheet,
            String unitName,
            Map<UUID, PersonView> names,
            Map<UUID, EvidenceView> evidence,
            Map<UUID, String> lostTitles) {
        return new InquiryBody(
                inquiry.id(),
                inquiry.unitId(),
                unitName,
                sheet.name(),
                inquiry.code(),
                sheet.label(inquiry.code()),
                inquiry.text(),
                inquiry.due(),
                state(inquiry, sheet),
                name(names.get(inquiry.askedBy())),
                inquiry.askedAt(),
                answer(inquiry, evidence),
                lost(inquiry, lostTitles),
                closedBy(inquiry).map(it -> name(names.get(it))).orElse(null),
                closedAt(inquiry),
                deeds(inquiry, sheet));
    }

    private static State state(Inquiry inquiry, Sheet sheet) {
        return switch (inquiry.state()) {
            case OPEN -> sheet.assessment().stage().isInHand() ? State.OPEN : State.LAPSED;
            case ANSWERED -> State.ANSWERED;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }

    private static @Nullable GivenAnswer answer(Inquiry inquiry, Map<UUID, EvidenceView> evidence) {
        var answer = inquiry.answer();
        var given = answer == null ? null : evidence.get(answer.evidenceId());
        return answer == null || given == null ? null : new GivenAnswer(given.id(), given.title(), answer.version());
    }

    private static @Nullable AnswerLoss lost(Inquiry inquiry, Map<UUID, String> titles) {
        var loss = inquiry.loss();
        return loss == null || !inquiry.isOpen()
                ? null
                : new AnswerLoss(titles.get(loss.evidenceId()), loss.reason(), loss.at());
    }

    private static Optional<UUID> closedBy(Inquiry inquiry) {
        var answer = inquiry.answer();
        var withdrawal = inquiry.withdrawal();
        return answer != null
                ? Optional.of(answer.by())
                : Optional.ofNullable(withdrawal).map(Inquiry.Withdrawal::by);
    }

    private static @Nullable Instant closedAt(Inquiry inquiry) {
        var answer = inquiry.answer();
        var withdrawal = inquiry.withdrawal();
        return answer != null ? answer.at() : withdrawal == null ? null : withdrawal.at();
    }

    private List<Deed> deeds(Inquiry inquiry, Sheet sheet) {
        if (!inquiry.isOpen()) {
            return List.of();
        }
        var assessment = sheet.assessment();
        var allowed = access.allowedAt(new Place(assessment.institutionId(), assessment.unitId(), assessment.stage()));
        var deeds = new ArrayList<Deed>();
        if (allowed.contains(Action.LINK_EVIDENCE) && links.isOwnArea(sheet, inquiry.code())) {
            deeds.add(Deed.ANSWER);
        }
        if (allowed.contains(Action.ASK_FOR_EVIDENCE)) {
            deeds.add(Deed.WITHDRAW);
        }
        return deeds;
    }

    private static @Nullable PersonName name(@Nullable PersonView person) {
        return person == null ? null : new PersonName(person.id(), person.name());
    }
}

package id.zitrack.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.PersonLookup;
import id.zitrack.instrument.InstrumentInvalid;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.instrument.InstrumentSource;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Recording;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Begins, changes and gives up drafts of instruments, all of them of the caller's institution. */
@Component
class EditingDrafts {
    static final int MOST_DRAFTS = 50;
    private static final int TRIES = 20;

    private final InstrumentDrafts drafts;
    private final Catalog catalog;
    private final Recording recording;
    private final CurrentPerson current;
    private final PersonLookup people;
    private final Clock clock;

    EditingDrafts(
            InstrumentDrafts drafts,
            Catalog catalog,
            Recording recording,
            CurrentPerson current,
            PersonLookup people,
            Clock clock) {
        this.drafts = drafts;
        this.catalog = catalog;
        this.recording = recording;
        this.current = current;
        this.people = people;
        this.clock = clock;
    }

    /** Begins a draft as a copy of a published instrument, under the next free version. */
    CheckedDraft copy(InstrumentKey key) {
        var source = catalog.source(key, current.institutionId()).orElseThrow(() -> new NotThere("instrument", key));
        return begin(key, source.with("version", freeVersion(key)));
    }

    /** Begins a draft with one group and one question, under an id that nobody uses. */
    CheckedDraft blank() {
        return begin(null, unused(NewChecklist.of(year())));
    }

    /**
     * Begins a draft with the rows of a filled checklist template, under an id that nobody uses.
     *
     * @throws ChecklistUnreadable with every row that is wrong
     */
    CheckedDraft ofChecklist(byte[] workbook) {
        return begin(null, unused(ChecklistImport.read(workbook, NewChecklist.of(year()))));
    }

    /**
     * Begins a draft with the content of a file, right or wrong.
     *
     * @throws InstrumentUnreadable if it is no plain YAML
     */
    CheckedDraft ofYaml(byte[] yaml) {
        try {
            return begin(null, InstrumentSource.ofYaml(yaml));
        } catch (InstrumentInvalid invalid) {
            throw new InstrumentUnreadable(invalid);
        }
    }

    /** Replaces the content of a draft, right or wrong. */
    CheckedDraft save(UUID id, long revision, Map<String, @Nullable Object> values) {
        var draft = find(id);
        if (draft.revision() != revision) {
            throw changedMeanwhile(id);
        }
        InstrumentSource source;
        try {
            source = InstrumentSource.of(values);
        } catch (InstrumentInvalid invalid) {
            throw new InstrumentUnreadable(invalid);
        }
        var check = check(source);
        draft.save(source, check, clock.instant(), current.id());
        try {
            return new CheckedDraft(drafts.save(draft), source, check);
        } catch (OptimisticLockingFailureException e) {
            throw changedMeanwhile(id);
        }
    }

    void delete(UUID id) {
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                recording.remove(find(id));
                return;
            } catch (OptimisticLockingFailureException savedMeanwhile) {
                Thread.onSpinWait();
            }
        }
        throw changedMeanwhile(id);
    }

    List<InstrumentDraft> all() {
        return drafts.findByInstitutionId(current.institutionId());
    }

    CheckedDraft checked(UUID id) {
        var draft = find(id);
        var source = InstrumentSource.ofYaml(draft.yaml().getBytes(UTF_8));
        return new CheckedDraft(draft, source, check(source));
    }

    /** The draft as its readers see it. */
    DraftBody body(CheckedDraft checked) {
        return DraftBody.of(
                checked,
                people.byIds(Set.of(checked.draft().updatedBy())),
                LocaleContextHolder.getLocale().toLanguageTag());
    }

    /** Tells what stands in a draft now; that it is gone if it is. */
    ChangedMeanwhile changedMeanwhile(UUID id) {
        return new ChangedMeanwhile("The draft", body(checked(id)));
    }

    private InstrumentDraft find(UUID id) {
        return drafts.findById(id)
                .filter(it -> it.institutionId().equals(current.institutionId()))
                .orElseThrow(() -> new NotThere("instrument draft", id));
    }

    private CheckedDraft begin(@Nullable InstrumentKey basedOn, InstrumentSource source) {
        if (all().size() >= MOST_DRAFTS) {
            throw new TooManyDrafts(MOST_DRAFTS);
        }
        var check = check(source);
        var draft = InstrumentDraft.of(current.institutionId(), basedOn, source, check, clock.instant(), current.id());
        return new CheckedDraft(drafts.save(draft), source, check);
    }

    private int year() {
        return LocalDate.now(clock).getYear();
    }

    private DraftCheck check(InstrumentSource source) {
        return DraftCheck.of(source, catalog.ships(source.key().id()));
    }

    private String freeVersion(InstrumentKey key) {
        var taken = taken().filter(it -> it.id().equals(key.id()))
                .map(InstrumentKey::version)
                .toList();
        return catalog.ships(key.id())
                ? VersionNumbers.nextOwn(key.version(), taken)
                : VersionNumbers.next(key.version(), taken);
    }

    private InstrumentSource unused(InstrumentSource source) {
        var taken = taken().map(InstrumentKey::id).collect(Collectors.toSet());
        var id = source.key().id();
        for (int number = 2; taken.contains(id); number++) {
            id = source.key().id() + "-" + number;
        }
        return source.with("id", id);
    }

    /** What is published and what other drafts are going to be. */
    private Stream<InstrumentKey> taken() {
        var planned = all().stream()
                .map(it -> new InstrumentKey(it.head().instrumentId(), it.head().version()));
        return Stream.concat(catalog.keys().stream(), planned);
    }
}

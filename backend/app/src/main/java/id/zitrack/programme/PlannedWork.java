package id.zitrack.programme;

import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One piece of work in a unit's plan for a year, with what was done of it by quarter. */
@Document("plannedWork")
@CompoundIndex(def = "{'unitId': 1, 'year': 1}")
@CompoundIndex(def = "{'institutionId': 1, 'year': 1}")
class PlannedWork implements Recorded {
    @Id
    private final UUID id;

    @Version
    private @Nullable Long version;

    private final UUID institutionId;
    private final UUID unitId;
    private final int year;
    private About about;
    private final List<Quarter> quarters;
    private final UUID createdBy;
    private final Instant createdAt;

    /**
     * What is planned.
     *
     * @param periodId whose instrument the area and the codes belong to; null if it serves no question
     * @param month the month of its one quarter in which it should happen, 1 to 12
     * @param personId who is in charge; null for somebody without an account
     * @param person the name of somebody without an account
     * @param output the document or result that is expected
     */
    record About(
            String title,
            @Nullable UUID periodId,
            @Nullable String area,
            @Nullable Integer month,
            @Nullable UUID personId,
            @Nullable String person,
            List<String> codes,
            @Nullable String output,
            List<UUID> activityIds) {}

    /** A quarter in which it is planned, and whether it was done. */
    record Quarter(
            int number,
            @Nullable String note,
            @Nullable UUID doneBy,
            @Nullable Instant doneAt) {
        boolean isDone() {
            return doneAt != null;
        }
    }

    /** How it stands on a day. */
    enum State {
        PLANNED,
        DONE,
        LATE
    }

    PlannedWork(
            UUID id,
            UUID institutionId,
            UUID unitId,
            int year,
            About about,
            List<Quarter> quarters,
            UUID createdBy,
            Instant createdAt) {
        this.id = id;
        this.institutionId = institutionId;
        this.unitId = unitId;
        this.year = year;
        this.about = about;
        this.quarters = new ArrayList<>(quarters);
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    static PlannedWork of(
            UUID id,
            UUID institutionId,
            UUID unitId,
            int year,
            About about,
            SortedSet<Integer> planned,
            UUID by,
            Instant at) {
        var work = new PlannedWork(id, institutionId, unitId, year, about, List.of(), by, at);
        work.describe(about, planned);
        return work;
    }

    /** Plans it anew; what was done in a quarter that is no longer planned is forgotten. */
    void describe(About now, SortedSet<Integer> planned) {
        about = now;
        quarters.removeIf(it -> !planned.contains(it.number()));
        planned.stream()
                .filter(it -> quarters.stream().noneMatch(quarter -> quarter.number() == it))
                .forEach(it -> quarters.add(new Quarter(it, null, null, null)));
        quarters.sort(Comparator.comparingInt(Quarter::number));
    }

    /**
     * Says what was done in a quarter.
     *
     * @param at null if it is not done
     * @throws QuarterNotPlanned if nothing is planned then
     */
    void report(int quarter, @Nullable String note, UUID by, @Nullable Instant at) {
        if (quarters.stream().noneMatch(it -> it.number() == quarter)) {
            throw new QuarterNotPlanned(id, quarter);
        }
        quarters.replaceAll(it -> {
            if (it.number() != quarter) {
                return it;
            }
            // Who said first that it is done stays when only the note changes.
            return at != null && it.isDone()
                    ? new Quarter(quarter, note, it.doneBy(), it.doneAt())
                    : new Quarter(quarter, note, at == null ? null : by, at);
        });
    }

    State state(Quarter quarter, LocalDate today) {
        if (quarter.isDone()) {
            return State.DONE;
        }
        return today.isAfter(lastDay(quarter)) ? State.LATE : State.PLANNED;
    }

    /** Late if any quarter is, done if all are. */
    State state(LocalDate today) {
        if (quarters.stream().anyMatch(it -> state(it, today) == State.LATE)) {
            return State.LATE;
        }
        return quarters.stream().allMatch(Quarter::isDone) ? State.DONE : State.PLANNED;
    }

    private LocalDate lastDay(Quarter quarter) {
        var month = about.month();
        return YearMonth.of(year, month == null ? quarter.number() * 3 : month).atEndOfMonth();
    }

    @Override
    public List<Facts> facts() {
        var facts = Facts.about("planned-work", id)
                .of(institutionId)
                .ofUnit(unitId)
                .say("year", year)
                .say("title", about.title())
                .say("period", about.periodId())
                .say("area", about.area())
                .say("month", about.month())
                .say("owner", about.personId() == null ? about.person() : about.personId())
                .say("output", about.output());
        about.codes().forEach(it -> facts.say("question:" + it, "+"));
        about.activityIds().forEach(it -> facts.say("activity:" + it, "+"));
        quarters.forEach(it -> facts.say("quarter:" + it.number(), it.isDone()).say("note:" + it.number(), it.note()));
        return List.of(facts);
    }

    /** Counts every change, from 1. */
    long revision() {
        return version == null ? 1 : version + 1;
    }

    UUID id() {
        return id;
    }

    UUID institutionId() {
        return institutionId;
    }

    UUID unitId() {
        return unitId;
    }

    int year() {
        return year;
    }

    About about() {
        return about;
    }

    List<Quarter> quarters() {
        return List.copyOf(quarters);
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}

package id.zitrack.organization;

import id.zitrack.platform.Facts;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.NotThere;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One round of assessments with one instrument.
 *
 * @param revision counts the changes of this period, from 0
 * @param moves what was moved in its calendar, oldest first
 * @param extensions more time for single units, oldest first
 */
record Period(UUID id, Details details, long revision, List<MovedEntry> moves, List<Extension> extensions) {
    static final int MOST_ROUNDS = 20;

    /** Periods stored before there were moves and extensions have none. */
    Period {
        moves = List.copyOf(Objects.requireNonNullElse(moves, List.of()));
        extensions = List.copyOf(Objects.requireNonNullElse(extensions, List.of()));
    }

    static Period begin(UUID id, Details details) {
        return new Period(id, details, 0, List.of(), List.of());
    }

    /**
     * What an administrator says about a period; dates are null until a letter sets them.
     *
     * @param closesAutomatically whether answers lock when the deadline of the unit has passed; null is no
     * @param withController whether a controller of the TPI must see a sheet before it is accepted; null is no
     */
    record Details(
            String name,
            int year,
            String instrumentId,
            String instrumentVersion,
            @Nullable LocalDate opensOn,
            @Nullable LocalDate unitDeadline,
            @Nullable LocalDate reviewDeadline,
            @Nullable LocalDate nominationDeadline,
            @Nullable List<ReviewRound> rounds,
            @Nullable RepairWindow repairWindow,
            @Nullable LocalDate appealFrom,
            @Nullable LocalDate appealUntil,
            @Nullable Boolean closesAutomatically,
            @Nullable Boolean withController) {

        boolean usesSameInstrumentAs(Details other) {
            return instrumentId.equals(other.instrumentId) && instrumentVersion.equals(other.instrumentVersion);
        }

        List<ReviewRound> allRounds() {
            return rounds == null ? List.of() : rounds;
        }

        void requireDatesInOrder() {
            requireInOrder(opensOn, unitDeadline, reviewDeadline, nominationDeadline);
            requireInOrder(appealFrom, appealUntil);
            if (allRounds().size() > MOST_ROUNDS) {
                throw new InvalidRequest("rounds", "paling banyak " + MOST_ROUNDS + " putaran");
            }
            if (allRounds().stream().map(it -> key(it.name())).distinct().count()
                    < allRounds().size()) {
                throw new InvalidRequest("rounds", "nama putaran tidak boleh sama");
            }
            allRounds().forEach(it -> requireInOrder(it.from(), it.until()));
        }

        /**
         * What was asked for, on top of what is here: a date that is not set yet may be, and one that is stays.
         *
         * @throws DatesMoveByLetter if a date that is set is to change
         */
        Details completedBy(Details asked) {
            for (var entry : CalendarEntry.values()) {
                if (entry != CalendarEntry.REVIEW_ROUND) {
                    requireKept(entry, value(entry, null), asked.value(entry, null));
                }
            }
            if (asked.rounds != null && !asked.rounds.containsAll(allRounds())) {
                throw new DatesMoveByLetter(CalendarEntry.REVIEW_ROUND);
            }
            return new Details(
                    asked.name,
                    asked.year,
                    asked.instrumentId,
                    asked.instrumentVersion,
                    either(opensOn, asked.opensOn),
                    either(unitDeadline, asked.unitDeadline),
                    either(reviewDeadline, asked.reviewDeadline),
                    either(nominationDeadline, asked.nominationDeadline),
                    either(asked.rounds, rounds),
                    either(repairWindow, asked.repairWindow),
                    either(appealFrom, asked.appealFrom),
                    either(appealUntil, asked.appealUntil),
                    either(asked.closesAutomatically, closesAutomatically),
                    either(asked.withController, withController));
        }

        /** The value of an entry now; {@link EntryValue#NONE} while it is not set. */
        EntryValue value(CalendarEntry entry, @Nullable String round) {
            return switch (entry) {
                case OPENING -> EntryValue.from(opensOn);
                case UNIT_DEADLINE -> EntryValue.until(unitDeadline);
                case REVIEW_DEADLINE -> EntryValue.until(reviewDeadline);
                case NOMINATION_DEADLINE -> EntryValue.until(nominationDeadline);
                case APPEAL_WINDOW -> new EntryValue(appealFrom, appealUntil, null, null);
                case REPAIR_WINDOW ->
                    repairWindow == null
                            ? EntryValue.NONE
                            : new EntryValue(null, null, repairWindow.days(), repairWindow.workingDays());
                case REVIEW_ROUND ->
                    allRounds().stream()
                            .filter(it -> it.name().equals(round))
                            .findFirst()
                            .map(it -> new EntryValue(it.from(), it.until(), null, null))
                            .orElseThrow(() -> new NotThere("round", String.valueOf(round)));
            };
        }

        /** The same with another value for one entry. */
        Details with(CalendarEntry entry, @Nullable String round, EntryValue value) {
            return new Details(
                    name,
                    year,
                    instrumentId,
                    instrumentVersion,
                    entry == CalendarEntry.OPENING ? value.from() : opensOn,
                    entry == CalendarEntry.UNIT_DEADLINE ? value.until() : unitDeadline,
                    entry == CalendarEntry.REVIEW_DEADLINE ? value.until() : reviewDeadline,
                    entry == CalendarEntry.NOMINATION_DEADLINE ? value.until() : nominationDeadline,
                    entry == CalendarEntry.REVIEW_ROUND ? moved(round, value) : rounds,
                    entry == CalendarEntry.REPAIR_WINDOW ? window(value) : repairWindow,
                    entry == CalendarEntry.APPEAL_WINDOW ? value.from() : appealFrom,
                    entry == CalendarEntry.APPEAL_WINDOW ? value.until() : appealUntil,
                    closesAutomatically,
                    withController);
        }

        private List<ReviewRound> moved(@Nullable String round, EntryValue value) {
            return allRounds().stream()
                    .flatMap(it -> it.name().equals(round) ? movedRound(it.name(), value) : Stream.of(it))
                    .toList();
        }

        private static Stream<ReviewRound> movedRound(String name, EntryValue value) {
            var from = value.from();
            var until = value.until();
            if (from == null && until == null) {
                return Stream.of();
            }
            if (from == null || until == null) {
                throw new InvalidRequest(from == null ? "from" : "until", "putaran mempunyai awal dan akhir");
            }
            return Stream.of(new ReviewRound(name, from, until));
        }

        private static @Nullable RepairWindow window(EntryValue value) {
            var days = value.days();
            return days == null ? null : new RepairWindow(days, Objects.equals(value.workingDays(), true));
        }

        private static void requireKept(CalendarEntry entry, EntryValue now, EntryValue asked) {
            if (!now.isNone() && !asked.isNone() && !now.equals(asked)) {
                throw new DatesMoveByLetter(entry);
            }
        }

        private static void requireInOrder(@Nullable LocalDate... days) {
            var dates = new ArrayList<LocalDate>();
            for (var date : days) {
                if (date != null) {
                    dates.add(date);
                }
            }
            if (!dates.equals(dates.stream().sorted().toList())) {
                throw new DatesOutOfOrder();
            }
        }

        private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
            return first == null ? second : first;
        }

        private static String key(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /** The same period as an administrator describes it now. */
    Period described(Details asked) {
        var now = details.completedBy(asked);
        now.requireDatesInOrder();
        return new Period(id, now, revision + 1, moves, extensions);
    }

    Period moved(MovedEntry move) {
        var now = details.with(move.entry(), move.round(), move.after());
        now.requireDatesInOrder();
        return new Period(
                id,
                now,
                revision + 1,
                Stream.concat(moves.stream(), Stream.of(move)).toList(),
                extensions);
    }

    Period extended(Extension extension) {
        return new Period(
                id,
                details,
                revision + 1,
                moves,
                Stream.concat(extensions.stream(), Stream.of(extension)).toList());
    }

    Facts facts() {
        var repair = details.repairWindow();
        var facts = Facts.about("period", id)
                .say("name", details.name())
                .say("year", details.year())
                .say("instrument", details.instrumentId() + "@" + details.instrumentVersion())
                .say("opensOn", details.opensOn())
                .say("unitDeadline", details.unitDeadline())
                .say("reviewDeadline", details.reviewDeadline())
                .say("nominationDeadline", details.nominationDeadline())
                .say("repairDays", repair == null ? null : repair.days())
                .say("appealFrom", details.appealFrom())
                .say("appealUntil", details.appealUntil())
                .say("closesAutomatically", details.closesAutomatically())
                .say("withController", details.withController());
        details.allRounds().forEach(it -> facts.say("round:" + it.name(), it.from() + " – " + it.until()));
        for (int i = 0; i < moves.size(); i++) {
            var letter = moves.get(i).letter();
            facts.say("letter:" + (i + 1), letter.number() + ", " + letter.date())
                    .say("reason:" + (i + 1), moves.get(i).reason());
        }
        for (int i = 0; i < extensions.size(); i++) {
            var extension = extensions.get(i);
            facts.say("extension:" + (i + 1) + ":" + extension.unitId(), extension.until())
                    .say("extensionReason:" + (i + 1), extension.reason());
        }
        return facts;
    }

    PeriodView viewIn(UUID institutionId) {
        return new PeriodView(
                id,
                institutionId,
                details.name(),
                details.year(),
                details.instrumentId(),
                details.instrumentVersion(),
                details.opensOn(),
                details.unitDeadline(),
                details.reviewDeadline(),
                details.nominationDeadline(),
                details.allRounds(),
                details.repairWindow(),
                details.appealUntil(),
                Objects.equals(details.closesAutomatically(), true),
                Objects.equals(details.withController(), true),
                extendedUntil());
    }

    private Map<UUID, LocalDate> extendedUntil() {
        var latest = new HashMap<UUID, LocalDate>();
        for (var it : extensions) {
            var until = it.until();
            if (until == null) {
                latest.remove(it.unitId());
            } else {
                latest.put(it.unitId(), until);
            }
        }
        return latest;
    }
}

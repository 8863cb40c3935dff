package id.zitrack.organization;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import id.zitrack.platform.Facts;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Recorded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * All work units of one institution.
 *
 * <p>One document, because its rules speak of several units at once (no circles, no two siblings with one name) and
 * documents change atomically only one at a time.
 */
@Document("unitTrees")
class UnitTree implements Versioned, Recorded {
    /** Keeps the document far below the 16 MB that MongoDB stores in one. */
    static final int MOST_UNITS = 5_000;

    @Id
    private final UUID institutionId;

    @Version
    private @Nullable Long version;

    private final List<WorkUnit> units;

    UnitTree(UUID institutionId, List<WorkUnit> units) {
        this.institutionId = institutionId;
        this.units = new ArrayList<>(units);
    }

    static UnitTree emptyOf(UUID institutionId) {
        return new UnitTree(institutionId, List.of());
    }

    @Override
    public UUID id() {
        return institutionId;
    }

    @Override
    public @Nullable Long version() {
        return version;
    }

    @Override
    public List<Facts> facts() {
        return units.stream()
                .map(it -> Facts.about("unit", it.id())
                        .of(institutionId)
                        .ofUnit(it.id())
                        .say("parent", it.parentId())
                        .say("name", it.name())
                        .say("shortName", it.shortName())
                        .say("kind", it.kind())
                        .say("active", it.active()))
                .toList();
    }

    Optional<WorkUnit> find(UUID id) {
        return units.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    WorkUnit add(UUID id, WorkUnit.Details details) {
        if (units.size() >= MOST_UNITS) {
            throw new TooManyUnits();
        }
        var unit = WorkUnit.of(id, details, 0);
        requireParent(unit);
        requireNameOfItsOwn(unit);
        units.add(unit);
        return unit;
    }

    WorkUnit change(UUID id, WorkUnit.Details details) {
        var before = find(id).orElseThrow(() -> new NotThere("unit", id));
        var unit = WorkUnit.of(id, details, before.revision() + 1);
        requireParent(unit);
        requireNoCircle(unit);
        requireNameOfItsOwn(unit);
        if (!unit.active() && units.stream().anyMatch(it -> it.active() && id.equals(it.parentId()))) {
            throw new UnitHasActiveUnits(unit.name());
        }
        units.set(units.indexOf(before), unit);
        return unit;
    }

    /** Every unit, each parent directly before its children, siblings by name. */
    List<WorkUnit> inTreeOrder() {
        var byName = comparing((WorkUnit it) -> key(it.name())).thenComparing(WorkUnit::id);
        var children =
                units.stream().sorted(byName.reversed()).collect(groupingBy(it -> Optional.ofNullable(it.parentId())));
        Deque<WorkUnit> waiting = new ArrayDeque<>();
        children.getOrDefault(Optional.<UUID>empty(), List.of()).forEach(waiting::push);
        var ordered = new ArrayList<WorkUnit>(units.size());
        while (!waiting.isEmpty()) {
            var unit = waiting.pop();
            ordered.add(unit);
            children.getOrDefault(Optional.of(unit.id()), List.of()).forEach(waiting::push);
        }
        return ordered;
    }

    Map<UUID, WorkUnit> byId() {
        return units.stream().collect(toMap(WorkUnit::id, Function.identity()));
    }

    /** From the parent up to the top. */
    static List<UUID> ancestors(WorkUnit unit, Map<UUID, WorkUnit> byId) {
        var ancestors = new ArrayList<UUID>();
        for (var up = unit.parentId(); up != null; up = parentOf(up, byId)) {
            ancestors.add(up);
        }
        return ancestors;
    }

    private static @Nullable UUID parentOf(UUID id, Map<UUID, WorkUnit> byId) {
        var unit = byId.get(id);
        return unit == null ? null : unit.parentId();
    }

    private void requireParent(WorkUnit unit) {
        var parentId = unit.parentId();
        if (parentId == null) {
            return;
        }
        var parent = find(parentId).orElseThrow(() -> new ParentUnitNotThere(parentId));
        if (unit.active() && !parent.active()) {
            throw new ParentUnitInactive(parent.name());
        }
    }

    private void requireNoCircle(WorkUnit unit) {
        if (unit.id().equals(unit.parentId()) || ancestors(unit, byId()).contains(unit.id())) {
            throw new UnitBelowItself(unit.name());
        }
    }

    private void requireNameOfItsOwn(WorkUnit unit) {
        var taken = units.stream()
                .filter(it -> !it.id().equals(unit.id()))
                .filter(it -> Objects.equals(it.parentId(), unit.parentId()))
                .anyMatch(it -> key(it.name()).equals(key(unit.name())));
        if (taken) {
            throw new UnitNameTaken(unit.name());
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

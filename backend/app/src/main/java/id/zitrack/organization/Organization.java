package id.zitrack.organization;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The organization as other rooms read it. */
@Component
class Organization implements OrganizationLookup {
    private final Institutions institutions;
    private final CurrentCopies<UnitTree> trees;
    private final CurrentCopies<Calendar> calendars;

    Organization(Institutions institutions, MongoOperations mongo) {
        this.institutions = institutions;
        this.trees = new CurrentCopies<>(mongo, UnitTree.class);
        this.calendars = new CurrentCopies<>(mongo, Calendar.class);
    }

    UnitTree treeOf(UUID institutionId) {
        return trees.find(institutionId).orElseGet(() -> UnitTree.emptyOf(institutionId));
    }

    Calendar calendarOf(UUID institutionId) {
        return calendars.find(institutionId).orElseGet(() -> Calendar.emptyOf(institutionId));
    }

    @Override
    public Optional<UnitView> unit(UUID id) {
        return Optional.ofNullable(units(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, UnitView> units(Collection<UUID> ids) {
        var wanted = new HashSet<>(ids);
        return trees.all().stream()
                .flatMap(tree -> views(tree, wanted))
                .collect(toMap(UnitView::id, Function.identity()));
    }

    @Override
    public Map<UUID, UnitView> allUnitsOf(UUID institutionId) {
        var tree = treeOf(institutionId);
        var byId = tree.byId();
        return byId.values().stream()
                .map(it -> view(institutionId, it, byId))
                .collect(toMap(UnitView::id, Function.identity()));
    }

    @Override
    public List<UnitView> unitsOf(UUID institutionId) {
        var tree = treeOf(institutionId);
        var byId = tree.byId();
        return tree.inTreeOrder().stream()
                .filter(WorkUnit::active)
                .map(it -> view(institutionId, it, byId))
                .toList();
    }

    @Override
    public Optional<PeriodView> period(UUID id) {
        return calendars.all().stream()
                .flatMap(it -> it.find(id).map(period -> period.viewIn(it.id())).stream())
                .findFirst();
    }

    @Override
    public List<PeriodView> periodsOf(UUID institutionId) {
        return calendarOf(institutionId).newestFirst().stream()
                .map(it -> it.viewIn(institutionId))
                .toList();
    }

    @Override
    public Optional<String> institutionName(UUID id) {
        return institutions.findById(id).map(Institution::name);
    }

    private static Stream<UnitView> views(UnitTree tree, Collection<UUID> wanted) {
        var byId = tree.byId();
        return wanted.stream().flatMap(id -> Stream.ofNullable(byId.get(id))).map(it -> view(tree.id(), it, byId));
    }

    private static UnitView view(UUID institutionId, WorkUnit unit, Map<UUID, WorkUnit> byId) {
        return new UnitView(
                unit.id(),
                institutionId,
                unit.parentId(),
                unit.name(),
                unit.shortName(),
                UnitTree.ancestors(unit, byId));
    }
}

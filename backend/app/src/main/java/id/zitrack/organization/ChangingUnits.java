package id.zitrack.organization;

import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.NotThere;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Adds and changes units; two people who change different units never collide. */
@Component
class ChangingUnits {
    private final UnitTrees trees;

    ChangingUnits(UnitTrees trees) {
        this.trees = trees;
    }

    WorkUnit add(UUID institutionId, WorkUnit.Details details) {
        var id = UUID.randomUUID();
        return change(institutionId, tree -> tree.add(id, details));
    }

    WorkUnit change(UUID institutionId, UUID id, long revision, WorkUnit.Details details) {
        return change(institutionId, tree -> {
            var before = tree.find(id).orElseThrow(() -> new NotThere("unit", id));
            if (before.revision() != revision) {
                throw new ChangedMeanwhile("The unit", UnitResponse.of(before));
            }
            return tree.change(id, details);
        });
    }

    private WorkUnit change(UUID institutionId, Function<UnitTree, WorkUnit> change) {
        return Retrying.whileOthersSave(() -> {
            var tree = trees.findById(institutionId).orElseGet(() -> UnitTree.emptyOf(institutionId));
            var unit = change.apply(tree);
            trees.save(tree);
            return unit;
        });
    }
}

package id.zitrack.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitTreeTest {
    private final UnitTree tree = UnitTree.emptyOf(UUID.randomUUID());

    @Test
    void aUnitCannotStandBelowItself() {
        var secretariat = add(null, "Sekretariat Daerah");
        var section = add(secretariat, "Bagian Hukum");
        var desk = add(section, "Subbagian Perundangan");

        assertThatThrownBy(() -> tree.change(secretariat.id(), below(secretariat, "Sekretariat Daerah")))
                .isInstanceOf(UnitBelowItself.class);
        assertThatThrownBy(() -> tree.change(secretariat.id(), below(desk, "Sekretariat Daerah")))
                .isInstanceOf(UnitBelowItself.class);
        assertThat(tree.find(secretariat.id())).contains(secretariat);
    }

    @Test
    void siblingsHaveNamesOfTheirOwnWhateverTheCase() {
        var secretariat = add(null, "Sekretariat Daerah");
        add(secretariat, "Bagian Umum");

        assertThatThrownBy(() -> add(secretariat, "bagian umum")).isInstanceOf(UnitNameTaken.class);
        assertThatThrownBy(() -> add(null, "SEKRETARIAT DAERAH")).isInstanceOf(UnitNameTaken.class);
    }

    @Test
    void unitsAtDifferentPlacesMayShareAName() {
        var north = add(null, "Kecamatan Utara");
        var south = add(null, "Kecamatan Selatan");
        add(north, "Seksi Pelayanan");

        assertThat(add(south, "Seksi Pelayanan").parentId()).isEqualTo(south.id());
    }

    @Test
    void aMovedUnitMustFitAmongItsNewSiblings() {
        var north = add(null, "Kecamatan Utara");
        var south = add(null, "Kecamatan Selatan");
        add(north, "Seksi Pelayanan");
        var moving = add(south, "Seksi Pelayanan");

        assertThatThrownBy(() -> tree.change(moving.id(), below(north, "Seksi Pelayanan")))
                .isInstanceOf(UnitNameTaken.class);
    }

    @Test
    void aUnitKeepsItsOwnNameWhenItChanges() {
        var unit = add(null, "Dinas Kesehatan");

        var changed = tree.change(unit.id(), new WorkUnit.Details(null, "DINAS KESEHATAN", "Dinkes", "dinas", true));

        assertThat(changed.shortName()).isEqualTo("Dinkes");
        assertThat(changed.revision()).isEqualTo(1);
    }

    @Test
    void aParentMustExist() {
        var nowhere = new WorkUnit.Details(UUID.randomUUID(), "Bagian Umum", "Umum", "", true);

        assertThatThrownBy(() -> tree.add(UUID.randomUUID(), nowhere)).isInstanceOf(ParentUnitNotThere.class);
    }

    @Test
    void aUnitIsDeactivatedOnlyAfterTheUnitsBelowIt() {
        var secretariat = add(null, "Sekretariat Daerah");
        var section = add(secretariat, "Bagian Hukum");

        assertThatThrownBy(() -> tree.change(secretariat.id(), inactive(null, "Sekretariat Daerah")))
                .isInstanceOf(UnitHasActiveUnits.class);
        tree.change(section.id(), inactive(secretariat.id(), "Bagian Hukum"));
        assertThat(tree.change(secretariat.id(), inactive(null, "Sekretariat Daerah"))
                        .active())
                .isFalse();
    }

    @Test
    void anInactiveUnitTakesNoActiveUnits() {
        var secretariat = add(null, "Sekretariat Daerah");
        tree.change(secretariat.id(), inactive(null, "Sekretariat Daerah"));

        assertThatThrownBy(() -> add(secretariat, "Bagian Hukum")).isInstanceOf(ParentUnitInactive.class);
    }

    @Test
    void everyParentStandsDirectlyBeforeItsChildren() {
        var secretariat = add(null, "Sekretariat Daerah");
        add(null, "dinas Kesehatan");
        add(secretariat, "Bagian Umum");
        var legal = add(secretariat, "Bagian Hukum");
        add(legal, "Subbagian Perundangan");

        assertThat(tree.inTreeOrder())
                .extracting(WorkUnit::name)
                .containsExactly(
                        "dinas Kesehatan",
                        "Sekretariat Daerah",
                        "Bagian Hukum",
                        "Subbagian Perundangan",
                        "Bagian Umum");
    }

    @Test
    void ancestorsGoFromTheParentToTheTop() {
        var secretariat = add(null, "Sekretariat Daerah");
        var legal = add(secretariat, "Bagian Hukum");
        var desk = add(legal, "Subbagian Perundangan");

        assertThat(UnitTree.ancestors(desk, tree.byId())).containsExactly(legal.id(), secretariat.id());
    }

    @Test
    void theTreeIsBounded() {
        for (var number = 0; number < UnitTree.MOST_UNITS; number++) {
            add(null, "Unit " + number);
        }

        assertThatThrownBy(() -> add(null, "Satu lagi")).isInstanceOf(TooManyUnits.class);
    }

    private WorkUnit add(@Nullable WorkUnit parent, String name) {
        return tree.add(UUID.randomUUID(), below(parent, name));
    }

    private static WorkUnit.Details below(@Nullable WorkUnit parent, String name) {
        return new WorkUnit.Details(parent == null ? null : parent.id(), name, name, "", true);
    }

    private static WorkUnit.Details inactive(@Nullable UUID parentId, String name) {
        return new WorkUnit.Details(parentId, name, name, "", false);
    }
}

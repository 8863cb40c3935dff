package id.zitrack.catalog;

import id.zitrack.catalog.FrozenInstrument.SourceFile;
import id.zitrack.instrument.Instrument;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** Publishes instruments that tests need; like all published ones they stay. */
@TestComponent
public class TestInstruments {
    private final Catalog catalog;

    TestInstruments(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Publishes an instrument of one file. */
    public Instrument publish(String yaml) {
        return catalog.publish(List.of(new SourceFile("instrument.yaml", yaml)));
    }
}

package id.zitrack.catalog;

import id.zitrack.instrument.Crosswalk;
import id.zitrack.instrument.CrosswalkReader;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentInvalid;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.platform.WrongSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads and checks the crosswalks that ship with the program; one that names what does not exist stops the start. */
@Component
class BundledCrosswalks implements CrosswalkCatalog {
    private final List<Crosswalk> crosswalks;

    BundledCrosswalks() {
        this.crosswalks = read();
    }

    @Override
    public List<Crosswalk> all() {
        return crosswalks;
    }

    @Override
    public List<Crosswalk.Partner> partners(Instrument instrument, String question) {
        return crosswalks.stream()
                .flatMap(it -> it.partners(instrument, question).stream())
                .toList();
    }

    private static List<Crosswalk> read() {
        var bundled = new InstrumentReader();
        var instruments = bundled.bundled().stream()
                .map(bundled::readBundled)
                .collect(Collectors.toMap(Instrument::key, Function.identity()));
        var reader = new CrosswalkReader(instruments::get);
        var crosswalks = new ArrayList<Crosswalk>();
        try {
            BundledFiles.in("crosswalk")
                    .forEach((name, bytes) -> crosswalks.add(reader.read("indicators/crosswalk/" + name, bytes)));
        } catch (InstrumentInvalid invalid) {
            throw new WrongSetting("indicators/crosswalk", String.valueOf(invalid.getMessage()));
        }
        return List.copyOf(crosswalks);
    }
}

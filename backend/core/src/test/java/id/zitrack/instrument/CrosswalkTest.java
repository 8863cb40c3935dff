package id.zitrack.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.zitrack.instrument.Crosswalk.Match;
import id.zitrack.instrument.Crosswalk.Partner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrosswalkTest {
    private static final Path SHIPPED = Path.of("../../indicators/crosswalk/zi-60-2012--lke-90-2021.yaml");
    private static final Instrument LKE = new InstrumentReader().readBundled("lke-90-2021");
    private static final Instrument CHECKLIST = new InstrumentReader().readBundled("zi-60-2012");
    private static final Map<InstrumentKey, Instrument> INSTRUMENTS =
            Map.of(LKE.key(), LKE, CHECKLIST.key(), CHECKLIST);

    @Test
    void theShippedCrosswalkPairsBothInstruments() throws IOException {
        var crosswalk = read(Files.readString(SHIPPED));

        assertThat(crosswalk.from()).isEqualTo(CHECKLIST.key());
        assertThat(crosswalk.to()).isEqualTo(LKE.key());
        assertThat(crosswalk.pairs()).hasSize(20);
        assertThat(crosswalk.pairs()).anyMatch(it -> it.match() == Match.PARTIAL);
    }

    @Test
    void aGroupStandsForAllItsQuestionsOnBothSides() throws IOException {
        var crosswalk = read(Files.readString(SHIPPED));

        assertThat(crosswalk.partners(CHECKLIST, firstBelow("P.9")))
                .containsExactly(new Partner("lke-90-2021", "A.I.5.i", Match.FULL));
        assertThat(crosswalk.partners(LKE, "A.I.5.i.a"))
                .containsExactly(
                        new Partner("zi-60-2012", "P.9", Match.FULL), new Partner("zi-60-2012", "P.11", Match.FULL));
        assertThat(Crosswalk.holds(LKE, "A.I.5.i", "A.I.5.i.a")).isTrue();
        assertThat(Crosswalk.holds(LKE, "A.I.5.ii", "A.I.5.i.a")).isFalse();
    }

    @Test
    void whatHasNoPartnerIsOfferedNothing() throws IOException {
        var crosswalk = read(Files.readString(SHIPPED));

        assertThat(crosswalk.partners(CHECKLIST, firstBelow("P.4"))).isEmpty();
        assertThat(crosswalk.partners(LKE, "B.I.a")).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsNamedWithItsLine() {
        var wrong = """
                schema: 1
                from: {id: zi-60-2012, version: "1"}
                to: {id: lke-90-2021, version: "9"}
                pairs:
                  - {from: P.99, to: [A.I.6], match: full}
                  - {from: P.1, to: [], match: full}
                  - {from: P.2, to: [A.I.6], match: none}
                  - {from: P.2, to: [A.I.6], match: sedikit}
                  - {from: P.3, to: [A.I.6], match: full, weight: 1}
                """;

        assertThatThrownBy(() -> read(wrong))
                .hasMessageContaining("pasangan.yaml:3: instrumen lke-90-2021@9 tidak ada")
                .hasMessageContaining("pasangan.yaml:5: P.99: kode \"P.99\" tidak ada di instrumen zi-60-2012@1")
                .hasMessageContaining("pasangan.yaml:6: P.1: \"to\" belum diisi")
                .hasMessageContaining("pasangan.yaml:7: P.2: pasangan dengan match: none")
                .hasMessageContaining("pasangan.yaml:8: P.2: kode ini sudah dipasangkan")
                .hasMessageContaining("\"sedikit\" tidak dikenal untuk \"match\"")
                .hasMessageContaining("kunci \"weight\" tidak dikenal");
    }

    @Test
    void aCrosswalkWithoutPairsIsRefused() {
        assertThatThrownBy(() -> read("schema: 1\n"))
                .hasMessageContaining("kunci \"id\" belum diisi")
                .hasMessageContaining("belum berisi satu pasangan pun");
    }

    private static String firstBelow(String group) {
        return CHECKLIST.questions().stream()
                .map(Question::code)
                .filter(it -> it.startsWith(group + "."))
                .findFirst()
                .orElseThrow();
    }

    private static Crosswalk read(String yaml) {
        return new CrosswalkReader(INSTRUMENTS::get).read("pasangan.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}

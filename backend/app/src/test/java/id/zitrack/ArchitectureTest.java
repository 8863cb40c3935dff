package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of the house hold in the house; {@link PlantedViolationsTest} shows that each of them can fail. */
class ArchitectureTest {
    static final List<ArchRule> RULES = HouseRules.ALL;
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.zitrack");

    @ParameterizedTest
    @FieldSource("RULES")
    void ruleHolds(ArchRule rule) {
        rule.check(HOUSE);
    }

    @Test
    void roomsKeepToTheirAllowedDependencies() {
        ApplicationModules.of(ZiTrackApplication.class).verify();
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        assertThat(HouseRules.packagesThatAreNotNullMarked(HOUSE)).isEmpty();
    }

    @Test
    void noRegulationIsWrittenInJava() {
        var terms = RegulationTerms.ofShippedInstruments();

        var findings = Stream.of(Path.of("src/main/java"), Path.of("../core/src/main/java"))
                .flatMap(it -> terms.findIn(it).stream())
                .toList();

        assertThat(terms.size()).isGreaterThan(100);
        assertThat(findings)
                .as("question codes and area names are data in indicators/")
                .isEmpty();
    }
}

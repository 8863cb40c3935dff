package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Each rule of the house finds a violation planted for it: a rule that cannot fail protects nothing. */
class PlantedViolationsTest {
    static final List<ArchRule> RULES = HouseRules.ALL;
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    @ParameterizedTest
    @FieldSource("RULES")
    void ruleFindsItsViolation(ArchRule rule) {
        assertThat(rule.evaluate(PLANTED).hasViolation()).isTrue();
    }

    @Test
    void forbiddenArrowBetweenRoomsIsFound() {
        var rooms = ApplicationModules.of("planted.house", (ImportOption) anywhere -> true);

        assertThatThrownBy(rooms::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("kitchen")
                .hasMessageContaining("cellar");
    }

    @Test
    void packageWithoutNullMarkIsFound() {
        assertThat(HouseRules.packagesThatAreNotNullMarked(PLANTED))
                .contains("planted.evidence")
                .doesNotContain("planted.house.kitchen");
    }

    @Test
    void regulationInJavaIsFound(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Planted.java"), """
                class Planted {
                    String code = "A.I.1.i.a";
                    String area = "the worth of Penataan Tatalaksana here";
                    String harmless = "A note about B and I";
                }
                """);

        var findings = RegulationTerms.ofShippedInstruments().findIn(sources);

        assertThat(findings).hasSize(2).first().asString().startsWith("Planted.java:2");
    }
}

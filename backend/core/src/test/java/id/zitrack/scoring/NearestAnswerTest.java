package id.zitrack.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.instrument.AnswerValue;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.instrument.RatioType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NearestAnswerTest {

    @Test
    void aRatioKeepsItsDenominator() {
        assertThat(worth(Worksheet.SMALL, "B.2", "due=6;late=2;done=3", Score.of(3, 4)))
                .isEqualTo("due=6;late=2;done=6");
    }

    @Test
    void aPartOfAShareIsRoundedUp() {
        assertThat(worth(Worksheet.SMALL, "B.2", "due=6;late=1;done=3", Score.of(1, 2)))
                .isEqualTo("due=6;late=1;done=4");
    }

    @Test
    void aRatioNobodyHasCountedIsReadAsAPercentage() {
        assertThat(worth(Worksheet.SMALL, "B.2", null, Score.of(3, 4))).isEqualTo("due=100;late=0;done=75");
    }

    @Test
    void aReductionKeepsTheYearBefore() {
        assertThat(worth(Worksheet.LKE, reduction(), "previousYear=10;thisYear=9;sanctioned=9", Score.of(1, 4)))
                .isEqualTo("previousYear=10;thisYear=7;sanctioned=9");
        assertThat(worth(Worksheet.LKE, reduction(), null, Score.of(1, 4)))
                .isEqualTo("previousYear=100;thisYear=75;sanctioned=0");
    }

    @Test
    void aChecklistKeepsItsTicks() {
        assertThat(worth(Worksheet.SMALL, "A.1.c", "foto", Score.of(2, 3))).isEqualTo("sk;foto");
        assertThat(worth(Worksheet.SMALL, "A.1.c", "-", Score.of(1, 10))).isEqualTo("sk");
        assertThat(worth(Worksheet.SMALL, "A.1.c", null, Score.of(1, 1))).isEqualTo("sk;notulen;foto");
    }

    @Test
    void aChoiceAndATextAreLeftToTheirOwnRules() {
        assertThat(NearestAnswer.worth(Worksheet.SMALL.question("A.1.a"), null, Score.of(1, 1)))
                .isEmpty();
        assertThat(NearestAnswer.worth(Worksheet.SMALL.question("B.4"), null, Score.ZERO))
                .isEmpty();
    }

    @Test
    void everyRatioOfTheShippedInstrumentsCanReachWhatAPathAsks() {
        var random = new Random(3);
        for (var instrument : List.of(Worksheet.LKE, new InstrumentReader().readBundled("zi-60-2012"))) {
            for (var question : instrument.questions()) {
                if (question.type() instanceof RatioType) {
                    for (int i = 0; i < 200; i++) {
                        var now = question.type().parse(new RandomSheets(i).answer(question, 1000));
                        var wanted = Score.of(1 + random.nextInt(99), 100);

                        var reached = NearestAnswer.worth(question, i % 5 == 0 ? null : now, wanted);

                        assertThat(reached).as(question.code()).isPresent();
                        assertThat(Scoring.score(instrument, Map.of(question.code(), reached.orElseThrow()))
                                        .value(question.code())
                                        .orElseThrow())
                                .isGreaterThanOrEqualTo(wanted);
                    }
                }
            }
        }
    }

    private static String reduction() {
        return Worksheet.LKE.questions().stream()
                .filter(it -> it.type() instanceof RatioType ratio && ratio.formula() instanceof RatioType.Reduction)
                .findFirst()
                .orElseThrow()
                .code();
    }

    private static String worth(Instrument instrument, String code, @Nullable String now, Score value) {
        var question = instrument.question(code);
        @Nullable AnswerValue given = now == null ? null : question.type().parse(now);
        return NearestAnswer.worth(question, given, value).orElseThrow();
    }
}

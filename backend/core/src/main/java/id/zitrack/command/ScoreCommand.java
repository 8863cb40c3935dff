package id.zitrack.command;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InvalidAnswer;
import id.zitrack.scoring.GateResult;
import id.zitrack.scoring.Score;
import id.zitrack.scoring.ScoreSheet;
import id.zitrack.scoring.ScoreView;
import id.zitrack.scoring.Scoring;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Scores a sheet of answers and prints JSON; points are decimal strings, so that no reader rounds them. */
final class ScoreCommand {

    private ScoreCommand() {}

    static String run(Instrument instrument, String file) {
        var answers = AnswerFile.read(instrument, file);
        return json(instrument, score(instrument, answers, file));
    }

    private static ScoreSheet score(Instrument instrument, AnswerFile answers, String file) {
        try {
            return Scoring.score(instrument, answers.answers());
        } catch (InvalidAnswer wrong) {
            throw new WrongUse(file + ": " + wrong.getMessage());
        }
    }

    private static String json(Instrument instrument, ScoreSheet sheet) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("instrument", instrument.key().id());
            for (var kind : ScoreView.Kind.values()) {
                json.writeObjectPropertyStart(kind.key());
                sheet.view(kind)
                        .all()
                        .forEach((code, points) -> json.writeStringProperty(code, points.toDecimalString()));
                json.writeEndObject();
            }
            json.writeObjectPropertyStart("gates");
            for (var award : Award.values()) {
                gates(json, award.key(), sheet.gates(award));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return text + "\n";
    }

    /** A combined gate also tells how its parts stand. */
    private static void gates(JsonGenerator json, String name, List<GateResult> gates) {
        json.writeArrayPropertyStart(name);
        for (var gate : gates) {
            json.writeStartObject();
            json.writeStringProperty("id", gate.id());
            decimal(json, "required", gate.required() == null ? null : Score.of(gate.required()));
            decimal(json, "actual", gate.actual());
            if (gate.met() == null) {
                json.writeNullProperty("met");
            } else {
                json.writeBooleanProperty("met", gate.met());
            }
            decimal(json, "missing", gate.missing());
            if (!gate.parts().isEmpty()) {
                gates(json, "parts", gate.parts());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void decimal(JsonGenerator json, String name, @Nullable Score score) {
        if (score == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, score.toDecimalString());
        }
    }
}

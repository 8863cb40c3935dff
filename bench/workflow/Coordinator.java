package id.zitrack.bench.workflow;

import id.zitrack.bench.running.Application;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers her share of the questions of her unit, reads the sheet and the evidence, and brings small files. */
final class Coordinator implements Crew.Worker {
    private final Application application;
    private final String unit;
    private final String assessment;
    private final List<Map.Entry<String, String>> questions;
    private final Map<String, String> told = new HashMap<>();
    private final Map<String, String> revisions = new HashMap<>();
    private final List<String> files = new ArrayList<>();
    private int count;

    /** @param questions codes with an answer that fits */
    Coordinator(Application application, String unit, String assessment, List<Map.Entry<String, String>> questions) {
        this.application = application;
        this.unit = unit;
        this.assessment = assessment;
        this.questions = questions;
    }

    @Override
    public List<Crew.Task> tasks() {
        return List.of(
                new Crew.Task(45, true, this::answer),
                new Crew.Task(25, false, () -> read("/api/assessments/" + assessment)),
                new Crew.Task(10, false, () -> read("/api/evidence?limit=50&unit=" + unit)),
                new Crew.Task(10, true, this::upload),
                new Crew.Task(10, false, () -> read("/api/assessments")));
    }

    private void answer() throws Exception {
        var question = questions.get(count++ % questions.size());
        var note = "catatan " + count;
        var answered = application.send(
                "PUT",
                "/api/assessments/" + assessment + "/answers/" + question.getKey(),
                BodyPublishers.ofString(
                        "{\"value\":\"%s\",\"note\":\"%s\"}".formatted(question.getValue(), note)),
                "Content-Type",
                "application/json",
                "If-Match",
                revisions.getOrDefault(question.getKey(), "\"0\""));
        revisions.put(
                question.getKey(), answered.headers().firstValue("ETag").orElseThrow());
        told.put(question.getKey(), note);
    }

    private void upload() throws Exception {
        var name = "bukti-" + assessment + "-" + hashCode() + "-" + count++;
        var text = (name + "\n").repeat(400 + count % 5 * 400);
        var id = application
                .post(
                        "/api/evidence?fileName=" + name + ".txt&unit=" + unit,
                        BodyPublishers.ofString(text),
                        "application/octet-stream")
                .path("id")
                .asString();
        files.add(id + " " + text.length());
    }

    private void read(String path) throws Exception {
        application.send("GET", path, BodyPublishers.noBody());
    }

    String unit() {
        return unit;
    }

    int acknowledged() {
        return told.size() + files.size();
    }

    /** What she was told is stored and is not, or is otherwise. */
    List<String> lost() throws Exception {
        var lost = new ArrayList<String>();
        var notes = new HashMap<String, String>();
        var sheet = application.json(application
                .send("GET", "/api/assessments/" + assessment, BodyPublishers.noBody())
                .body());
        sheet.path("answers")
                .forEach(it -> notes.put(
                        it.path("code").asString(), it.path("note").asString()));
        told.forEach((code, note) -> {
            if (!note.equals(notes.get(code))) {
                lost.add(assessment + " " + code + ": " + note + ", tersimpan " + notes.get(code));
            }
        });
        for (var file : files) {
            var words = file.split(" ");
            var path = "/api/evidence/" + words[0] + "/versions/1/content";
            try (var bytes = application.get(path)) {
                int length = new String(bytes.readAllBytes(), StandardCharsets.UTF_8).length();
                if (length != Integer.parseInt(words[1])) {
                    lost.add(path);
                }
            }
        }
        return lost;
    }
}

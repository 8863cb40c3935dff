package id.zitrack.bench.workflow;

import id.zitrack.bench.running.Application;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges a submitted sheet, question by question, and looks at the queue. */
final class Assessor implements Crew.Worker {
    private final Application application;
    private final String name;
    private final String assessment;
    private final List<Map.Entry<String, String>> questions;
    private final Map<String, String> told = new HashMap<>();
    private final Map<String, String> revisions = new HashMap<>();
    private int count;

    Assessor(Application application, String name, String assessment, List<Map.Entry<String, String>> questions) {
        this.application = application;
        this.name = name;
        this.assessment = assessment;
        this.questions = questions;
    }

    @Override
    public List<Crew.Task> tasks() {
        return List.of(
                new Crew.Task(45, true, this::judge),
                new Crew.Task(35, false, () -> read("/api/assessments/" + assessment + "/review")),
                new Crew.Task(20, false, () -> read("/api/reviews")));
    }

    private void judge() throws Exception {
        var question = questions.get(count++ % questions.size());
        var remark = name + " " + count;
        var judged = application.send(
                "PUT",
                "/api/assessments/" + assessment + "/review/verdicts/" + question.getKey(),
                BodyPublishers.ofString(
                        "{\"value\":\"%s\",\"remark\":\"%s\"}".formatted(question.getValue(), remark)),
                "Content-Type",
                "application/json",
                "If-Match",
                revisions.getOrDefault(question.getKey(), "\"0\""));
        revisions.put(question.getKey(), judged.headers().firstValue("ETag").orElseThrow());
        told.put(question.getKey(), remark);
    }

    private void read(String path) throws Exception {
        application.send("GET", path, BodyPublishers.noBody());
    }

    int acknowledged() {
        return told.size();
    }

    List<String> lost() throws Exception {
        var lost = new ArrayList<String>();
        var review = application.json(application
                .send("GET", "/api/assessments/" + assessment + "/review", BodyPublishers.noBody())
                .body());
        var remarks = new HashMap<String, String>();
        review.path("voices").forEach(voice -> voice.path("verdicts").forEach(it -> {
            var remark = it.path("remark").asString();
            if (remark.startsWith(name + " ")) {
                remarks.put(it.path("code").asString(), remark);
            }
        }));
        told.forEach((code, remark) -> {
            if (!remark.equals(remarks.get(code))) {
                lost.add(assessment + " " + code + ": " + remark + ", tersimpan " + remarks.get(code));
            }
        });
        return lost;
    }
}

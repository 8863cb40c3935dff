package id.zitrack.bench.workflow;

import id.zitrack.bench.running.Application;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** Looks at the readiness of all units, and at one of them. */
record Leader(Application application, String unit) implements Crew.Worker {
    @Override
    public List<Crew.Task> tasks() {
        return List.of(
                new Crew.Task(60, false, () -> read("/api/readiness")),
                new Crew.Task(40, false, () -> read("/api/readiness/units/" + unit)));
    }

    private void read(String path) throws Exception {
        application.send("GET", path, BodyPublishers.noBody());
    }
}

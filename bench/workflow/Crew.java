package id.zitrack.bench.workflow;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** People who work at the same time, each doing one thing after another with a pause in between. */
final class Crew {
    /** Mean pause between two things, as somebody who reads and thinks makes it. */
    static final double PAUSE_MS = 4_000;

    private static final int WARM_UP_S = 20;
    private static final int WORK_S = 90;

    final Times reads = new Times();
    final Times writes = new Times();
    final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
    private volatile boolean counting;
    private volatile boolean working = true;

    /** One kind of thing to do, with what share of a person's day it takes. */
    record Task(int share, boolean isWrite, Work work) {}

    interface Work {
        void run() throws Exception;
    }

    /** Somebody with their tasks. */
    interface Worker {
        List<Task> tasks();
    }

    /** Lets all of them work, counting once everybody has begun. */
    void work(List<? extends Worker> people) throws InterruptedException {
        var done = new CountDownLatch(people.size());
        for (int i = 0; i < people.size(); i++) {
            var person = people.get(i);
            long seed = i;
            var thread = new Thread(
                    () -> {
                        day(person, new java.util.Random(seed));
                        done.countDown();
                    },
                    "orang-" + i);
            thread.start();
        }
        Thread.sleep(WARM_UP_S * 1_000L);
        counting = true;
        Thread.sleep(WORK_S * 1_000L);
        counting = false;
        working = false;
        done.await();
    }

    static int seconds() {
        return WORK_S;
    }

    private void day(Worker person, java.util.Random random) {
        var tasks = person.tasks();
        int all = tasks.stream().mapToInt(Task::share).sum();
        while (working) {
            pause(-Math.log(1 - random.nextDouble()) * PAUSE_MS);
            if (!working) {
                return;
            }
            int drawn = random.nextInt(all);
            int at = 0;
            while (drawn >= tasks.get(at).share()) {
                drawn -= tasks.get(at).share();
                at++;
            }
            run(tasks.get(at));
        }
    }

    private void run(Task task) {
        boolean counts = counting;
        long start = System.nanoTime();
        try {
            task.work().run();
        } catch (Exception e) {
            errors.add(String.valueOf(e.getMessage()));
            return;
        }
        if (counts) {
            (task.isWrite() ? writes : reads).add((System.nanoTime() - start) / 1e6);
        }
    }

    private void pause(double millis) {
        long until = System.nanoTime() + (long) (millis * 1e6);
        try {
            for (long left = millis(until); working && left > 0; left = millis(until)) {
                Thread.sleep(Math.min(left, 500));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            working = false;
        }
    }

    private static long millis(long until) {
        return (until - System.nanoTime()) / 1_000_000;
    }
}

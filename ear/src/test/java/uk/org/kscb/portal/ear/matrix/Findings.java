package uk.org.kscb.portal.ear.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Looks at many cells of the matrix at once and names every one that is wrong, not only the first. */
final class Findings {
    /** More would only queue in the server. */
    private static final int AT_ONCE = 8;

    private static final AtomicInteger CHECKED = new AtomicInteger();

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    void expect(boolean right, String otherwise) {
        CHECKED.incrementAndGet();
        if (!right) {
            wrong.add(otherwise);
        }
    }

    void none() {
        assertThat(wrong.stream().sorted()).isEmpty();
    }

    static int checkedSoFar() {
        return CHECKED.get();
    }

    static <T> void inParallel(Collection<T> all, Consumer<T> work) {
        Semaphore room = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running = all.stream()
                    .map(one -> threads.submit(() -> {
                        room.acquireUninterruptibly();
                        try {
                            work.accept(one);
                        } finally {
                            room.release();
                        }
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

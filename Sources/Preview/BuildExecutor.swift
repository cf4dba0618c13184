import Foundation
import Synchronization

/// Runs the tasks of builds on threads of their own.
///
/// By default all tasks share one thread for each core, and requests would wait while a build uses
/// all of them.
final class BuildExecutor: TaskExecutor {
    private struct State {
        /// In order of arrival.
        var jobs: [UnownedJob] = []
        var isOver = false
    }

    private let state = Mutex(State())
    /// Counts `jobs`.
    private let ready = DispatchSemaphore(value: 0)
    private let threads: Int

    init(threads: Int) {
        self.threads = max(1, threads)
        for _ in 0..<self.threads { Thread.detachNewThread { self.run() } }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        ready.signal()
    }

    /// Ends the threads after all jobs have run.
    func end() {
        state.withLock { $0.isOver = true }
        for _ in 0..<threads { ready.signal() }
    }

    private func run() {
        while true {
            ready.wait()
            let next = state.withLock { state in
                (job: state.jobs.isEmpty ? nil : state.jobs.removeFirst(), isOver: state.isOver)
            }
            if let job = next.job {
                job.runSynchronously(on: asUnownedTaskExecutor())
            } else if next.isOver {
                return
            }
        }
    }
}

import Foundation

/// Measures the stages of a build, one after another.
struct Stopwatch {
    private(set) var stages: [StageTiming] = []
    private var wall = Stopwatch.now()
    private var cpu = Stopwatch.cpuTime()

    /// Closes a stage that began when the last one was closed.
    mutating func lap(_ name: String, items: Int) {
        let (wall, cpu) = (Stopwatch.now(), Stopwatch.cpuTime())
        stages.append(
            StageTiming(
                name: name, wallSeconds: wall - self.wall, cpuSeconds: cpu - self.cpu, items: items)
        )
        (self.wall, self.cpu) = (wall, cpu)
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func cpuTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

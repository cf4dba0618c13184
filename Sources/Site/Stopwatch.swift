import Foundation

/// Measures the stages of a build, one after another.
struct Stopwatch {
    private(set) var stages: [StageTiming] = []
    private var wall = Stopwatch.now()
    private var cpu = Stopwatch.cpuTime()

    /// Closes a stage that began when the last one was closed.
    ///
    /// - Parameters:
    ///   - bytes: bytes read or written by the stage.
    ///   - beside: stages that ran on other threads meanwhile; their CPU time is their own.
    mutating func lap(_ name: String, items: Int, bytes: Int, beside: [StageTiming] = []) {
        let (wall, cpu) = (Stopwatch.now(), Stopwatch.cpuTime())
        stages.append(
            StageTiming(
                name: name, wallSeconds: wall - self.wall,
                cpuSeconds: cpu - self.cpu - beside.reduce(0) { $0 + $1.cpuSeconds }, items: items,
                bytes: bytes))
        stages += beside
        (self.wall, self.cpu) = (wall, cpu)
    }

    /// Closes stages that took turns on all threads: the wall time is shared out as their CPU time
    /// is.
    mutating func lap(_ parts: [(name: String, cpuSeconds: Double)], items: Int, bytes: Int) {
        let wall = Stopwatch.now() - self.wall
        let sum = parts.reduce(0) { $0 + $1.cpuSeconds }
        for part in parts {
            let share = sum == 0 ? 1 / Double(parts.count) : part.cpuSeconds / sum
            stages.append(
                StageTiming(
                    name: part.name, wallSeconds: wall * share, cpuSeconds: part.cpuSeconds,
                    items: items, bytes: bytes))
        }
        (self.wall, cpu) = (Stopwatch.now(), Stopwatch.cpuTime())
    }

    /// CPU seconds of the calling thread.
    static func threadTime() -> Double { time(of: CLOCK_THREAD_CPUTIME_ID) }

    /// Measures a stage that runs on one thread while other stages run.
    static func measure<Value>(
        _ name: String, _ body: () throws -> Value, count: (Value) -> (items: Int, bytes: Int)
    ) rethrows -> (Value, StageTiming) {
        let (wall, cpu) = (now(), threadTime())
        let value = try body()
        let (items, bytes) = count(value)
        let timing = StageTiming(
            name: name, wallSeconds: now() - wall,
            cpuSeconds: threadTime() - cpu, items: items, bytes: bytes)
        return (value, timing)
    }

    /// The peak memory of the process, in bytes.
    static func peakMemory() -> Int {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }

    private static func now() -> Double { time(of: CLOCK_MONOTONIC) }

    private static func cpuTime() -> Double { time(of: CLOCK_PROCESS_CPUTIME_ID) }

    private static func time(of clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

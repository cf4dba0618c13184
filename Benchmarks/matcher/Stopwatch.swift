import CMalloc
import Glibc

/// CPU time of this thread and memory of this process, as the system counts them.
enum Stopwatch {
    /// CPU seconds, so that other programs count for little.
    static func seconds(_ work: () -> Void) -> Double {
        let start = now()
        work()
        return now() - start
    }

    /// Bytes that are allocated and not freed.
    static var allocated: Int {
        let heap = mallinfo2()
        return Int(heap.uordblks + heap.hblkhd)
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

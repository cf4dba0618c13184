import Dispatch
import Foundation

/// Runs work that lasts until Ctrl-C or a request to end: the work is then cancelled and may finish
/// what it must.
///
/// A second Ctrl-C ends the program at once.
func untilInterrupted(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let task = Task { try await work() }
    let sources = [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
            signal(number, SIG_DFL)
            Console.say("ending")
            task.cancel()
        }
        source.activate()
        return source
    }
    defer { for source in sources { source.cancel() } }
    try await task.value
}

import Foundation
import Intake

// libFuzzer's own loop; it calls `readPage` with one input after another.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ argc: UnsafeMutablePointer<CInt>,
    _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ call: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

func run() -> CInt {
    var argc = CommandLine.argc
    var argv = CommandLine.unsafeArgv
    return runFuzzer(&argc, &argv, { readPage($0, $1) })
}

exit(run())

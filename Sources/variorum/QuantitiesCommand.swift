import ArgumentParser
import Quantities
import Text

struct QuantitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quantities",
        abstract: "Show the quantities found in a text.",
        discussion: """
            Prints a JSON line for each quantity: the text, the words in it with their span in code \
            points, the bounds as plain decimal numbers (null where there is none), the unit and the \
            modality. Text without a quantity prints nothing.

            EXAMPLES
              variorum quantities 突破767億元
              variorum quantities "nearly 30% of 1.4 billion users"
              variorum quantities < notes.txt
            """)

    @Argument(
        parsing: .allUnrecognized,
        help: "Text to read; standard input if omitted.")
    var text: [String] = []

    func run() throws {
        if text.isEmpty {
            while let line = readLine() { write(line) }
        } else {
            text.forEach(write)
        }
    }

    private func write(_ line: String) {
        for quantity in QuantityLines.lines(of: line) { Console.data(quantity) }
    }
}

/// A run of `*` in a source that is text, or a delimiter of emphasis; not one in code, addresses or
/// raw HTML, and not an escaped one.
struct EmphasisRun: Equatable {
    var offset: Int
    var length: Int
    /// The parser left it as text.
    var isLiteral: Bool
    /// The event of the link or other element that contains it; runs of two such elements are not a
    /// pair.
    var container: Int
    /// The offset of the run at the other end of the emphasis that the parser made.
    var partner: Int?
}

enum EmphasisRuns {
    /// The runs of each block that has one which the parser cannot have read as it was meant.
    static func blocks(of document: MarkdownDocument) -> [[EmphasisRun]] {
        var blocks: [[EmphasisRun]] = []
        var start: Int?
        for (index, event) in document.events.enumerated() where event.node.holdsInlines {
            if event.phase == .enter {
                start = index
            } else if let from = start {
                if let runs = runs(document, from + 1..<index) { blocks.append(runs) }
                start = nil
            }
        }
        return blocks
    }

    /// The runs of one block in order; `nil` when all is well, or when a place is not known.
    private static func runs(_ document: MarkdownDocument, _ events: Range<Int>) -> [EmphasisRun]? {
        var runs: [EmphasisRun] = []
        var containers: [Int] = []
        var strongDepth = 0
        var isSuspicious = false
        for index in events {
            let event = document.events[index]
            switch (event.node, event.phase) {
            case (.text, _):
                let found = literals(
                    document.source, event.source, container: containers.last ?? -1)
                isSuspicious = isSuspicious || !found.isEmpty
                runs += found
            case (.strong, .enter), (.emphasis, .enter):
                let length = event.node == .strong ? 2 : 1
                if event.node == .strong {
                    strongDepth += 1
                    isSuspicious = isSuspicious || strongDepth > 1
                }
                guard !event.source.isEmpty else { return nil }
                let open = Int(event.source.lowerBound)
                let close = Int(event.source.upperBound) - length
                guard document.source[open] == UInt8(ascii: "*") else { continue }
                let container = containers.last ?? -1
                runs.append(
                    EmphasisRun(
                        offset: open, length: length, isLiteral: false, container: container,
                        partner: close))
                runs.append(
                    EmphasisRun(
                        offset: close, length: length, isLiteral: false, container: container,
                        partner: open))
            case (.strong, .leave): strongDepth -= 1
            case (.emphasis, .leave): break
            case (_, .enter): containers.append(index)
            case (_, .leave): containers.removeLast()
            default: break
            }
        }
        guard isSuspicious else { return nil }
        return joined(runs.sorted { $0.offset < $1.offset })
    }

    private static func literals(_ source: [UInt8], _ place: Range<Int32>, container: Int)
        -> [EmphasisRun]
    {
        var runs: [EmphasisRun] = []
        var index = Int(place.lowerBound)
        let end = Int(place.upperBound)
        while index < end {
            if source[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            let start = index
            while index < end, source[index] == UInt8(ascii: "*") { index += 1 }
            if index > start {
                runs.append(
                    EmphasisRun(
                        offset: start, length: index - start, isLiteral: true, container: container)
                )
            } else {
                index += 1
            }
        }
        return runs
    }

    /// Runs that touch are one: `***` is an emphasis and a strong emphasis to the parser.
    private static func joined(_ runs: [EmphasisRun]) -> [EmphasisRun] {
        var joined: [EmphasisRun] = []
        for run in runs {
            if let last = joined.last, last.offset + last.length == run.offset {
                joined[joined.count - 1].length += run.length
                joined[joined.count - 1].isLiteral = last.isLiteral || run.isLiteral
                joined[joined.count - 1].partner = nil
            } else {
                joined.append(run)
            }
        }
        return joined
    }
}

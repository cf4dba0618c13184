import Search
import Text

/// Formats search results as text and as JSON.
enum SearchOutput {
    static func text(_ answer: SearchAnswer) -> String {
        var text = ""
        for result in answer.results {
            text +=
                "\(result.title)\n  \(result.path)\(result.date.isEmpty ? "" : "  \(result.date)")\n"
            for passage in result.passages {
                text += "    \(marked(passage))\(passage.anchor.map { "  #\($0)" } ?? "")\n"
            }
        }
        text += answer.total == 1 ? "1 result\n" : "\(answer.total) results\n"
        if answer.alone.count > 0 { text += "asking for less:\n" }
        for part in answer.alone { text += "  \(part.query): \(part.count)\n" }
        return text
    }

    /// The explanation of the results as text.
    static func text(_ explanation: SearchExplanation) -> String {
        var text = "\n"
        for term in explanation.terms {
            text += "\(term.isExcluded ? "without" : "term") \(term.text): "
            text += term.keys.joined(separator: " ")
            text +=
                "; \(term.passages) passages, \(term.titles) titles, \(term.documents) documents"
            text += term.isExact ? "; exact\n" : "; to be verified\n"
        }
        text +=
            "candidates \(explanation.candidates), verified in the text \(explanation.verified)\n"
        let bytes = explanation.files.reduce(0) { $0 + $1.bytes }
        text += "read \(explanation.files.count) files, \(bytes) bytes\n"
        for file in explanation.files { text += "  \(file.path)  \(file.bytes)\n" }
        return text
    }

    /// One JSON object on one line.
    static func json(_ answer: SearchAnswer, explained: Bool = false) -> [UInt8] {
        var json = "{\"total\":\(answer.total),\"paths\":[\(list(answer.paths))],\"results\":["
        json += answer.results.map { result in
            let passages = result.passages.map { passage in
                let hits = passage.hits.map { "[\($0.lowerBound),\($0.upperBound)]" }.joined(
                    separator: ",")
                return
                    "{\"anchor\":\(JSONText.quoted(passage.anchor ?? "")),\"text\":\(JSONText.quoted(passage.text)),\"hits\":[\(hits)]}"
            }
            return "{\"kind\":\"\(result.kind.name)\",\"path\":\(JSONText.quoted(result.path)),"
                + "\"title\":\(JSONText.quoted(result.title)),\"date\":\(JSONText.quoted(result.date)),"
                + "\"passages\":[\(passages.joined(separator: ","))]}"
        }.joined(separator: ",")
        let facets = answer.facets.map { facet in
            let values = facet.values.map {
                "{\"value\":\(JSONText.quoted($0.value)),\"label\":\(JSONText.quoted($0.label)),\"count\":\($0.count)}"
            }
            return "\(JSONText.quoted(facet.facet)):[\(values.joined(separator: ","))]"
        }
        json += "],\"facets\":{\(facets.joined(separator: ","))}"
        if answer.total == 0 {
            let parts = answer.alone.map {
                "{\"query\":\(JSONText.quoted($0.query)),\"count\":\($0.count)}"
            }
            json += ",\"alone\":[\(parts.joined(separator: ","))]"
        }
        if explained { json += ",\"explanation\":\(self.json(answer.explanation))" }
        return Array((json + "}\n").utf8)
    }

    private static func json(_ explanation: SearchExplanation) -> String {
        let terms = explanation.terms.map { term in
            "{\"term\":\(JSONText.quoted(term.text)),\"excluded\":\(term.isExcluded),\"exact\":\(term.isExact),"
                + "\"keys\":[\(list(term.keys))],\"passages\":\(term.passages),"
                + "\"titles\":\(term.titles),\"documents\":\(term.documents)}"
        }
        let files = explanation.files.map {
            "{\"path\":\(JSONText.quoted($0.path)),\"bytes\":\($0.bytes)}"
        }
        return
            "{\"terms\":[\(terms.joined(separator: ","))],\"candidates\":\(explanation.candidates),"
            + "\"verified\":\(explanation.verified),\"files\":[\(files.joined(separator: ","))]}"
    }

    private static func list(_ strings: [String]) -> String {
        strings.map(JSONText.quoted).joined(separator: ",")
    }

    /// The passage with its hits in brackets.
    private static func marked(_ passage: SearchAnswer.Passage) -> String {
        let utf8 = Array(passage.text.utf8)
        var marked: [UInt8] = []
        var at = 0
        for hit in passage.hits {
            marked += utf8[at..<hit.lowerBound] + Array("[".utf8) + utf8[hit] + Array("]".utf8)
            at = hit.upperBound
        }
        return String(decoding: marked + utf8[at...], as: UTF8.self)
    }
}

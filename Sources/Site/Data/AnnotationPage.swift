import Annotation
import Archive
import Text

/// `articles/<slug>/annotations.json`: an article's mentions and statements as a W3C
/// AnnotationPage.
///
/// Offsets are code points of `text.txt`; `prefix` and `suffix` are up to 32 code points of the
/// same
/// block. Source: https://www.w3.org/TR/annotation-model/ and
/// https://www.w3.org/TR/selectors-states/
struct AnnotationPage {
    let edition: Edition

    func file(of article: Int) -> OutputFile {
        let page = SitePath.article(edition.archive.articles[article].slug)
        let bytes = JSONWriter.document { json in
            json.object { json in
                json.member("@context", "http://www.w3.org/ns/anno.jsonld")
                json.member("id", "annotations.json")
                json.member("type", "AnnotationPage")
                json.object("partOf") { json in
                    json.member("id", "annotations.json#all")
                    json.member("type", "AnnotationCollection")
                    json.member("label", edition.archive.articles[article].title)
                }
                json.member("startIndex", 0)
                json.array("items") { json in
                    writeMentions(of: article, page: page, into: &json)
                    writeStatements(of: article, page: page, into: &json)
                }
            }
        }
        return OutputFile(path: page + "annotations.json", bytes: bytes)
    }

    private func writeMentions(of article: Int, page: String, into json: inout JSONWriter) {
        let text = edition.texts[article]
        var count = CodePointCounter(text.plain.utf8)
        for (number, mention) in edition.mentions[article].enumerated() {
            let entity = edition.archive.entities[mention.entity]
            json.line()
            json.object { json in
                json.member("id", "annotations.json#m\(number + 1)")
                json.member("type", "Annotation")
                json.member("motivation", "identifying")
                json.object("body") { json in
                    json.member("type", "SpecificResource")
                    json.member("source", SitePath.link(from: page, to: SitePath.entity(entity)))
                    json.member("purpose", "identifying")
                }
                target(mention.range, in: text, &count, into: &json)
            }
        }
    }

    private func writeStatements(of article: Int, page: String, into json: inout JSONWriter) {
        let text = edition.texts[article]
        var count = CodePointCounter(text.plain.utf8)
        var number = 0
        for claim in edition.claimsByArticle[article] {
            for anchor in edition.ledger.anchors(of: claim) where anchor.article == article {
                number += 1
                json.line()
                json.object { json in
                    json.member("id", "annotations.json#c\(number)")
                    json.member("type", "Annotation")
                    json.member("motivation", "linking")
                    json.object("body") { json in
                        json.member("type", "SpecificResource")
                        json.member(
                            "source",
                            SitePath.link(
                                from: page, to: SitePath.claim(edition.archive.claims[claim].id)))
                        json.member("purpose", "linking")
                    }
                    target(anchor.range, in: text, &count, into: &json)
                }
            }
        }
    }

    private func target(
        _ range: Range<Int>, in text: ArticleText, _ count: inout CodePointCounter,
        into json: inout JSONWriter
    ) {
        let utf8 = text.plain.utf8
        let block = text.plain.blocks[text.sentences[text.sentence(at: range.lowerBound)].block]
            .range
        json.object("target") { json in
            json.member("source", "text.txt")
            json.array("selector") { json in
                json.object { json in
                    json.member("type", "TextPositionSelector")
                    json.member("start", count(range.lowerBound))
                    json.member("end", count(range.upperBound))
                }
                json.object { json in
                    json.member("type", "TextQuoteSelector")
                    json.member("exact", string(utf8[range]))
                    json.member(
                        "prefix", string(utf8[context(before: range.lowerBound, in: utf8, block)]))
                    json.member(
                        "suffix", string(utf8[context(after: range.upperBound, in: utf8, block)]))
                }
            }
        }
    }

    private static let contextLength = 32

    private func context(before offset: Int, in utf8: [UInt8], _ block: Range<Int>) -> Range<Int> {
        var start = offset
        var left = Self.contextLength
        while start > block.lowerBound, left > 0 {
            start -= 1
            if utf8[start] & 0xC0 != 0x80 { left -= 1 }
        }
        return start..<offset
    }

    private func context(after offset: Int, in utf8: [UInt8], _ block: Range<Int>) -> Range<Int> {
        var end = offset
        var left = Self.contextLength
        while end < block.upperBound, left > 0 {
            end += 1
            while end < block.upperBound, utf8[end] & 0xC0 == 0x80 { end += 1 }
            left -= 1
        }
        return offset..<end
    }

    private func string(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}

import Annotation
import Archive
import Files
import Publishing
import Text

/// `data/`: the archive as data, for spreadsheets, notebooks and other programs.
struct DataFiles {
    let graph: ArchiveGraph
    let strings: UIStrings

    var tasks: [OutputTask] {
        [
            task("data/entities.json") { entitiesJSON },
            task("data/mentions.csv", key: mentionsKey) { mentionsCSV },
            task("data/claims.json") { ClaimData(graph: graph, strings: strings).json },
            task("data/claims.csv") { ClaimData(graph: graph, strings: strings).csv },
            OutputTask("data/relations.json") { [RelationsFile(graph: graph).output] },
            task("data/datapackage.json") { DataPackage.bytes(graph.archive.settings) },
        ]
    }

    private func task(
        _ path: String, key: Fingerprint? = nil, bytes: @escaping @Sendable () -> [UInt8]
    ) -> OutputTask {
        OutputTask(path, key: key) { [OutputFile(path: path, bytes: bytes())] }
    }

    private var entitiesJSON: [UInt8] {
        JSONWriter.document { json in
            json.array { json in
                for (index, entity) in graph.archive.entities.enumerated() {
                    json.line()
                    json.object { json in
                        json.member("id", entity.id)
                        json.member("kind", entity.kind.id)
                        json.member("name", entity.name)
                        json.member("path", SitePath.entity(entity))
                        if !entity.labels.isEmpty {
                            json.object("labels") { json in
                                for label in entity.labels {
                                    json.member(label.language, label.name)
                                }
                            }
                        }
                        json.member(ifAny: "aliases", entity.aliases.map(\.text))
                        json.member(ifAny: "maker", entity.maker?.value)
                        json.member(ifAny: "partOf", entity.partOf?.value)
                        json.member(ifAny: "wikidata", entity.wikidata)
                        json.member(ifAny: "sameAs", entity.sameAs)
                        json.member("mentions", graph.mentionCounts[index])
                        json.member("articles", graph.articleCounts[index])
                    }
                }
            }
        }
    }

    static let mentionColumns = [
        "article", "date", "outlet", "entity", "kind", "text", "start", "end", "sentence", "reason",
    ]

    /// The cache key of `mentions.csv`, which is by far the largest file of a site.
    private var mentionsKey: Fingerprint {
        var key = CacheKeyBuilder()
        for entity in graph.archive.entities {
            key.add(entity.id)
            key.add(entity.kind.id)
        }
        let articles = graph.archive.articles
        for index in articles.indices {
            let reading = graph.readings[index]
            key.add(articles[index].slug)
            key.add(articles[index].date?.iso)
            key.add(articles[index].outlet)
            key.add(reading.words)
            for (mention, codePoints) in zip(reading.mentions, reading.codePoints) {
                key.add(mention.entity)
                key.add(mention.reason.rawValue)
                key.add(codePoints.range)
            }
            for id in reading.sentenceIDs {
                key.add(Int(truncatingIfNeeded: id.bits))
            }
        }
        return key.fingerprint
    }

    private var mentionsCSV: [UInt8] {
        var csv = CSVWriter(room: graph.mentions.reduce(0) { $0 + $1.count } * 96)
        csv.row(Self.mentionColumns)
        let entities = graph.archive.entities.map {
            CSVWriter.fields([$0.id, $0.kind.id])
        }
        let articles = graph.archive.articles
        for index in articles.indices {
            // By index: a whole article is expensive to copy.
            let start = CSVWriter.fields([
                articles[index].slug, articles[index].date?.iso ?? "",
                articles[index].outlet ?? "",
            ])
            for span in graph.readings[index].spans {
                csv.add(start)
                csv.add(entities[span.mention.entity])
                csv.add(utf8: span.words)
                csv.add(span.codePoints.lowerBound)
                csv.add(span.codePoints.upperBound)
                csv.add(utf8: "s\(span.sentenceID)".utf8)
                csv.add(utf8: span.mention.reason.name.utf8)
                csv.endRow()
            }
        }
        return csv.bytes
    }
}

extension Mention.Reason {
    /// The value in the column `reason` of `data/mentions.csv`.
    var name: String {
        switch self {
        case .alias: "alias"
        case .explicit: "explicit"
        case .decision: "decision"
        case .about: "about"
        case .companion: "companion"
        }
    }
}

import Archive
import Text

/// `data/datapackage.json`: the columns of the CSV files as a Frictionless Data Package
/// (https://specs.frictionlessdata.io/data-package/).
enum DataPackage {
    static func bytes(_ settings: ArchiveSettings) -> [UInt8] {
        JSONWriter.document { json in
            json.object { json in
                json.member("profile", "tabular-data-package")
                json.member("name", "archive")
                json.member("title", settings.title)
                json.member(ifAny: "description", settings.description)
                json.array("resources") { json in
                    resource(
                        "mentions", DataFiles.mentionColumns, integers: ["start", "end"],
                        into: &json
                    )
                    resource(
                        "claims", ClaimData.columns, numbers: ClaimData.numbers, into: &json)
                }
            }
        }
    }

    private static func resource(
        _ name: String, _ columns: [String], integers: Set<String> = [], numbers: Set<String> = [],
        into json: inout JSONWriter
    ) {
        json.line()
        json.object { json in
            json.member("name", name)
            json.member("path", "\(name).csv")
            json.member("profile", "tabular-data-resource")
            json.member("mediatype", "text/csv")
            json.member("encoding", "utf-8")
            json.object("schema") { json in
                json.array("fields") { json in
                    for column in columns {
                        json.object { json in
                            json.member("name", column)
                            json.member(
                                "type",
                                integers.contains(column)
                                    ? "integer" : numbers.contains(column) ? "number" : "string")
                        }
                    }
                }
            }
        }
    }
}

/// A table of comma-separated values (RFC 4180): quoted fields may hold commas, quotes and line
/// ends.
struct CSVTable {
    private(set) var rows: [[String]] = []

    /// `separator`: a comma, or a tab.
    init(_ text: String, separator: UInt8 = 0x2C) {
        var field: [UInt8] = []
        var row: [String] = []
        var isQuoted = false
        let bytes = Array(text.utf8)
        var index = 0
        func endField() {
            row.append(String(decoding: field, as: UTF8.self))
            field = []
        }
        func endRow() {
            endField()
            if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
            row = []
        }
        while index < bytes.count {
            let byte = bytes[index]
            if isQuoted {
                if byte != 0x22 {
                    field.append(byte)
                } else if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                    field.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == 0x22, field.isEmpty {
                isQuoted = true
            } else if byte == separator {
                endField()
            } else if byte == 0x0A {
                endRow()
            } else if byte != 0x0D {
                field.append(byte)
            }
            index += 1
        }
        endRow()
    }

    /// The index of the first column that has one of these names, whatever its case.
    func column(_ names: String...) -> Int? {
        rows.first?.firstIndex { names.contains($0.trimmed.lowercased()) }
    }
}

import Text

/// RFC 4180: comma, CRLF, quotes doubled; a field is quoted only when it must be.
struct CSVWriter {
    private(set) var bytes: [UInt8] = []
    private var isInRow = false

    init() {}

    /// - Parameter room: the expected size in bytes, reserved to avoid reallocation.
    init(room: Int) { bytes.reserveCapacity(room) }

    /// Encodes fields that are written many times.
    static func fields(_ fields: [String]) -> [UInt8] {
        var writer = CSVWriter()
        for field in fields { writer.add(utf8: field.utf8) }
        return writer.bytes
    }

    mutating func row(_ fields: [String]) {
        for field in fields { add(utf8: field.utf8) }
        endRow()
    }

    /// Adds `fields` to the row.
    mutating func add(_ fields: [UInt8]) {
        separate()
        bytes.append(contentsOf: fields)
    }

    /// Adds a field to the row.
    mutating func add(utf8 field: some Collection<UInt8>) {
        separate()
        guard field.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D })
        else {
            bytes.append(contentsOf: field)
            return
        }
        bytes.append(0x22)
        for byte in field {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// Adds a number to the row.
    ///
    /// - Parameter sign: a prefix of the digits.
    mutating func add(_ number: Int, after sign: StaticString = "") {
        separate()
        bytes.append(sign)
        bytes.appendDecimal(number.magnitude)
    }

    mutating func endRow() {
        bytes.append(contentsOf: [0x0D, 0x0A])
        isInRow = false
    }

    private mutating func separate() {
        if isInRow { bytes.append(0x2C) }
        isInRow = true
    }
}

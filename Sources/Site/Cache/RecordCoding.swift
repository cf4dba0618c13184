import Files

extension RecordWriter {
    mutating func write(_ paths: PathTable) {
        write(paths.bytes)
        write(paths.ends) { $0.write(short: Int($1)) }
    }

    mutating func write(_ stamp: FolderStamp) {
        for number in [stamp.device, stamp.inode, stamp.seconds, stamp.nanoseconds] {
            write(number)
        }
    }
}

extension RecordReader {
    mutating func paths() throws -> PathTable {
        let bytes = try piece()
        let ends = try list { UInt32(truncatingIfNeeded: try $0.shortNumber()) }
        guard let paths = PathTable(bytes: bytes, ends: ends) else { throw Malformed() }
        return paths
    }

    mutating func folderStamp() throws -> FolderStamp {
        FolderStamp(
            device: try number(), inode: try number(), seconds: try number(),
            nanoseconds: try number())
    }
}

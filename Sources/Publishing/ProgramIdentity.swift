import CPosix
import Files

/// Which program this is: the build ids of its binary and of the libraries that it runs with.
///
/// Another compiler, another cmark or one changed line make another program, so that a cache never
/// hands on what an older one made.
public enum ProgramIdentity {
    /// `nil` when the binary was linked without a build id; then nothing is kept.
    public static let current: Fingerprint? = {
        let ids = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
            count = Int(variorum_build_ids(buffer.baseAddress, Int32(buffer.count)))
        }
        return ids.isEmpty ? nil : Fingerprint(of: ids)
    }()
}

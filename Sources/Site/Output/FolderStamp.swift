import Foundation

/// Which folder this is, and when its entries changed last.
///
/// The kernel sets the time at every entry that is made, renamed or removed, and nobody else can
/// set it. Two stamps are compared for sameness only: a clock that is set back does no harm.
struct FolderStamp: Sendable, Equatable {
    var device: Int
    var inode: Int
    var seconds: Int
    var nanoseconds: Int

    /// - Returns: `nil` when there is no such folder.
    init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        self.init(status)
    }

    init(_ status: stat) {
        device = Int(bitPattern: UInt(status.st_dev))
        inode = Int(bitPattern: UInt(status.st_ino))
        seconds = status.st_ctim.tv_sec
        nanoseconds = status.st_ctim.tv_nsec
    }

    init(device: Int, inode: Int, seconds: Int, nanoseconds: Int) {
        self.device = device
        self.inode = inode
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Whether a change made from now on must give another stamp.
    ///
    /// Clocks of file systems tick: two changes within a tick, of two seconds at the coarsest, may
    /// have one time.
    func isSettled(at now: timespec) -> Bool {
        seconds + 3 < now.tv_sec
    }
}

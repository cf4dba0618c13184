public enum StarterArchive { public static let files: [(path: String, text: String)] = [] }

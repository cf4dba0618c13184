import Annotation

extension Mention.Reason {
    /// As `data/mentions.csv` says it.
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

import Annotation
import Archive
import Markup
import Text

public enum ClaimStatus: String, Sendable { case disputed }
public struct ClaimAnchor: Sendable { var article: Int; var range: Range<Int>; var sentence: Int }
public struct ClaimLedger: Sendable {
    init(_ a: Archive, _ t: [ArticleText]) {}
    var diagnostics: [Diagnostic] { [] }
    func anchors(of: Int) -> [ClaimAnchor] { [] }
    func anchor(of: Int, statement: Int) -> ClaimAnchor? { nil }
    func status(of: Int) -> ClaimStatus { .disputed }
    func verdict(of: ClaimAnchor) -> String { "single" }
    func origins(of: Int) -> Int { 1 }
}
extension AnnotatedArchive { var mentionDiagnostics: [Diagnostic] { [] } }

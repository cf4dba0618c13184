import CAssets
import Text

/// The model and the list of widely known names that are part of the program.
public enum BuiltInNames {
    public static func model() throws(NameModel.Malformed) -> NameModel {
        let file = variorum_names_model()
        return try NameModel(UnsafeRawBufferPointer(start: file.data, count: file.size))
    }

    /// The text of `Training/known.tsv`.
    public static var knownNames: String { text(variorum_known_names()) }

    /// The text of `Training/compounds.tsv`.
    public static var compounds: String { text(variorum_compounds()) }

    private static func text(_ file: variorum_file) -> String {
        String(decoding: UnsafeRawBufferPointer(start: file.data, count: file.size), as: UTF8.self)
    }
}

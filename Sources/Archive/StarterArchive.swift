/// The archive that `variorum new DIR` writes: small, complete, with one example of each kind and
/// comments that say what each line is for.
public enum StarterArchive {
    /// Paths relative to the new folder, sorted, with the text of each file.
    public static var files: [(path: String, text: String)] {
        [
            (".gitignore", "/public/\n/.variorum/\n"),
            ("README.md", readme),
            ("content/annotations/swift-half-year.yml", StarterTexts.annotations),
            ("content/archive.yml", StarterTexts.settings),
            ("content/articles/swift-half-year.md", StarterTexts.secondArticle),
            ("content/articles/swift-returns.md", StarterTexts.firstArticle),
            ("content/claims/swift.yml", StarterTexts.claims),
            ("content/metrics.yml", StarterTexts.metrics),
            ("content/organizations/bay-ferries.md", StarterTexts.organization),
            ("content/outlets.yml", StarterTexts.outlets),
            ("content/pages/about.md", StarterTexts.page),
            ("content/people/lin-lan.md", StarterTexts.person),
            ("content/products/swift-ferry.md", StarterTexts.product),
        ]
    }

    private static let readme = """
        # An annotated archive

        | command | does |
        | --- | --- |
        | `variorum build` | makes the site in `public/` |
        | `variorum serve` | shows it at http://127.0.0.1:8080/ and follows your edits |
        | `variorum check` | lists what is wrong or doubtful in the content |
        | `variorum add FILE…` | turns a captured text into an article |

        Everything is in `content/`: articles in `articles/`, the names they mention in `people/`, `products/`
        and `organizations/`, what they say in `claims/`. The people and ships of this example are invented;
        delete its files as you add your own.

        A folder `templates/` beside `content/` overrides the built-in theme, file by file.

        """
}

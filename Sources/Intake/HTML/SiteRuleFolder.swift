import Text

/// The user's own rules for sites: `content/rules/*.rule`.
enum SiteRuleFolder {
    static func read(root: String) throws -> (rules: [SiteRule], diagnostics: [Diagnostic]) {
        let folder = root + "/content/rules"
        var rules: [SiteRule] = []
        var diagnostics: [Diagnostic] = []
        for file in try DiskFolder.files(in: folder).map(\.path).sorted()
        where file.hasSuffix(".rule") {
            let stem = Source(name: file, bytes: []).stem
            let name = "content/rules/\(stem).rule"
            let bytes = try DiskFolder.read(root + "/" + name)
            let (rule, problems) = SiteRule.read(String(decoding: bytes, as: UTF8.self), name: stem)
            rules.append(rule)
            diagnostics += problems.map { problem in
                var problem = problem
                problem.place?.file = name
                return problem
            }
        }
        return (rules, diagnostics)
    }
}

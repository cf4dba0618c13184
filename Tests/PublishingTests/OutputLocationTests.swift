import Files
import Foundation
import Testing
import Text

@testable import Publishing

@Suite struct OutputLocationTests {
    @Test(arguments: [
        ("", "the name of the folder is empty"),
        ("/", "it is the root of the file system"),
        ("@", "it is the archive folder itself"),
        ("@/.", "it is the archive folder itself"),
        ("@/public/..", "it is the archive folder itself"),
        ("@/..", "the archive is in it"),
        ("@/content", "`content` holds what the site is made of or needs"),
        ("@/content/", "`content` holds what the site is made of or needs"),
        ("@/content/new/site", "`content` holds what the site is made of or needs"),
        ("@/link", "`content` holds what the site is made of or needs"),
        ("@/templates", "`templates` holds what the site is made of or needs"),
        ("@/.variorum/x", "`.variorum` holds what the site is made of or needs"),
        ("@/.git", "`.git` holds what the site is made of or needs"),
        ("@/other/.git/x", "it is in a git repository's `.git`"),
        ("@/dangling", "it is a symbolic link that leads nowhere"),
    ])
    func `places that would destroy something are refused`(output: String, reason: String) throws {
        let temporary = try TemporaryFolder()
        let archive = temporary.path + "/archive"
        for folder in ["content/articles", "public"] { try Disk.makeFolder("\(archive)/\(folder)") }
        #expect(symlink("content/articles", archive + "/link") == 0)
        #expect(symlink("nowhere", archive + "/dangling") == 0)
        let path = output.replacing("@", with: archive)
        let problem = OutputLocation.problem(path, archive: archive)
        #expect(problem?.message == "the site cannot be written here: \(reason)")
        #expect(problem?.id == "bad-output")
    }

    @Test(arguments: ["@/public", "@/site/new", "@/content-site", "@/../site", "@/linked"])
    func `other places are allowed`(output: String) throws {
        let temporary = try TemporaryFolder()
        let archive = temporary.path + "/archive"
        for folder in ["content", "elsewhere"] { try Disk.makeFolder("\(archive)/\(folder)") }
        #expect(symlink("elsewhere", archive + "/linked") == 0)
        let path = output.replacing("@", with: archive)
        #expect(OutputLocation.problem(path, archive: archive) == nil)
    }
}

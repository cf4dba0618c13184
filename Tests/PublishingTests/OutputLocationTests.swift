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
        ("@/../notes", "it belongs to the archive `@/../notes`"),
        ("@/../notes/content/site", "it belongs to the archive `@/../notes`"),
        ("/usr", "it is a folder of the operating system"),
        ("/usr/lib", "it is a folder of the operating system"),
        ("/etc/site", "it is a folder of the operating system"),
        ("@/dangling", "it is a symbolic link that leads nowhere"),
    ])
    func `places that would destroy something are refused`(output: String, reason: String) throws {
        let temporary = try TemporaryFolder()
        let archive = temporary.path + "/archive"
        for folder in ["content/articles", "public", "../notes/content/articles"] {
            try Disk.makeFolder("\(archive)/\(folder)")
        }
        #expect(symlink("content/articles", archive + "/link") == 0)
        #expect(symlink("nowhere", archive + "/dangling") == 0)
        let path = output.replacing("@", with: archive)
        let problem = OutputLocation.problem(path, archive: archive)
        let other = OutputLocation.resolved(temporary.path + "/notes")
        #expect(
            problem?.message
                == "the site cannot be written here: \(reason.replacing("@/../notes", with: other))"
        )
        #expect(problem?.id == "bad-output")
    }

    @Test(arguments: [
        "@/public", "@/site/new", "@/content-site", "@/../site", "@/linked", "@/../notes/public",
        "/usr/share/site/html", "/var/www",
    ])
    func `other places are allowed`(output: String) throws {
        let temporary = try TemporaryFolder()
        let archive = temporary.path + "/archive"
        for folder in ["content", "elsewhere", "../notes/content/articles"] {
            try Disk.makeFolder("\(archive)/\(folder)")
        }
        #expect(symlink("elsewhere", archive + "/linked") == 0)
        let path = output.replacing("@", with: archive)
        #expect(OutputLocation.problem(path, archive: archive) == nil)
    }
}

import Foundation

/// The script of previewed pages: it waits for the next build, reloads the page at its scroll
/// position, and shows the diagnostics of a failed build over the page.
///
/// It is inserted when a page is served and is not part of the site.
enum ReloadScript {
    static let path = "/.variorum/reload.js"
    static let versionPath = "/.variorum/version"

    private static let tag = Data("<script src=\"\(path)\" defer></script>\n</body>".utf8)

    static func added(to page: Data) -> Data {
        guard let end = page.range(of: Data("</body>".utf8), options: .backwards) else {
            return page
        }
        return page[..<end.lowerBound] + tag + page[end.upperBound...]
    }

    static let source = """
        (() => {
          let version = "";
          let panel = null;
          const show = (text) => {
            if (!panel) {
              panel = document.createElement("pre");
              Object.assign(panel.style, { position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", margin: 0,
                padding: "1rem", overflow: "auto", background: "#300", color: "#fee", zIndex: 9999,
                whiteSpace: "pre-wrap", font: "13px/1.5 monospace" });
              document.body.append(panel);
            }
            panel.textContent = text;
          };
          const wait = async () => {
            for (;;) {
              try {
                const answer = await (await fetch("\(versionPath)?v=" + version)).json();
                if (answer.problems) show(answer.problems);
                else if (panel) { panel.remove(); panel = null; }
                if (version && answer.site !== site) return location.reload();
                version = answer.version;
                site = answer.site;
              } catch { await new Promise((done) => setTimeout(done, 1000)); }
            }
          };
          let site = "";
          wait();
        })();

        """
}

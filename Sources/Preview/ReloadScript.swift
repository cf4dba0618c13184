/// The script of previewed pages: it waits for the next build, reloads the page at its scroll
/// position, and shows the diagnostics of a failed build over the page.
///
/// It is inserted when a page is served and is not part of the site.
enum ReloadScript {
    static let path = "/.variorum/reload.js"
    static let versionPath = "/.variorum/version"

    private static let tag = Array("<script src=\"\(path)\" defer></script>\n".utf8)
    private static let end = Array("</body>".utf8)

    static func added(to page: [UInt8]) -> [UInt8] {
        guard
            let start = stride(from: page.count - end.count, through: 0, by: -1).first(where: {
                page[$0...].starts(with: end)
            })
        else { return page }
        return page[..<start] + tag + page[start...]
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

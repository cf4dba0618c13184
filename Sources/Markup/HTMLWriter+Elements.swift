/// Start and end tags of the elements of Markdown.
extension HTMLWriter {
    mutating func enter(_ event: Event, at index: Int) {
        switch event.node {
        case .document: break
        case .blockQuote:
            line()
            let kind = document.string(event.payload)
            put(
                kind.isEmpty
                    ? "<blockquote>\n" : "<blockquote class=\"callout\" data-callout=\"\(kind)\">\n"
            )
        case .bulletList:
            line()
            put("<ul>\n")
        case .orderedList:
            line()
            put(event.value == 1 ? "<ol>\n" : "<ol start=\"\(event.value)\">\n")
        case .item:
            line()
            put("<li>")
        case .task:
            line()
            if options.modern {
                // A box of a form would need a label; these only show what is done.
                put("<li class=\"task\"><span class=\"box\">\(event.flag ? "☑" : "☐")</span> ")
            } else {
                put(
                    "<li><input type=\"checkbox\"\(event.flag ? " checked=\"\"" : "") disabled=\"\" /> "
                )
            }
        case .footnoteDefinition:
            if !footnotesOpen {
                put(
                    options.modern
                        ? "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n"
                        : "<section class=\"footnotes\" data-footnotes>\n<ol>\n")
                footnotesOpen = true
            }
            footnote = event
            backReferencesWritten = false
            put("<li id=\"fn-")
            putLabel(event)
            put("\">\n")
        case .table:
            line()
            if options.scrollableTables { put("<div class=\"table-scroll\" tabindex=\"0\">\n") }
            put("<table>")
            bodyOpen = false
        case .tableRow:
            line()
            if event.flag {
                put("<thead>\n")
            } else if !bodyOpen {
                put("<tbody>\n")
                bodyOpen = true
            }
            put("<tr>")
        case .tableCell:
            line()
            put(event.flag ? "<th" : "<td")
            if let alignment = Event.Alignment(rawValue: event.value), alignment != .none {
                put(options.modern ? " class=\"" : " align=\"")
                put(alignment == .left ? "left\"" : alignment == .center ? "center\"" : "right\"")
            }
            put(">")
        case .paragraph:
            if !isTight {
                line()
                put("<p>")
            }
        case .heading where document.title?.events.lowerBound == index:
            if document.title?.isAdded == false, options.headingIDs {
                put("<span id=\"\(anchors.heading(document.words(ofHeading: index)))\">")
            }
        case .heading:
            line()
            put("<h\(level(event))")
            if options.headingIDs {
                put(" id=\"\(anchors.heading(document.words(ofHeading: index)))\"")
            }
            put(">")
        case .emphasis: open("<em>", at: index)
        case .strong: open("<strong>", at: index)
        case .strikethrough: open("<del>", at: index)
        case .wikilink where likeLibrary:
            links.append(false)
            put("[[")
            let words = document.events[index + 1].payload
            if document.bytes(words) != document.bytes(event.payload) {
                out.appendEscaped(document.bytes(event.payload))
                put("|")
            }
            return
        case .link, .wikilink:
            guard linkDepth == 0 || likeLibrary,
                let destination = spans == nil ? destination(of: event) : destinations[index]
            else {
                links.append(false)
                return
            }
            links.append(true)
            approach(index)
            linkDepth += 1
            put("<a href=\"")
            out.appendEscapedAddress(destination.href.utf8)
            putTitle(event)
            put("\"")
            put(destination.attributes)
            put(">")
        case .image: enterImage(event, at: index)
        default: break
        }
        path.append((event.node, event.flag))
        frames.append(Frame(raw: nil, mark: weaver.depth))
    }

    mutating func leave(_ event: Event, at index: Int) {
        if event.node == .link || event.node == .wikilink {
            guard links.popLast() == true else {
                if likeLibrary { put("]]") }
                return
            }
        }
        if event.node == .image {
            imageDepth -= 1
            guard imageDepth == 0 else { return }
            if let end = imageEnd { put(end) }
        }
        closeFrame()
        path.removeLast()
        switch event.node {
        case .blockQuote:
            line()
            put("</blockquote>\n")
        case .bulletList: put("</ul>\n")
        case .orderedList: put("</ol>\n")
        case .item, .task: put("</li>\n")
        case .footnoteDefinition:
            if !backReferencesWritten {
                putBackReferences()
                put("\n")
            }
            put("</li>\n")
            footnote = nil
        case .table:
            if bodyOpen {
                line()
                put("</tbody>\n")
            }
            line()
            put("</table>\n")
            if options.scrollableTables { put("</div>\n") }
        case .tableRow:
            line()
            put("</tr>")
            if path.last?.node == .table, !bodyOpen { put("\n</thead>") }
        case .tableCell: put(path.last?.flag == true ? "</th>" : "</td>")
        case .paragraph:
            if !isTight {
                if path.last?.node == .footnoteDefinition,
                    document.events[index + 1].node == .footnoteDefinition
                {
                    put(" ")
                    putBackReferences()
                }
                put("</p>\n")
            }
        case .heading where document.title?.events.upperBound == index + 1:
            if document.title?.isAdded == false, options.headingIDs { put("</span>") }
            titleEnd = out.count
        case .heading: put("</h\(headingLevel(before: index))>\n")
        case .emphasis: put("</em>")
        case .strong: put("</strong>")
        case .strikethrough: put("</del>")
        case .link, .wikilink:
            linkDepth -= 1
            put("</a>")
        default: break
        }
    }
}

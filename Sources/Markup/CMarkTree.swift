import CCMarkGFM
import CPosix
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The C library's tree of one document, from parsing to the last event.
///
/// The only file with pointers: none of them leaves it.
///
/// libcmark-gfm 0.29.0.gfm.6 keeps the extensions' special characters in a table of the process
/// that every `cmark_parser_finish` sets and clears (github/cmark-gfm#176), and registers
/// extensions once, guarded by a plain flag that is not atomic. So registration happens once here,
/// and finishing happens under one lock; feeding and walking run in parallel.
///
/// Nodes and strings are allocated in an arena of the thread and freed at once: allocating and
/// freeing them one by one costs a third of parsing.
struct CMarkTree: ~Copyable {
    private let parser: OpaquePointer
    private let root: UnsafeMutablePointer<cmark_node>

    private static let finishing = Mutex(())
    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()
    private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]
    private static let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE

    /// `nil` only when the library gives no tree, which it never does for bytes in memory.
    init?(parsing source: [UInt8]) {
        Self.registered
        variorum_arena_begin()
        guard let parser = cmark_parser_new_with_mem(Self.options, Self.memory()) else {
            variorum_arena_end()
            return nil
        }
        for name in Self.extensions {
            if let found = cmark_find_syntax_extension(name) {
                cmark_parser_attach_syntax_extension(parser, found)
            }
        }
        source.withUnsafeBytes { bytes in
            cmark_parser_feed(parser, bytes.baseAddress, bytes.count)
        }
        var finished: UnsafeMutablePointer<cmark_node>?
        Self.finishing.withLock { _ in
            finished = cmark_parser_finish(parser)
        }
        guard let root = finished else {
            variorum_arena_end()
            return nil
        }
        self.parser = parser
        self.root = root
    }

    deinit {
        variorum_arena_end()
    }

    /// How the library takes memory; all nodes point to this, so it lies there itself.
    private static func memory() -> UnsafeMutablePointer<cmark_mem>? {
        let memory = variorum_arena_calloc(1, MemoryLayout<cmark_mem>.size)?
            .bindMemory(to: cmark_mem.self, capacity: 1)
        memory?.initialize(
            to: cmark_mem(
                calloc: variorum_arena_calloc, realloc: variorum_arena_realloc,
                free: variorum_arena_free))
        return memory
    }

    /// The library's own HTML of a text: what `HTMLWriter` is compared with.
    static func libraryHTML(of source: [UInt8]) -> [UInt8] {
        CMarkTree(parsing: source)?.libraryHTML() ?? []
    }

    private func libraryHTML() -> [UInt8] {
        guard
            let html = cmark_render_html(
                root, Self.options, cmark_parser_get_syntax_extensions(parser))
        else { return [] }
        return Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
    }

    /// Walks the tree from front to back and passes every node to `sink`.
    ///
    /// `source` is what was parsed.
    func walk(source: [UInt8], lines: SourceLines, into sink: inout EventSink) {
        let iterator = cmark_iter_new(root)
        defer { cmark_iter_free(iterator) }
        var alignments: UnsafeMutablePointer<UInt8>?
        var column = 0
        var inHeader = false
        var footnotes: Int32 = 0

        source.withUnsafeBufferPointer { bytes in
            while true {
                let step = cmark_iter_next(iterator)
                guard step != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else {
                    break
                }
                let entering = step == CMARK_EVENT_ENTER
                let kind = ccmark_node_kind(node)

                if kind == CCMARK_TEXT {
                    let claimed = Self.place(of: node, in: lines)
                    let literal = ccmark_node_literal(node)
                    let payload = sink.store(literal)
                    sink.text(
                        payload, claimed: claimed,
                        verbatim: Self.occurs(literal, in: bytes, at: claimed),
                        hasBracket: literal.len > 0
                            && memchr(literal.data, 0x5B, Int(literal.len)) != nil)
                    continue
                }
                if !entering {
                    if let node = Self.container(kind, node) { sink.leave(node) }
                    continue
                }
                let place = Self.place(of: node, in: lines)
                switch kind {
                case CCMARK_LIST:
                    let ordered = ccmark_list_is_ordered(node)
                    sink.enter(
                        Event(
                            ordered ? .orderedList : .bulletList, .enter,
                            flag: ccmark_list_is_tight(node),
                            value: ordered ? ccmark_list_start(node) : 0, source: place))
                case CCMARK_TASK:
                    sink.enter(
                        Event(.task, .enter, flag: ccmark_task_is_checked(node), source: place))
                case CCMARK_HEADING:
                    sink.enter(
                        Event(.heading, .enter, value: ccmark_heading_level(node), source: place))
                case CCMARK_FOOTNOTE_DEFINITION:
                    footnotes += 1
                    sink.enter(
                        Event(
                            .footnoteDefinition, .enter, value: footnotes,
                            count: ccmark_footnote_count(node),
                            payload: sink.store(ccmark_footnote_label(node)), source: place))
                case CCMARK_TABLE:
                    alignments = cmark_gfm_extensions_get_table_alignments(node)
                    sink.enter(Event(.table, .enter, source: place))
                case CCMARK_TABLE_ROW:
                    column = 0
                    inHeader = cmark_gfm_extensions_get_table_row_is_header(node) != 0
                    sink.enter(Event(.tableRow, .enter, flag: inHeader, source: place))
                case CCMARK_TABLE_CELL:
                    let alignment = Self.alignment(alignments.map { $0[column] } ?? 0)
                    column += 1
                    sink.enter(
                        Event(
                            .tableCell, .enter, flag: inHeader, value: alignment.rawValue,
                            source: place))
                case CCMARK_LINK, CCMARK_IMAGE:
                    sink.enter(
                        Event(
                            kind == CCMARK_LINK ? .link : .image, .enter,
                            payload: sink.store(ccmark_node_url(node)),
                            extra: sink.store(ccmark_node_title(node)), source: place))
                case CCMARK_CODE_BLOCK:
                    sink.leaf(
                        Event(
                            .codeBlock, .leaf, payload: sink.store(ccmark_node_literal(node)),
                            extra: sink.store(ccmark_node_info(node)), source: place))
                case CCMARK_HTML_BLOCK, CCMARK_CODE, CCMARK_HTML_INLINE:
                    let leaf: Event.Node =
                        kind == CCMARK_CODE
                        ? .code : kind == CCMARK_HTML_BLOCK ? .htmlBlock : .htmlInline
                    sink.leaf(
                        Event(
                            leaf, .leaf, payload: sink.store(ccmark_node_literal(node)),
                            source: place))
                case CCMARK_FOOTNOTE_REFERENCE:
                    sink.leaf(
                        Event(
                            .footnoteReference, .leaf,
                            value: Self.number(ccmark_node_literal(node)),
                            count: ccmark_footnote_count(node),
                            payload: sink.store(ccmark_footnote_label(node)), source: place))
                case CCMARK_THEMATIC_BREAK: sink.leaf(Event(.thematicBreak, .leaf, source: place))
                case CCMARK_SOFT_BREAK: sink.leaf(Event(.softBreak, .leaf))
                case CCMARK_LINE_BREAK: sink.leaf(Event(.lineBreak, .leaf))
                default:
                    if let container = Self.container(kind, node) {
                        sink.enter(Event(container, .enter, source: place))
                    }
                }
            }
        }
    }

    /// The kind of a container node; `nil` for leaves and for unknown kinds.
    private static func container(
        _ kind: ccmark_kind, _ node: UnsafeMutablePointer<cmark_node>
    ) -> Event.Node? {
        switch kind {
        case CCMARK_PARAGRAPH: .paragraph
        case CCMARK_STRONG: .strong
        case CCMARK_EMPHASIS: .emphasis
        case CCMARK_LINK: .link
        case CCMARK_HEADING: .heading
        case CCMARK_ITEM: .item
        case CCMARK_LIST: ccmark_list_is_ordered(node) ? .orderedList : .bulletList
        case CCMARK_BLOCK_QUOTE: .blockQuote
        case CCMARK_TABLE_CELL: .tableCell
        case CCMARK_TABLE_ROW: .tableRow
        case CCMARK_TABLE: .table
        case CCMARK_IMAGE: .image
        case CCMARK_STRIKETHROUGH: .strikethrough
        case CCMARK_TASK: .task
        case CCMARK_FOOTNOTE_DEFINITION: .footnoteDefinition
        case CCMARK_DOCUMENT: .document
        default: nil
        }
    }

    private static func alignment(_ letter: UInt8) -> Event.Alignment {
        switch letter {
        case UInt8(ascii: "l"): .left
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .right
        default: .none
        }
    }

    private static func place(
        of node: UnsafeMutablePointer<cmark_node>, in lines: SourceLines
    ) -> Range<Int32> {
        lines.range(
            line: node.pointee.start_line, column: node.pointee.start_column,
            endLine: node.pointee.end_line, endColumn: node.pointee.end_column)
    }

    private static func number(_ digits: cmark_chunk) -> Int32 {
        var value: Int32 = 0
        for index in 0..<Int(digits.len) {
            value = value &* 10 &+ Int32(digits.data[index]) &- 0x30
        }
        return value
    }

    /// Whether a text is in the source, byte for byte, at the position that the parser gives.
    private static func occurs(
        _ literal: cmark_chunk, in source: UnsafeBufferPointer<UInt8>, at place: Range<Int32>
    ) -> Bool {
        guard
            !place.isEmpty, literal.len > 0,
            Int(place.lowerBound) + Int(literal.len) <= source.count,
            let base = source.baseAddress
        else { return false }
        return memcmp(literal.data, base + Int(place.lowerBound), Int(literal.len)) == 0
    }
}

extension EventSink {
    /// Copies a chunk's bytes into the arena.
    fileprivate mutating func store(_ chunk: cmark_chunk) -> Range<Int32> {
        guard chunk.len > 0 else { return 0..<0 }
        let start = Int32(truncatingIfNeeded: arena.count)
        arena.append(contentsOf: UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len)))
        return start..<start + chunk.len
    }
}

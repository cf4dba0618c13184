import Archive
import Text

/// Finds words that differ from a name by one regional word, such as 視訊號 for 视频号: a text from
/// another region uses them for the entity, and they are not an alias yet.
public struct NearMissCheck {
    private struct Variant {
        /// Indices in `Archive.entities`, ascending.
        var entities: [Int]
        /// The alias that the variant was derived from.
        var alias: String
        var places = NamePlaces()
    }

    private let archive: Archive
    private let matcher: MentionMatcher
    private let keys: [[UInt8]]
    private let variants: [Variant]

    public init(_ archive: Archive, _ matcher: MentionMatcher) {
        self.archive = archive
        self.matcher = matcher
        var found: [[UInt8]: Variant] = [:]
        for (index, entity) in archive.entities.enumerated() {
            let own = entity.allAliases.map { FoldedText.key($0.text) }
            for (alias, key) in zip(entity.allAliases, own) {
                for variant in Self.variants(of: key)
                where matcher.names.index[variant] == nil
                    && !own.contains(where: { Self.holds(variant, $0) })
                {
                    var entry = found[variant] ?? Variant(entities: [], alias: alias.text)
                    if entry.entities.last != index { entry.entities.append(index) }
                    found[variant] = entry
                }
            }
        }
        let sorted = found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        keys = sorted.map(\.key)
        variants = sorted.map(\.value)
    }

    /// - Parameters:
    ///   - texts: all articles of the archive, in its order.
    ///   - mentions: the mentions of each article.
    /// - Returns: one diagnostic for each string, in file order.
    public func diagnostics(_ texts: ArticleTexts, _ mentions: [ArticleMentions]) -> [Diagnostic] {
        guard !keys.isEmpty else { return [] }
        let patterns = PatternMatcher(keys)
        var found = variants
        for (text, names) in zip(texts, mentions) {
            for (range, variant) in places(patterns, text, names) {
                found[variant].places.add(range, in: text.article)
            }
        }
        return found.compactMap { diagnostic($0, texts) }.sorted()
    }

    /// Occurrences that are not covered by a mention, rejected by an editor or crossed by an
    /// everyday word.
    private func places(_ patterns: PatternMatcher, _ text: ArticleText, _ names: ArticleMentions)
        -> [(Range<Int>, Int)]
    {
        var places: [(Range<Int>, Int)] = []
        let folded = text.foldedForNames()
        let matches = patterns.matches(in: folded.bytes)
        guard !matches.isEmpty else { return [] }
        let spans = names.mentions.map(\.range) + names.undecided.map(\.range)
        let covered = SpanIndex(spans.map { (range: $0, value: ()) })
        let editor = matcher.editor(text, folded)
        var end = 0
        for match in matches where match.range.lowerBound >= end {
            end = match.range.upperBound
            let range = folded.original(match.range)
            let comparison = LocalSegmentation.comparison(
                match.range, in: folded.bytes, matcher.frequencies,
                isName: { matcher.names.index[Array(folded.bytes[$0])] != nil })
            if NameBoundary.isKept(text.plain.utf8, range), comparison?.isDoubtful != true,
                !covered.contains(overlapping: range, where: { span, _ in span.contains(range) }),
                !variants[match.pattern].entities.contains(where: {
                    editor?.rejects(match.range, entity: $0) == true
                })
            {
                places.append((range, match.pattern))
            }
        }
        return places
    }

    private func diagnostic(_ variant: Variant, _ texts: ArticleTexts) -> Diagnostic? {
        guard let first = variant.places.examples.first else { return nil }
        let text = texts[first.article]
        let words = Excerpt.line(text.words(first.range))
        let ids = variant.entities.map { archive.entities[$0].id }
        return Diagnostic(
            .warning, "near-miss",
            at: text.place(of: first.range, in: archive.articles[first.article]),
            "`\(words)` is another region's word for `\(variant.alias)`, a name of \(IDList.all(ids)),"
                + " and is not linked (\(variant.places.times))",
            notes: variant.places.contexts(texts) { archive.articles[$0].file },
            help: AliasLine.adding(words, to: archive.entities[variant.entities[0]]))
    }

    /// All variants of the name with one regional word replaced.
    static func variants(of key: [UInt8]) -> [[UInt8]] {
        var variants: [[UInt8]] = []
        for (from, to) in RegionalWords.pairs {
            // A word of one character is too ambiguous unless the name is longer.
            if from.count <= 3, key.count < 9 { continue }
            let search = ByteSearch(from)
            var at = 0
            while let start = search.first(in: key, from: at, to: key.count) {
                variants.append(key[..<start] + to + key[(start + from.count)...])
                at = start + from.count
            }
        }
        return variants
    }

    private static func holds(_ text: [UInt8], _ words: [UInt8]) -> Bool {
        ByteSearch(words).first(in: text, from: 0, to: text.count) != nil
    }
}

/// Pairs of words that mean the same in mainland Chinese and in Taiwanese Chinese and differ by
/// more than their script.
///
/// Names are often translated this way between the regions.
///
/// Chosen by hand, in part from OpenCC's list TWPhrases (Apache-2.0, github.com/BYVoid/OpenCC).
enum RegionalWords {
    /// Folded.
    ///
    /// Each pair occurs in both directions.
    static let pairs: [(from: [UInt8], to: [UInt8])] = {
        var pairs: [(from: [UInt8], to: [UInt8])] = []
        for line in table.description.split(separator: "\n") {
            for group in line.split(separator: ";") {
                let words = group.split(separator: " ").map { FoldedText.key(String($0)) }
                for other in words.dropFirst() {
                    pairs.append((words[0], other))
                    pairs.append((other, words[0]))
                }
            }
        }
        return pairs
    }()

    /// Groups of the mainland's word, followed by Taiwan's words.
    private static let table: StaticString = """
        视频 視訊 影片 影音;短视频 短影音;音频 音訊;信息 資訊 訊息;消息 訊息;短信 簡訊;信号 訊號;软件 軟體;硬件 硬體;固件 韌體;程序 程式;小程序 小程式
        应用程序 應用程式;网络 網路;互联网 網際網路;服务器 伺服器;数据库 資料庫;数据 資料;文件 檔案;文档 文件 檔案;文件夹 資料夹;存储 儲存
        云计算 雲端運算 雲端計算;云 雲端;云存储 雲端儲存;云服务 雲端服務;人工智能 人工智慧;智能 智慧;算法 演算法;芯片 晶片;硅 矽;集成电路 積體電路
        晶体管 電晶體;纳米 奈米;激光 雷射 鐳射;内存 記憶體;硬盘 硬碟;闪存 快閃記憶體;显卡 顯示卡;主板 主機板;屏幕 螢幕;触摸屏 觸控螢幕;打印机 印表機
        鼠标 滑鼠;笔记本电脑 筆記型電腦;台式机 桌上型電腦;移动通信 行動通訊;移动电话 行動電話;移动支付 行動支付;移动网络 行動網路;移动 行動;通信 通訊
        宽带 寬頻;带宽 頻寬;蓝牙 藍芽;博客 部落格;网吧 網咖;社区 社群;社交网络 社群網路;门户网站 入口網站;搜索 搜尋;用户 使用者;账号 帳號;登录 登入
        在线 線上;链接 連結;界面 介面;接口 介面;插件 外掛;组件 元件;模块 模組;数字 數位;数码 數位;模拟 類比;虚拟机 虛擬機器;操作系统 作業系統
        编程 程式設計;程序员 程式設計師;源代码 原始碼;开源 開放原始碼;二维码 QR碼 二維條碼;摄像头 攝影機 鏡頭;高清 高畫質;像素 畫素;分辨率 解析度
        充电宝 行動電源;出租车 計程車;自行车 腳踏車;地铁 捷運;公交 公車;航天 太空;空间站 太空站;航天飞机 太空梭;知识产权 智慧財產權;首席执行官 執行長
        首席技术官 技術長;首席运营官 營運長;首席信息官 資訊長;首席财务官 財務長;项目 專案;质量 品質;渠道 通路;方便面 泡麵;酸奶 優格;奶酪 起司 乳酪
        三文鱼 鮭魚;土豆 馬鈴薯;幼儿园 幼稚園;本科 大學部;黑客 駭客;博主 部落客;视频会议 視訊會議;英伟达 輝達;脸书 臉譜;奈飞 網飛;索尼 新力;奔驰 賓士
        雷克萨斯 凌志;菲亚特 飛雅特;路虎 荒原路華;爱立信 易利信;硅谷 矽谷;特朗普 川普;扎克伯格 祖克柏;乔布斯 賈伯斯;盖茨 蓋茲;奥特曼 阿特曼;奥巴马 歐巴馬
        普京 普丁;泽连斯基 澤倫斯基;里根 雷根;肯尼迪 甘迺迪;克林顿 柯林頓;希拉里 希拉蕊;撒切尔 柴契爾;默克尔 梅克爾;马克龙 馬克宏;约翰逊 強森
        内塔尼亚胡 納坦雅胡;卡梅隆 卡麥隆;贝克汉姆 貝克漢;皮查伊 皮蔡;斯皮尔伯格 史匹柏;香农 夏農;新西兰 紐西蘭;意大利 義大利;沙特阿拉伯 沙烏地阿拉伯
        沙特 沙烏地;老挝 寮國;文莱 汶萊;朝鲜 北韓;尼日利亚 奈及利亞;肯尼亚 肯亞;坦桑尼亚 坦尚尼亞;埃塞俄比亚 衣索比亞;赞比亚 尚比亞;津巴布韦 辛巴威
        博茨瓦纳 波札那;莫桑比克 莫三比克;加纳 迦納;乍得 查德;也门 葉門;卡塔尔 卡達;阿联酋 阿聯;格鲁吉亚 喬治亞;阿塞拜疆 亞塞拜然;哈萨克斯坦 哈薩克
        乌兹别克斯坦 烏茲別克;克罗地亚 克羅埃西亞;斯洛文尼亚 斯洛維尼亞;波黑 波士尼亞;塞浦路斯 賽普勒斯;马尔代夫 馬爾地夫;毛里求斯 模里西斯;突尼斯 突尼西亞
        哥斯达黎加 哥斯大黎加;洪都拉斯 宏都拉斯;危地马拉 瓜地馬拉;厄瓜多尔 厄瓜多;特立尼达 千里達;瓦努阿图 萬那杜;图瓦卢 吐瓦魯;帕劳 帛琉;所罗门群岛 索羅門群島
        悉尼 雪梨;堪培拉 坎培拉;迪拜 杜拜;佛罗伦萨 佛羅倫斯;萨拉热窝 塞拉耶佛
        """
}

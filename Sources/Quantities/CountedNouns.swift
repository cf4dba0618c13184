import Text

/// Nouns that numbers count, in Chinese and English.
///
/// Each group holds words for one kind of thing. Counts of two known kinds are compared only when
/// the kinds are the same, or one of them is a kind of the other (`CountKind`).
enum CountedNouns {
    struct Noun: Sendable, Equatable {
        /// `employee`: the kind.
        var kind: String
        /// `worker`: the word in the singular; the unit of an English count.
        var word: String
    }

    /// A kind and its words.
    ///
    /// English words are in the plural, except where they have none.
    static let groups: [(kind: String, words: String)] = [
        (
            "person",
            "people persons person men women man woman adults children kids girls boys residents citizens individuals humans americans others survivors 人 居民 市民 民众 男子 女子 儿童 老人"
        ),
        ("employee", "employees workers staff staffers employee worker personnel 员工 雇员 职工 工人 雇员人数"),
        ("job", "jobs job positions roles posts 岗位 职位 工作岗位 就业岗位"),
        (
            "user",
            "users user subscribers subscriber accounts account members member followers players gamers viewers listeners readers 用户 会员 账户 账号 订阅者 读者 玩家 粉丝 网民 使用者"
        ),
        (
            "customer",
            "customers customer clients client consumers shoppers buyers guests 客户 顾客 消费者 买家"
        ),
        ("death", "deaths fatalities casualties dead killed 死亡 遇难者"),
        ("case", "cases infections patients patient 病例 患者 确诊病例 感染者"),
        ("voter", "voters voter votes ballots delegates 选民 选票"),
        ("student", "students pupils graduates student 学生 毕业生"),
        (
            "soldier",
            "troops soldiers fighters officers veterans marines sailors militants 士兵 军人 警察"
        ),
        (
            "developer",
            "developers engineers programmers scientists researchers developer engineer 开发者 工程师 研究人员 科学家 程序员"
        ),
        (
            "company",
            "companies company firms businesses startups start-ups corporations enterprises suppliers manufacturers airlines banks 企业 公司 创业公司 商家 厂商 供应商 银行 商户"
        ),
        (
            "store",
            "stores store shops outlets restaurants locations branches supermarkets 门店 店 店铺 商店 餐厅 网点"
        ),
        (
            "country",
            "countries country nations states cities counties provinces towns 国家 城市 省份 地区 县"
        ),
        ("school", "schools universities colleges hospitals churches 学校 高校 医院 大学"),
        (
            "building",
            "homes houses buildings apartments units_of_housing households rooms families 住宅 房屋 楼 家庭 住房"
        ),
        (
            "vehicle",
            "cars car vehicles vehicle trucks suvs buses bikes motorcycles 汽车 车辆 车 新能源汽车 电动车 卡车"
        ),
        (
            "aircraft",
            "jets jet planes plane aircraft airplanes helicopters airliners drones 飞机 客机 无人机 直升机"
        ),
        ("flight", "flights trips rides voyages orders deliveries launches 航班 订单 班次"),
        ("ship", "ships vessels boats tankers submarines containers 船舶 船 集装箱"),
        (
            "device",
            "phones phone smartphones devices units computers laptops tablets iphones consoles chips gpus servers robots machines 手机 设备 芯片 服务器 电脑 机器人 终端"
        ),
        ("weapon", "guns firearms weapons missiles rockets warheads bombs 导弹 枪支"),
        (
            "product",
            "products items models goods features apps applications games titles tools services 产品 商品 应用 车型 游戏 功能 小程序"
        ),
        (
            "work",
            "books articles pages words stories films movies songs episodes videos photos images documents files emails messages posts_online tweets comments reviews reports 文章 书 视频 歌曲 电影 影片 文件 论文 报告 图片 照片"
        ),
        ("patent", "patents licenses contracts deals agreements permits 专利 合同 协议 许可"),
        (
            "event",
            "attacks shootings incidents accidents crashes fires earthquakes strikes protests meetings events hearings lawsuits complaints charges counts arrests crimes murders games_played matches races goals points_scored touchdowns yards_gained wins losses_suffered seats tickets 事件 事故 会议 活动 席位"
        ),
        ("share", "shares share stocks 股份"),
        (
            "animal",
            "animals birds dogs cats cows cattle pigs sheep fish species trees plants 动物 物种 棵树"
        ),
        ("barrel", "barrels barrel"), ("token", "tokens parameters params coins bitcoins 参数"),
        (
            "project",
            "projects programs initiatives experiments studies tests trials samples doses vaccines shots 项目 课题 试验 剂次"
        ),
        (
            "question",
            "questions items_asked reasons options steps stages layers topics issues categories types kinds groups teams departments branches_of offices sites facilities plants_operated factories data_centers 问题 部门 团队 工厂 数据中心"
        ),
        ("scene", "scenes scenarios use_cases 场景 业务场景"),
    ]

    static let words: WordTable<Noun> = {
        var rows: [(words: String, value: Noun)] = []
        for (kind, words) in groups {
            for word in words.split(separator: " ") {
                rows.append((String(word), Noun(kind: kind, word: singular(String(word)))))
            }
        }
        return WordTable(rows)
    }()

    /// people, employees; up to two words of description may stand before a listed noun.
    static func match(_ text: QuantityText, at index: Int) -> (noun: Noun, end: Int)? {
        var at = index
        for step in 0..<3 {
            if step == 0 || !stops.holds(text, at: at), let (noun, end) = words.match(text, at: at),
                text.isLetter(at), text[end] != "-"
            {
                return (noun, end)
            }
            guard let end = wordEnd(text, at), text.isSpace(end), text[end] != "\n" else {
                return nil
            }
            at = text.skippingSpaces(end)
        }
        return nil
    }

    /// A noun in the plural that is in no group: 12,000 lawnmowers.
    static func plural(_ text: QuantityText, at index: Int) -> (noun: Noun, end: Int)? {
        guard let end = wordEnd(text, index), end - index >= 4, text[end - 1] == "s",
            !text[end - 2].isOne(of: "sui"), !stops.holds(text, at: index), text[end] != "-",
            text.cased[index] &- 0x61 < 26
        else { return nil }
        let word = String(
            String.UnicodeScalarView(text.folded[index..<end].compactMap(Unicode.Scalar.init)))
        return (Noun(kind: "", word: singular(word)), end)
    }

    /// The Han noun at or after `index`, for a counting word before it: 3万名[新]员工.
    static func han(_ text: QuantityText, at index: Int) -> Noun? {
        guard text.isHan(index) else { return nil }
        for skip in 0..<3 {
            guard text.isHan(index + skip), text[index + skip] != "的" else { return nil }
            if let (noun, end) = words.match(text, at: index + skip), end - index - skip >= 2 {
                return noun
            }
        }
        return nil
    }

    /// The end of one word of description; `nil` at a verb, preposition or mark.
    private static func wordEnd(_ text: QuantityText, _ index: Int) -> Int? {
        guard text.isLetter(index), !stops.holds(text, at: index) else { return nil }
        var end = index
        while text.isLetter(end) || text[end] == "-" && text.isLetter(end + 1) { end += 1 }
        return end
    }

    private static func singular(_ word: String) -> String {
        let irregular = [
            "people": "people", "persons": "person", "men": "man", "women": "woman",
            "children": "child",
            "staff": "staff", "series": "series", "movies": "movie", "species": "species",
            "cookies": "cookie", "businesses": "business", "crashes": "crash", "buses": "bus",
            "churches": "church", "branches": "branch", "losses": "loss", "launches": "launch",
            "matches": "match", "universities": "university", "dead": "dead",
        ]
        if let found = irregular[word] { return found }
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        if word.hasSuffix("s"), !word.hasSuffix("ss"), word.count > 3 {
            return String(word.dropLast())
        }
        return word
    }

    /// Words that end what a number describes.
    private static let stops = WordTable(
        """
        of in to for at on from with and or but that which who when where while was were is are be been being the a an than as has have had will would could should can may might \
        did does do said says say by about into over under after before between during per each every this these those its their his her our your my it he she they we you not no more less \
        times years days months weeks hours minutes seconds percent percentage points dollars cents yes plus minus versus always perhaps across against afterwards besides unless sometimes \
        towards whereas thus because if so then there here out up down off away back again ago later earlier died killed said including includes means comes goes makes takes gives shows \
        sees gets wants needs looks seems remains becomes turns keeps runs begins starts helps works rises falls
        """)
}

/// Which counts can be compared.
public enum CountKind {
    /// Kinds of people.
    private static let people: Set<String> = [
        "employee", "user", "customer", "voter", "student", "soldier", "developer", "death", "case",
    ]
    /// Counting words of people.
    private static let counters: [String: String] = [
        "人": "person", "名": "person", "位": "person", "人次": "visit",
        "台": "machine", "部": "machine", "辆": "vehicle", "架": "aircraft", "艘": "ship",
        "家": "firm", "家次": "firm", "所": "school", "户": "household", "头": "animal", "只": "animal",
        "股": "share", "亩": "land", "公顷": "land", "字": "character", "集": "episode", "票": "vote",
        "岁": "age", "度": "degree", "点": "point", "股份": "share", "斤": "weight",
    ]
    private static let machines: Set<String> = ["device", "vehicle", "aircraft", "ship", "weapon"]
    private static let firms: Set<String> = ["company", "store", "school", "customer"]

    /// What is counted; empty: anything.
    ///
    /// - Parameters:
    ///   - unit: as `Quantity.unit` holds it.
    ///   - noun: as `Quantity.noun` holds it.
    public static func of(unit: String, noun: String?) -> String {
        if let noun, !noun.isEmpty { return noun }
        if let counter = counters[unit] { return ":" + counter }
        return unit.unicodeScalars.allSatisfy(\.isASCII) ? "?" + unit : ""
    }

    /// Whether two kinds may be the same thing.
    ///
    /// An empty kind (个, 项) may be anything; an English noun of no group (`?crane`) may be what a
    /// Chinese counting word counts (`:machine`).
    public static func isComparable(_ a: String, _ b: String) -> Bool {
        if a == b || a.isEmpty || b.isEmpty { return true }
        if a.hasPrefix("?") || b.hasPrefix("?") { return a.hasPrefix(":") || b.hasPrefix(":") }
        let one = a.hasPrefix(":") ? String(a.dropFirst()) : a
        let other = b.hasPrefix(":") ? String(b.dropFirst()) : b
        return one == other || isGeneral(one, over: other) || isGeneral(other, over: one)
    }

    private static func isGeneral(_ a: String, over b: String) -> Bool {
        switch a {
        case "person": people.contains(b)
        case "machine": machines.contains(b)
        case "firm": firms.contains(b)
        case "household": b == "building"
        case "vote": b == "voter"
        case "episode": b == "work"
        default: false
        }
    }
}

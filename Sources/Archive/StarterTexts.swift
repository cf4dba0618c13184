/// The words of the starter archive.
enum StarterTexts {
    static let settings = """
        # What the whole site is called and how it behaves. Every line is optional.
        title: 渡口档案
        description: 一个示例：两篇报道、一个人、一艘船、一家公司和两个说法。
        language: zh-Hans           # of the interface: en, zh-Hans or zh-Hant
        # base-url: https://example.org/archive/   # needed for feeds and sitemaps
        menu:                       # replaces the entries of the header
          - {title: 关于, url: about/}
          # - {title: 地点, url: places/}   # for the kind at the end of this file
        feed-size: 20
        # Kinds of names beside people, products and organizations. With the next line, and a file
        # content/places/pier.md that says `name: 码头` between two lines `---`, the pier has a page.
        # kinds: [{id: place, folder: places, title: {en: Places, zh-Hans: 地点}, schema: Place}]

        """

    static let firstArticle = """
        ---
        # Front matter: what is known about the text. Only the text itself is needed.
        title: 雨燕号复航
        date: 2025-07-03
        authors: [周明]
        outlet: harbor-daily        # an id in outlets.yml, or a name
        url: https://example.org/news/swift-returns
        lang: zh-Hans               # found out when it is missing
        tags: [渡轮]
        origin: 海湾轮渡 2025 年年中通报会   # articles of one origin do not corroborate each other
        ---

        停航三个月之后，雨燕号在七月的第一天重新开航。海湾轮渡的总经理林岚在码头上说：“我们换了发动机，也换了座椅。”

        据海湾轮渡公司介绍，这条航线上半年运送乘客约12万人次，其中四分之一是骑自行车的人。

        """

    static let secondArticle = """
        ---
        title: 半年報：渡輪的乘客
        date: 2025-07-20
        authors: [Mei Wong]
        outlet: island-review
        lang: zh-Hant
        tags: [渡輪]
        origin: 海灣輪渡 2025 年半年報
        ---

        海灣輪渡公佈的半年報顯示，雨燕號上半年運送乘客12.3萬人次，老乘客只叫它雨燕。

        船員說，真正的雨燕仍在候船室的屋簷下築巢，[[lin-lan|總經理]]不許人把鳥巢拿走。

        """

    static let person = """
        ---
        name: 林岚                  # the heading of the page
        labels: {zh-Hant: 林嵐, en: Lin Lan}
        affiliations:
          - {organization: bay-ferries, role: 总经理, from: "2021"}
        ---
        [[bay-ferries]]的总经理，做过十年船长。

        """

    static let product = """
        ---
        name: 雨燕号
        labels: {zh-Hant: 雨燕號, en: Swift}
        aliases: [{text: 雨燕, only-in: [swift-half-year]}]   # other words for it, here in one article only
        not: [雨燕目]               # longer words that contain a name and never mean this ship
        maker: bay-ferries
        ---
        往返两岸的渡轮。

        """

    static let organization = """
        ---
        name: 海湾轮渡
        labels: {zh-Hant: 海灣輪渡, en: Bay Ferries}
        aliases: [海湾轮渡公司]
        ---
        经营渡轮的公司。

        """

    static let claims = """
        # Claims and the exact words that make them. Any number of files, any number of claims in each.
        - id: swift-passengers-2025
          title: 雨燕号 2025 年上半年的乘客人次
          kind: quantity            # quantity, event, statement, forecast or ranking
          subjects: [swift-ferry]
          metric: passengers        # an id in metrics.yml
          period: "2025-01/2025-06"
          statements:
            - article: swift-returns
              quote: 上半年运送乘客约12万人次   # exact words of that article
              speaker: bay-ferries  # an entity's id, or a name
              mode: report          # direct, indirect, report, inference or rumour
              value: 约12万人次
            - article: swift-half-year
              quote: 上半年運送乘客12.3萬人次
              speaker: bay-ferries
              mode: report
              value: 12.3萬人次

        - id: swift-refit
          title: 雨燕号更换了发动机
          kind: event
          subjects: [swift-ferry]
          statements:
            - article: swift-returns
              quote: 我们换了发动机，也换了座椅
              speaker: lin-lan
              mode: direct
              stance: supports      # supports, denies or mixed

        """

    static let metrics = """
        # What quantities of claims measure.
        - {id: passengers, title: {zh-Hans: 乘客人次, en: Passengers}, unit: 人次}

        """

    static let outlets = """
        # Who published the articles.
        - {id: harbor-daily, name: 港口日报, labels: {en: Harbor Daily}}
        - {id: island-review, name: 島嶼評論, labels: {en: Island Review}}

        """

    static let annotations = """
        # Decisions about one article; the file is named after its slug.
        reject:
          - {text: 雨燕, quote: 真正的雨燕}   # here the bird, not the ship
        notes:
          - {quote: 半年報, note: 全文可向公司索取。}

        """

    static let page = """
        ---
        title: 关于
        ---
        这里的人和船都是虚构的。换上你自己的文章，再运行 `variorum build`。

        """
}

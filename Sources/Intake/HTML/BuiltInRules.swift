/// The rules for sites that the program knows, in the form in which users write theirs
/// (`SiteRule`).
enum BuiltInRules {
    static let all: [SiteRule] = texts.map { SiteRule.read($0.text, name: $0.name).rule }

    static let texts: [(name: String, text: String)] = [
        (
            "WeChat",
            """
            site: mp.weixin.qq.com
            sign: #js_content
            body: #js_content
            title: #activity-name, .rich_media_title
            authors: #js_author_name
            outlet: #js_name, .profile_nickname
            date: #publish_time
            script-date: ct, oriCreateTime
            drop: #js_pc_qr_code, .reward_area, .qr_code_pc, #js_tags, .rich_media_tool, .mp_profile_iframe_wrp, .js_uneditable, .original_area_primary
            """
        ),
        (
            "CSDN",
            """
            site: blog.csdn.net
            sign: #content_views
            body: #content_views, #article_content
            title: #articleContentId, .title-article
            authors: .follow-nickName, #uid
            date: .article-bar-top .time
            drop: .hide-article-box, .article-copyright, .more-toolbox, .recommend-box, .toc, .htmledit_views-toc, .csdn-tracking-statistics
            """
        ),
        (
            "Zhihu",
            """
            site: zhuanlan.zhihu.com
            sign: .Post-RichText
            body: .Post-RichTextContainer .RichText, .Post-RichText
            title: .Post-Title
            authors: .AuthorInfo-name
            date: .ContentItem-time
            drop: .RichContent-EntityWord-icon, .LinkCard-desc, .Reward, .Catalog
            """
        ),
        (
            "Tencent News",
            """
            site: news.qq.com, new.qq.com, view.inews.qq.com, tech.qq.com
            body: .rich_media_content, .content-article, #article-content, .LEFT .content, #Cnt-Main-Article-QQ
            title: .content-article h1, .title h1, h1
            outlet: .media-name, .author-txt .author, .a_source
            date: .media-meta, .a_time
            drop: .mediaSource, .rv-root-v2, #Status, .copyright
            """
        ),
        (
            "36Kr",
            """
            site: 36kr.com
            body: .articleDetailContent, .kr-rich-text-wrapper, .common-width.content
            title: .article-title
            authors: .title-icon-item.item-a, .author-name
            date: .item-time, .title-icon-item.item-time
            drop: .article-detail-tip, .article-footer-txt
            """
        ),
        (
            "Sina",
            """
            site: sina.com.cn
            body: #artibody, #article, .article-content
            title: .main-title, #artibodyTitle
            outlet: .source, #media_name
            date: .date-source .date, .date, #pub_date
            drop: .article-editor, .show_author, .appendQr_wrap, .wap_special, .xb_new_finance_app, .tech-quotation, .ct_hqimg, .quotation, .app-kaihu-qr, .appendQr_normal, .otherContent_01, .hqimg_related, #left_hzh_ad, .art_rec
            """
        ),
        (
            "NetEase",
            """
            site: 163.com
            body: #endText, .post_body, .article-content, #content .content
            title: .post_title, #epContentLeft h1, .article_title h2, h1
            outlet: #ne_article_source
            date: .post_info, .post_time_source
            drop: .ep-source, .post_statement, .gg200x300, .ep-editor, .post_next, .article-source, .special_top_wrap
            """
        ),
        (
            "The Paper",
            """
            site: thepaper.cn
            body: .news_txt, .newsDetail_content, .cententWrap
            title: .news_title, h1.title
            drop: .news_love, .news_txt_footer, .ctread_bd
            """
        ),
        (
            "People's Daily",
            """
            site: people.com.cn, people.cn, peopleapp.com
            body: #rwb_zw, #rm_txt_zw, .rm_txt_con, .box_con, #p_content, .article
            title: .text_title h1, .rm_txt h1, h1
            drop: .edit, .zdfy, .page_n, .otitle, .rm_ewm, #p_editor, .share, .iclear, .bdshare
            """
        ),
        (
            "Toutiao",
            """
            site: toutiao.com
            body: .article-content, .syl-article-base, .article-box .article-content
            title: .article-title, .article-content h1, h1
            outlet: .article-meta .name a, .article-sub .src
            date: .article-meta, .article-sub
            drop: .article-meta, .tag-list, .pgc-card
            """
        ),
        (
            "Baijiahao",
            """
            site: baijiahao.baidu.com, mbd.baidu.com
            sign: .article-content, [itemprop=dateUpdate]
            body: #ssr-content .app-module_articleWrapper, .article-content, .mainContent, #article
            title: .article-title h2, .article-title, .sKHSJ
            authors: .author-name
            outlet: .author-name
            date: .article-source, .date
            """
        ),
        (
            "Cubox",
            """
            site: cubox.pro, cubox.cc
            sign: .cubox-article-content
            body: .cubox-article-content, #cubox-article-content
            """
        ),
    ]
}

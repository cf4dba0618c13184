/// The words and signs of money, before and behind a number; values are codes of ISO 4217.
enum CurrencyWords {
    static let suffixes: [(String, QuantityUnit)] = rows.map {
        ($0.words, QuantityUnit($0.code, .currency))
    }

    private static let rows: [(words: String, code: String)] = [
        (
            "元 圆 块钱 元人民币 人民币 人民币元 rmb cny yuan renminbi 元整 圆整",
            "CNY"
        ),
        (
            "美元 美金 美刀 usd us$ dollar dollars us_dollar us_dollars u.s._dollars",
            "USD"
        ),
        ("港元 港币 港圆 hkd hk$ hk_dollar hk_dollars hong_kong_dollars", "HKD"),
        ("欧元 eur euro euros €", "EUR"),
        ("英镑 gbp pound pounds pounds_sterling £", "GBP"),
        ("日元 日圆 jpy yen", "JPY"),
        ("韩元 韩圆 krw won", "KRW"),
        ("新台币 台币 新台币元 twd", "TWD"),
        ("新加坡元 新元 sgd singapore_dollars", "SGD"),
        ("澳元 澳币 aud australian_dollars", "AUD"),
        ("加元 加币 cad canadian_dollars", "CAD"),
        ("澳门元 澳门币 mop", "MOP"),
        ("卢比 inr rupees", "INR"),
        ("卢布 rub rubles roubles", "RUB"),
        ("瑞士法郎 chf swiss_francs", "CHF"),
        ("泰铢 thb baht", "THB"),
        ("越南盾 vnd", "VND"),
    ]

    static let prefixes = WordTable<String>([
        ("¥ ￥ 人民币 rmb cny rmb¥ cny¥", "CNY"), ("$ us$ usd usd$ u.s.$ 美元 美金", "USD"),
        ("hk$ hkd hkd$ 港币 港元", "HKD"), ("nt$ twd 新台币 台币", "TWD"), ("s$ sgd 新加坡元", "SGD"),
        ("a$ au$ aud 澳元 澳币", "AUD"), ("c$ ca$ cad 加元 加币", "CAD"), ("€ eur 欧元", "EUR"),
        ("£ gbp 英镑", "GBP"),
        ("jpy jp¥ 日元 日币", "JPY"), ("₩ krw 韩元", "KRW"), ("₹ inr", "INR"), ("₽ rub", "RUB"),
        ("chf", "CHF"),
    ])
}

/// Words and the one quantity in them: text, words of the quantity, low, high, unit, modality.
///
/// An empty bound is open, an empty unit is none.
enum QuantityCases {
    static let quantities = rows(
        """
        营收同比增长约两成半|增长约两成半|24.5|25.5|percent|about
        三成多|三成多|30|40|percent|more-than
        增加一倍半|增加一倍半|1.5|1.5|times|exact
        新臺幣3,500億元|新臺幣3,500億元|349950000000|350050000000|TWD|exact
        港币20亿元|港币20亿元|1950000000|2050000000|HKD|exact
        下调50bp|下调50bp|-0.505|-0.495|percentage-point|exact
        €45m|€45m|44500000|45500000|EUR|exact
        $2.1b|$2.1b|2050000000|2150000000|USD|exact
        £1.2t|£1.2t|1150000000000|1250000000000|GBP|exact
        6.7英寸|6.7英寸|6.65|6.75|inch|exact
        5000mAh|5000mAh|4999.5|5000.5|milliampere-hour|exact
        2000亿token|2000亿|199950000000|200050000000||exact
        7B模型|7B|6500000000|7500000000||exact
        零下二十度|零下二十度|-20.5|-19.5|度|exact
        摄氏零下5度|零下5度|-5.5|-4.5|度|exact
        票房破5亿元|破5亿元|500000000||CNY|more-than
        跌破3000点|跌破3000点||3000|点|less-than
        报3,200.55点|3,200.55点|3200.545|3200.555|点|exact
        大于等于5|大于等于5|5|||at-least
        小于或等于8%|小于或等于8%||8|percent|at-most
        营收达到382亿元|382亿元|38150000000|38250000000|CNY|exact
        約3.5億美元|約3.5億美元|345000000|355000000|USD|about
        净利润 1.02 亿元|1.02 亿元|101500000|102500000|CNY|exact
        5000万元|5000万元|49995000|50005000|CNY|exact
        5,000万元|5,000万元|49995000|50005000|CNY|exact
        3千万港元|3千万港元|25000000|35000000|HKD|exact
        人民币25亿元|人民币25亿元|2450000000|2550000000|CNY|exact
        ¥199|¥199|198.5|199.5|CNY|exact
        ￥1,299.50|￥1,299.50|1299.495|1299.505|CNY|exact
        HK$4.2 billion|HK$4.2 billion|4150000000|4250000000|HKD|exact
        €3.5 million|€3.5 million|3450000|3550000|EUR|exact
        £250,000|£250,000|249999.5|250000.5|GBP|exact
        $12bn|$12bn|11500000000|12500000000|USD|exact
        US$1.2 trillion|US$1.2 trillion|1150000000000|1250000000000|USD|exact
        300 million yuan|300 million yuan|299500000|300500000|CNY|exact
        RMB 45 million|RMB 45 million|44500000|45500000|CNY|exact
        12万美金|12万美金|115000|125000|USD|exact
        八千万日元|八千万日元|75000000|85000000|JPY|exact
        20亿韩元|20亿韩元|1950000000|2050000000|KRW|exact
        伍佰万元整|伍佰万元整|4500000|5500000|CNY|exact
        壹仟贰佰元|壹仟贰佰元|1150|1250|CNY|exact
        叁万元|叁万元|25000|35000|CNY|exact
        一百块钱|一百块钱|50|150|CNY|exact
        3块钱|3块钱|2.5|3.5|CNY|exact
        10块|10块|9.5|10.5|CNY|exact
        三块屏幕|三块|2.5|3.5|块|exact
        5亿人民币|5亿人民币|450000000|550000000|CNY|exact
        两百元|两百元|150|250|CNY|exact
        二十元|二十元|19.5|20.5|CNY|exact
        三十五亿|三十五亿|3450000000|3550000000||exact
        四万五千台|四万五千台|44500|45500|台|exact
        一万二|一万二|11500|12500||exact
        三千五|三千五|3450|3550||exact
        一百二|一百二|119.5|120.5||exact
        两百五十|两百五十|249.5|250.5||exact
        一千零八十|一千零八十|1079.5|1080.5||exact
        十五万人|十五万人|145000|155000|人|exact
        一百一十万户|一百一十万户|1095000|1105000|户|exact
        三亿五千万元|三亿五千万元|345000000|355000000|CNY|exact
        1亿2000万|1亿2000万|119995000|120005000||exact
        2万3千人|2万3千人|22500|23500|人|exact
        1萬4千|1萬4千|13500|14500||exact
        1万4|1万4|13500|14500||exact
        六千三百亿元|六千三百亿元|625000000000|635000000000|CNY|exact
        万亿元|万亿元|500000000000|1500000000000|CNY|exact
        百亿元|百亿元|9950000000|10050000000|CNY|exact
        百万级用户|百万级|1000000|9990000||vague
        百亿级市场|百亿级|10000000000|99900000000||vague
        十亿级|十亿级|1000000000|9900000000||vague
        数以百万计的开发者|数以百万计|1000000|9999999||vague
        数以亿计|数以亿计|100000000|999999999||vague
        亿级用户|亿级|100000000|900000000||vague
        万亿规模|万亿规模|1000000000000|9000000000000||vague
        千亿量级|千亿量级|100000000000|999900000000||vague
        数百家企业|数百家|200|999|家|vague
        数万人|数万人|20000|90000|人|vague
        数千万元|数千万元|20000000|99990000|CNY|vague
        数十万台|数十万台|200000|990000|台|vague
        几百个|几百个|200|999|个|vague
        几千万|几千万|20000000|99990000||vague
        几个亿|几个亿|200000000|900000000||vague
        几个月|几个月|2|9|month|vague
        几分钟|几分钟|2|9|minute|vague
        几十万人|几十万人|200000|990000|人|vague
        好几年|几年|2|9|year|vague
        十几万元|十几万元|110000|190000|CNY|vague
        二十几岁|二十几岁|21|29|岁|vague
        三十多岁|三十多岁|30|40|岁|more-than
        十多亿元|十多亿元|1000000000|2000000000|CNY|more-than
        一百多家|一百多家|100|200|家|more-than
        1000多名员工|1000多名|1000|2000|名|more-than
        1500余人|1500余人|1500|1600|人|more-than
        2万余名|2万余名|20000|30000|名|more-than
        3亿多|3亿多|300000000|400000000||more-than
        3亿多元|3亿多元|300000000|400000000|CNY|more-than
        5年多|5年多|5|6|year|more-than
        两年多|两年多|2|3|year|more-than
        三个多月|三个多月|3|4|month|more-than
        10余年|10余年|10|20|year|more-than
        百余家|百余家|100|200|家|more-than
        千余人|千余人|1000|2000|人|more-than
        近百家|近百家||100|家|almost
        上千人|上千人|1000||人|at-least
        上万台|上万台|10000||台|at-least
        上百万用户|上百万|1000000|||at-least
        上亿|上亿|100000000|||at-least
        过亿用户|过亿|100000000|||more-than
        破百亿|破百亿|10000000000|||more-than
        过万|过万|10000|||more-than
        超百万|超百万|1000000|||more-than
        超千亿元|超千亿元|100000000000||CNY|more-than
        逾百名|逾百名|100||名|more-than
        逾三成|逾三成|30||percent|more-than
        逾80%|逾80%|80||percent|more-than
        逾5億|逾5億|500000000|||more-than
        超過六成|超過六成|60||percent|more-than
        超九成|超九成|90||percent|more-than
        将近七成|将近七成||70|percent|almost
        接近50%|接近50%||50|percent|almost
        近2000人|近2000人||2000|人|almost
        近4小时|近4小时||4|hour|almost
        大约三千人|大约三千人|2500|3500|人|about
        大概20分钟|大概20分钟|19.5|20.5|minute|about
        约为1.2倍|约为1.2倍|1.15|1.25|times|about
        差不多3年|差不多3年|2.5|3.5|year|about
        约合7亿美元|7亿美元|650000000|750000000|USD|exact
        20人左右|20人左右|19.5|20.5|人|about
        一个月左右|一个月左右|0.5|1.5|month|about
        50%上下|50%上下|49.5|50.5|percent|about
        三十个以上|三十个以上|30||个|at-least
        90%以上|90%以上|90||percent|at-least
        10年以上|10年以上|10||year|at-least
        300元以下|300元以下||300|CNY|at-most
        5天以内|5天以内||5|day|at-most
        十分鐘之內|十分鐘之內||10|minute|at-most
        至少三家|至少三家|3||家|at-least
        最少5个|最少5个|5||个|at-least
        不少于20人|不少于20人|20||人|at-least
        不低于15%|不低于15%|15||percent|at-least
        起码两年|起码两年|2||year|at-least
        最多10分钟|最多10分钟||10|minute|at-most
        最高300元|最高300元||300|CNY|at-most
        至多五次|至多五次||5|次|at-most
        不超过1000万|不超过1000万||10000000||at-most
        不多于3次|不多于3次||3|次|at-most
        顶多半年|顶多半年||0.5|year|at-most
        不足百人|不足百人||100|人|less-than
        不足1%|不足1%||1|percent|less-than
        不满30天|不满30天||30|day|less-than
        低于3.5%|低于3.5%||3.5|percent|less-than
        少于100万|少于100万||1000000||less-than
        跌破10元|跌破10元||10|CNY|less-than
        未满十八岁|未满十八岁||18|岁|less-than
        不到一年|不到一年||1|year|less-than
        不到三成|不到三成||30|percent|less-than
        高于2%|高于2%|2||percent|more-than
        多于5个|多于5个|5||个|more-than
        >30%|>30%|30||percent|more-than
        ≥ 95%|≥ 95%|95||percent|at-least
        <0.1%|<0.1%||0.1|percent|less-than
        ≤5ms|≤5ms||0.005|second|at-most
        ~300 million|~300 million|299500000|300500000||about
        ≈3.14亿|≈3.14亿|313500000|314500000||about
        100+|100+|100|||at-least
        500+家|500+家|500||家|at-least
        10万+|10万+|100000|||at-least
        30 %|30 %|29.5|30.5|percent|exact
        30％|30％|29.5|30.5|percent|exact
        12.5 percent|12.5 percent|12.45|12.55|percent|exact
        7 per cent|7 per cent|6.5|7.5|percent|exact
        3.2 percentage points|3.2 percentage points|3.15|3.25|percentage-point|exact
        0.5个百分点|0.5个百分点|0.45|0.55|percentage-point|exact
        两个百分点|两个百分点|1.5|2.5|percentage-point|exact
        3个点|3个点|2.5|3.5|percentage-point|exact
        25个基点|25个基点|0.245|0.255|percentage-point|exact
        50 basis points|50 basis points|0.495|0.505|percentage-point|exact
        百分之三点五|百分之三点五|3.45|3.55|percent|exact
        百分之百|百分之百|99.5|100.5|percent|exact
        百分之两百|百分之两百|150|250|percent|exact
        百分之零点一|百分之零点一|0.05|0.15|percent|exact
        千分之三|千分之三|0.25|0.35|percent|exact
        3‰|3‰|0.25|0.35|percent|exact
        万分之五|万分之五|0.045|0.055|percent|exact
        三分之二|三分之二|0.666666|0.666667|ratio|exact
        四分之一|四分之一|0.25|0.25|ratio|exact
        五分之三|五分之三|0.6|0.6|ratio|exact
        十分之一|十分之一|0.1|0.1|ratio|exact
        1/3|1/3|0.333333|0.333334|ratio|exact
        2/3的用户|2/3|0.666666|0.666667|ratio|exact
        一半|一半|0.5|0.5|ratio|exact
        过半|过半|0.5||ratio|more-than
        超过半数|过半数|0.5||ratio|more-than
        半数以上|半数以上|0.5||ratio|at-least
        两成|两成|15|25|percent|exact
        三成五|三成五|34.5|35.5|percent|exact
        七成以上|七成以上|70||percent|at-least
        约四成|约四成|35|45|percent|about
        三到五成|三到五成|30|50|percent|range
        七八成|七八成|70|80|percent|range
        九折|九折|85|95|percent|exact
        八五折|八五折|84.5|85.5|percent|exact
        85折|85折|84.5|85.5|percent|exact
        7.5折|7.5折|74.5|75.5|percent|exact
        五折|五折|45|55|percent|exact
        3倍|3倍|2.5|3.5|times|exact
        1.92倍|1.92倍|1.915|1.925|times|exact
        两倍多|两倍多|2|3|times|more-than
        十倍|十倍|9.5|10.5|times|exact
        增长3.5倍|增长3.5倍|3.45|3.55|times|exact
        翻倍|翻倍|2|2|times|exact
        翻了一番|翻了一番|2|2|times|exact
        翻两番|翻两番|4|4|times|exact
        doubled|doubled|2|2|times|exact
        tripled|tripled|3|3|times|exact
        5x|5x|4.5|5.5|times|exact
        20-fold|20-fold|19.5|20.5|times|exact
        10 times|10 times|9.5|10.5|times|exact
        twice as many|twice|2|2|times|exact
        3–5%|3–5%|3|5|percent|range
        3-5%|3-5%|3|5|percent|range
        3%-5%|3%-5%|3|5|percent|range
        3%到5%|3%到5%|3|5|percent|range
        10%~15%|10%~15%|10|15|percent|range
        5到8个|5到8个|5|8|个|range
        三至五年|三至五年|3|5|year|range
        两到三倍|两到三倍|2|3|times|range
        3至5亿元|3至5亿元|300000000|500000000|CNY|range
        5000万至1亿元|5000万至1亿元|50000000|100000000|CNY|range
        300–500|300–500|300|500||range
        10亿至20亿美元|10亿至20亿美元|1000000000|2000000000|USD|range
        从10%至20%|10%至20%|10|20|percent|range
        between 10 and 20 percent|10 and 20 percent|10|20|percent|range
        5 to 8 million|5 to 8 million|5000000|8000000||range
        $3-5 billion|$3-5 billion|3000000000|5000000000|USD|range
        $3 billion to $5 billion|$3 billion to $5 billion|3000000000|5000000000|USD|range
        15-20 minutes|15-20 minutes|15|20|minute|range
        3~5天|3~5天|3|5|day|range
        两三个|两三个|2|3|个|range
        三四十人|三四十人|30|40|人|range
        五六百万|五六百万|5000000|6000000||range
        七八年|七八年|7|8|year|range
        一两年|一两年|1|2|year|range
        十三四岁|十三四岁|13|14|岁|range
        第一|第一|1|1|rank|exact
        第29名|第29名|29|29|rank|exact
        第2位|第2位|2|2|rank|exact
        排名第五|排名第五|5|5|rank|exact
        位列第三|位列第三|3|3|rank|exact
        排名第1|排名第1|1|1|rank|exact
        第二大股东|第二|2|2|rank|exact
        世界第二高|第二|2|2|rank|exact
        前五|前五|1|5|rank|at-most
        前十名|前十名|1|10|rank|at-most
        前10强|前10强|1|10|rank|at-most
        排名前10|排名前10|1|10|rank|at-most
        跻身前三|前三|1|3|rank|at-most
        Top 3|Top 3|1|3|rank|at-most
        TOP10|TOP10|1|10|rank|at-most
        top five|top five|1|5|rank|at-most
        No. 1|No. 1|1|1|rank|exact
        ranked second|ranked second|2|2|rank|exact
        兩位數增長|兩位數|10|99||vague
        低两位数百分比|低两位数百分比|10|15|percent|vague
        个位数|个位数|1|9||vague
        三位数|三位数|100|999||vague
        double-digit|double-digit|10|99||vague
        半天|半天|0.5|0.5|day|exact
        半小时|半小时|0.5|0.5|hour|exact
        半个月|半个月|0.5|0.5|month|exact
        一年半|一年半|1.5|1.5|year|exact
        1年半|1年半|1.5|1.5|year|exact
        一个半小时|一个半小时|1.5|1.5|hour|exact
        两个半月|两个半月|2.5|2.5|month|exact
        4小时|4小时|3.5|4.5|hour|exact
        30分钟|30分钟|29.5|30.5|minute|exact
        28秒|28秒|27.5|28.5|second|exact
        120毫秒|120毫秒|0.1195|0.1205|second|exact
        3周|3周|2.5|3.5|week|exact
        两个星期|两个星期|1.5|2.5|week|exact
        18个月|18个月|17.5|18.5|month|exact
        5天|5天|4.5|5.5|day|exact
        100天|100天|99.5|100.5|day|exact
        25岁|25岁|24.5|25.5|岁|exact
        20周年|20周年|19.5|20.5|year|exact
        5 years|5 years|4.5|5.5|year|exact
        ten years|ten years|9.5|10.5|year|exact
        two weeks|two weeks|1.5|2.5|week|exact
        90 minutes|90 minutes|89.5|90.5|minute|exact
        1.5 hours|1.5 hours|1.45|1.55|hour|exact
        500ms|500ms|0.4995|0.5005|second|exact
        8 GB|8 GB|7500000000|8500000000|byte|exact
        512MB|512MB|511500000|512500000|byte|exact
        1.5TB|1.5TB|1450000000000|1550000000000|byte|exact
        2 GiB|2 GiB|1610612736|2684354560|byte|exact
        100Mbps|100Mbps|99500000|100500000|bit-per-second|exact
        3.2GHz|3.2GHz|3150000000|3250000000|hertz|exact
        10公里|10公里|9500|10500|meter|exact
        1.2米|1.2米|1.15|1.25|meter|exact
        50公斤|50公斤|49500|50500|gram|exact
        3吨|3吨|2500000|3500000|gram|exact
        200平方米|200平方米|199.5|200.5|square-meter|exact
        100千瓦|100千瓦|99500|100500|watt|exact
        5兆瓦|5兆瓦|4500000|5500000|watt|exact
        30℃|30℃|29.5|30.5|celsius|exact
        12兆|12兆|11500000000000|12500000000000||exact
        50k|50k|49500|50500||exact
        1.2k|1.2k|1150|1250||exact
        70B|70B|69500000000|70500000000||exact
        5 million|5 million|4500000|5500000||exact
        2.5 billion|2.5 billion|2450000000|2550000000||exact
        three million|three million|2500000|3500000||exact
        twenty-three|twenty-three|22.5|23.5||exact
        five hundred|five hundred|450|550||exact
        a hundred thousand|a hundred thousand|50000|150000||exact
        a dozen|a dozen|11.5|12.5||exact
        dozens of companies|dozens of companies|20|99|company|vague
        hundreds of thousands of people|hundreds of thousands of people|200000|999000|people|vague
        tens of millions|tens of millions|20000000|99000000||vague
        thousands|thousands|2000|9000||vague
        several hundred|several hundred|200|999||vague
        a few thousand|a few thousand|2000|9000||vague
        more than 300 companies|more than 300 companies|300||company|more-than
        over 20 million|over 20 million|20000000|||more-than
        nearly 30%|nearly 30%||30|percent|almost
        almost two years|almost two years||2|year|almost
        about 1.4 billion|about 1.4 billion|1350000000|1450000000||about
        around 500|around 500|499.5|500.5||about
        roughly a third|roughly a third|0.333333|0.333334|ratio|about
        approximately 12,000|approximately 12,000|11999.5|12000.5||about
        up to 40%|up to 40%||40|percent|at-most
        at least 100|at least 100|100|||at-least
        no more than 5 days|no more than 5 days||5|day|at-most
        less than 1%|less than 1%||1|percent|less-than
        under 10 minutes|under 10 minutes||10|minute|less-than
        at most three times|at most three times||3|times|at-most
        no less than 20%|no less than 20%|20||percent|at-least
        exceeding $2 billion|exceeding $2 billion|2000000000||USD|more-than
        close to 80 percent|close to 80 percent||80|percent|almost
        500 or more|500 or more|500|||at-least
        two-thirds|two-thirds|0.666666|0.666667|ratio|exact
        three quarters|three quarters|0.75|0.75|ratio|exact
        half of them|half|0.5|0.5|ratio|exact
        -5%|-5%|-5.5|-4.5|percent|exact
        −12.5亿元|−12.5亿元|-1255000000|-1245000000|CNY|exact
        -$3 million|-$3 million|-3500000|-2500000|USD|exact
        负三亿元|负三亿元|-350000000|-250000000|CNY|exact
        minus 4 percent|minus 4 percent|-4.5|-3.5|percent|exact
        +221%|+221%|220.5|221.5|percent|exact
        0|0|-0.5|0.5||exact
        0%|0%|-0.5|0.5|percent|exact
        0.36|0.36|0.355|0.365||exact
        １０，０００人|１０，０００人|9999.5|10000.5|人|exact
        ３．５％|３．５％|3.45|3.55|percent|exact
        ２０２４万|２０２４万|20235000|20245000||exact
        42|42|41.5|42.5||exact
        3.14|3.14|3.135|3.145||exact
        1,024|1,024|1023.5|1024.5||exact
        12,345.67|12,345.67|12345.665|12345.675||exact
        10^12|10^12|1000000000000|1000000000000||exact
        """)

    /// What only looks like a quantity.
    static let none = rows(
        """
        GPT-4o
        双十一
        9·11
        早上9点
        三点建议
        iPhone 15
        Windows 11
        文心4.5 Turbo
        Qwen2.5-72B
        DeepSeek-V3
        混元T1
        R1模型
        H20芯片
        A100
        RTX 4090
        P0级
        618大促
        双11
        985高校
        996工作制
        世界500强
        930变革
        315晚会
        百度
        百川智能
        千问
        万达广场
        亿纬锂能
        三星
        三国
        四川
        五笔输入
        七匹狼
        八达岭
        九寨沟
        十分重要
        十足
        一起
        一些
        一样
        一般
        一旦
        一直
        一下
        一个
        一家公司
        一种方法
        一次性
        万一
        千万别
        千万要注意
        千方百计
        百货公司
        百家号
        五花八门
        三心二意
        二维码
        二次元
        二手车
        三农问题
        两会
        两岸
        周三
        星期五
        初三学生
        高二
        大三
        第3章
        第三章
        第一次
        第二天
        第三季度
        第一时间
        第三方
        第四范式
        第一财经
        第2.1节
        第5页
        第一，我们
        前三季度
        前两年
        以前
        2024年
        2024年8月13日
        二〇二四年
        二零一八年
        8月13日
        3月
        十月
        13日
        五一假期
        六一
        九点半
        三点五十分
        12:30
        09:00-18:00
        2024-08-13
        2024/08/13
        2024.8.13
        20240813
        2011-2016年
        2024—2025年
        90年代
        90后
        九十年代
        25年3月
        三年级
        400-800-1234
        010-62770000
        13800138000
        +86-10-1234
        24小时服务热线
        24小时客服
        7×24小时服务
        24/7
        192.168.0.1
        v1.2.3
        1.2.3
        3:1
        16:9
        https://a.cn/300万/5%
        http://x.org/?p=30%25
        www.abc100.com/50
        a100@b200.com
        5G网络
        4G
        2C
        2B业务
        3D建模
        4K
        8K电视
        A股
        B2B
        O2O
        Q4
        H1
        May 1st
        the 1990s
        May 5
        5 May 2024
        in 2024
        Chapter 3
        Section 2.1
        Figure 12
        page 7
        version 3.0
        No vacancies
        one of them
        once
        3号线
        5楼
        18号
        301室
        1. 引言
        2、方法
        （3）结论
        [12]
        3.2 概述
        数据
        数字
        数学
        数码
        几乎
        几何
        附近
        三成为主
        两成立
        30成为
        3元宝
        三折叠屏
        上半年
        下半年
        大半夜
        人数
        零件
        零部件
        元宇宙
        一元化
        多元
        十四五规划
        二十大
        三三两两
        一五一十
        007
        COVID-19
        F-16
        0324
        #123
        user_300
        /300/5
        """
    ).map { $0[0] }

    private static func rows(_ table: String) -> [[String]] {
        table.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
    }
}

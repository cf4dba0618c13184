import Archive
import Testing

@Suite struct LanguageDetectorTests {
    @Test(arguments: [
        ("今天港口来了三艘船，装卸工人忙到深夜。", "zh-Hans"),
        ("今天港口來了三艘船，裝卸工人忙到深夜。", "zh-Hant"),
        ("團隊在台北發表 OpenBoat 2.0，並且開放原始碼 under the Apache License。", "zh-Hant"),
        ("The boats came in at dawn, said 林一.", "en"),
        ("Les bateaux arrivent à l’aube.", "en"),
        ("今日は港に船が三隻来ました。", "ja"),
        ("오늘 항구에 배가 세 척 왔습니다.", "ko"),
        ("他说日语里的「の」很常见，很多人都见过这个字，却不知道怎么念。", "zh-Hans"),
        ("人口", "zh-Hans"),
    ])
    func `tells the languages of the archive apart`(text: String, language: String) {
        #expect(LanguageDetector.language(of: Array(text.utf8)) == language)
    }

    @Test(arguments: ["", "123 — 456", "🌊"])
    func `says nothing without letters`(text: String) {
        #expect(LanguageDetector.language(of: Array(text.utf8)) == nil)
    }

    @Test func `reads no further than the text`() {
        for length in 0..<12 {
            let bytes = Array(Array("船a船é船".utf8).prefix(length))
            #expect(LanguageDetector.language(of: bytes) != "ko")
        }
    }
}

@Suite struct LanguageOfTextTests {
    /// A few sentences each about the same harbour, written for this test.
    private static let samples: [(String, String)] = [
        (
            "en",
            "The old harbour was quiet in the morning, and the boats that had come in at night were still there. When the fog lifted, people came from the town to see what they had brought, because it was the first time in a year."
        ),
        (
            "de",
            "Der alte Hafen war am Morgen ruhig, und die Boote, die in der Nacht gekommen waren, lagen noch da. Als sich der Nebel hob, kamen die Leute aus der Stadt, um zu sehen, was sie mitgebracht hatten, denn es war das erste Mal seit einem Jahr."
        ),
        (
            "fr",
            "Le vieux port était calme le matin, et les bateaux qui étaient arrivés dans la nuit étaient encore là. Quand le brouillard se leva, les gens de la ville vinrent voir ce qu'ils avaient apporté, car c'était la première fois depuis un an."
        ),
        (
            "es",
            "El viejo puerto estaba tranquilo por la mañana, y los barcos que habían llegado por la noche todavía estaban allí. Cuando se levantó la niebla, la gente de la ciudad vino a ver lo que habían traído, porque era la primera vez en un año."
        ),
        (
            "pt",
            "O velho porto estava calmo pela manhã, e os barcos que tinham chegado à noite ainda estavam lá. Quando o nevoeiro se levantou, as pessoas da cidade vieram ver o que eles tinham trazido, porque era a primeira vez em um ano."
        ),
        (
            "it",
            "Il vecchio porto era tranquillo al mattino, e le barche che erano arrivate nella notte erano ancora lì. Quando la nebbia si alzò, la gente della città venne a vedere che cosa avevano portato, perché era la prima volta in un anno."
        ),
        (
            "nl",
            "De oude haven was in de ochtend rustig, en de boten die in de nacht waren gekomen lagen er nog. Toen de mist optrok, kwamen de mensen uit de stad om te zien wat zij hadden meegebracht, want het was de eerste keer in een jaar."
        ),
        (
            "sv",
            "Den gamla hamnen var lugn på morgonen, och båtarna som hade kommit in under natten låg kvar. När dimman lättade kom folk från staden för att se vad de hade med sig, för det var första gången på ett år och ingen visste vad som skulle ske."
        ),
        (
            "da",
            "Den gamle havn var rolig om morgenen, og bådene, der var kommet ind om natten, lå der endnu. Da tågen lettede, kom folk fra byen for at se, hvad de havde med, for det var første gang i et år, og ingen vidste, hvad der ville ske nu."
        ),
        (
            "fi",
            "Vanha satama oli aamulla hiljainen, ja veneet, jotka olivat tulleet yöllä, olivat vielä siellä. Kun sumu hälveni, ihmiset tulivat kaupungista katsomaan, mitä ne olivat tuoneet, koska se oli ensimmäinen kerta vuoteen eikä kukaan tiennyt, mitä nyt oli tulossa."
        ),
        (
            "et",
            "Vana sadam oli hommikul vaikne ja paadid, mis olid öösel tulnud, olid veel seal. Kui udu hajus, tulid inimesed linnast vaatama, mida nad olid toonud, sest see oli esimene kord aasta jooksul ja keegi ei teadnud, mis nüüd tuleb või mida oma laevaga teha."
        ),
        (
            "pl",
            "Stary port był rano spokojny, a łodzie, które przypłynęły w nocy, jeszcze tam były. Kiedy mgła się podniosła, ludzie z miasta przyszli zobaczyć, co przywiozły, bo był to pierwszy raz od roku i nikt nie wiedział, jak to się skończy."
        ),
        (
            "cs",
            "Starý přístav byl ráno tichý a lodě, které připluly v noci, tam ještě byly. Když se mlha zvedla, lidé z města přišli, aby viděli, co přivezly, protože to bylo poprvé za rok a nikdo nevěděl, jak to dopadne nebo kdo při tom bude."
        ),
        (
            "sk",
            "Starý prístav bol ráno tichý a lode, ktoré priplávali v noci, tam ešte boli. Keď sa hmla zdvihla, ľudia z mesta prišli, aby videli, čo priviezli, pretože to bolo prvýkrát za rok a nikto nevedel, ako to dopadne alebo kto pri tom bude."
        ),
        (
            "sl",
            "Staro pristanišče je bilo zjutraj mirno in čolni, ki so prišli ponoči, so bili še tam. Ko se je megla dvignila, so ljudje iz mesta prišli pogledat, kaj so prinesli, ker je bilo to prvič v enem letu in nihče ni vedel, kako bo in kaj se lahko zgodi."
        ),
        (
            "hr",
            "Stara luka je ujutro bila mirna, a brodovi koji su došli noću još su bili ondje. Kad se magla podigla, ljudi iz grada došli su vidjeti što su donijeli, jer je to bilo prvi put u godinu dana i nitko nije znao kako će biti, ali su svi čekali."
        ),
        (
            "hu",
            "A régi kikötő reggel csendes volt, és a hajók, amelyek éjjel érkeztek, még ott voltak. Amikor a köd felszállt, az emberek a városból eljöttek, hogy megnézzék, mit hoztak, mert ez volt az első alkalom egy év után, és nem tudta senki, hogy mi lesz."
        ),
        (
            "ro",
            "Vechiul port era liniștit dimineața, iar bărcile care au sosit în timpul nopții erau încă acolo. Când ceața s-a ridicat, oamenii din oraș au venit să vadă ce au adus, pentru că era prima dată într-un an și nimeni nu știa ce va fi după aceea."
        ),
        (
            "tr",
            "Eski liman sabah sakindi ve gece gelen tekneler hâlâ oradaydı. Sis kalkınca insanlar ne getirdiklerini görmek için şehirden geldi, çünkü bu bir yıl içinde ilk kez oluyordu ve kimse bundan sonra ne olacağını bilmiyordu, ama herkes çok daha fazla bekledi."
        ),
        (
            "id",
            "Pelabuhan tua itu tenang pada pagi hari, dan perahu yang datang pada malam hari masih ada di sana. Ketika kabut naik, orang dari kota datang untuk melihat apa yang mereka bawa, karena ini adalah pertama kali dalam satu tahun dan tidak ada yang tahu."
        ),
        (
            "vi",
            "Bến cảng cũ yên tĩnh vào buổi sáng, và những chiếc thuyền đã đến trong đêm vẫn còn ở đó. Khi sương tan, người từ thành phố đến để xem họ đã mang về những gì, vì đây là lần đầu trong một năm và không ai biết sẽ ra sao."
        ),
        (
            "lt",
            "Senasis uostas ryte buvo ramus, o laivai, kurie atplaukė naktį, dar buvo ten. Kai rūkas pakilo, žmonės iš miesto atėjo pažiūrėti, ką jie atvežė, nes tai buvo pirmas kartas per metus ir niekas nežinojo, kaip bus po to."
        ),
        (
            "lv",
            "Vecā osta no rīta bija klusa, un laivas, kas bija ieradušās naktī, vēl bija tur. Kad migla pacēlās, cilvēki no pilsētas nāca skatīties, ko tās atveda, jo tā bija pirmā reize gada laikā un neviens nezināja, kas būs pēc tam."
        ),
        (
            "ca",
            "El vell port estava tranquil al matí, i els vaixells que havien arribat de nit encara eren allà. Quan la boira es va aixecar, la gent de la ciutat va venir a veure què havien portat, perquè era la primera vegada en un any i amb això ningú no sabia com seria."
        ),
        (
            "sq",
            "Porti i vjetër ishte i qetë në mëngjes dhe varkat që kishin ardhur natën ishin ende atje. Kur u ngrit mjegulla, njerëzit nga qyteti erdhën për të parë se çfarë kishin sjellë, sepse kjo ishte hera e parë në një vit dhe askush nuk e dinte më."
        ),
        (
            "is",
            "Gamla höfnin var hljóð um morguninn og bátarnir sem komu um nóttina voru þar enn. Þegar þokunni létti kom fólk úr bænum til að sjá hvað þeir höfðu með sér, því það var í fyrsta sinn á ári og enginn vissi hvað yrði eftir það."
        ),
        (
            "sw",
            "Bandari ya zamani ilikuwa tulivu asubuhi, na mashua ambayo yalikuja usiku yalikuwa bado huko. Ukungu ulipoondoka watu wa mji walikuja kwa ajili ya kuona kama yameleta nini, kwa sababu hii ni mara ya kwanza katika mwaka, lakini hakuna aliyejua baada ya hiyo."
        ),
        (
            "ru",
            "Старая гавань утром была тихой, и лодки, которые пришли ночью, ещё стояли там. Когда туман поднялся, люди из города пришли посмотреть, что они привезли, потому что это было впервые за год, и никто не знал, что будет дальше."
        ),
        (
            "uk",
            "Стара гавань вранці була тихою, і човни, які прийшли вночі, ще стояли там. Коли туман піднявся, люди з міста прийшли подивитися, що вони привезли, бо це було вперше за рік, і ніхто не знав, що буде далі."
        ),
        (
            "bg",
            "Старото пристанище беше тихо сутринта и лодките, които бяха дошли през нощта, още бяха там. Когато мъглата се вдигна, хората от града дойдоха да видят какво са донесли, защото това беше за първи път от една година и никой не знаеше какво ще бъде."
        ),
        (
            "sr",
            "Стара лука је ујутру била мирна, а бродови који су дошли ноћу још су били тамо. Кад се магла подигла, људи из града дошли су да виде шта су донели, јер је то било први пут за годину дана и нико није знао како ће бити."
        ),
        (
            "el",
            "Το παλιό λιμάνι ήταν ήσυχο το πρωί και οι βάρκες που είχαν έρθει τη νύχτα ήταν ακόμη εκεί."
        ),
        (
            "he",
            "הנמל הישן היה שקט בבוקר, והסירות שבאו בלילה היו עדיין שם. כשהערפל עלה באו אנשים מן העיר לראות מה הן הביאו, כי זה היה הפעם הראשונה."
        ),
        (
            "ar",
            "كان الميناء القديم هادئا في الصباح، وكانت القوارب التي وصلت في الليل لا تزال هناك، ثم جاء الناس من المدينة بعد ذلك إلى الشاطئ."
        ),
        (
            "fa",
            "بندر قدیمی صبح آرام بود و قایق‌هایی که شب آمده بودند هنوز در آنجا بودند. وقتی مه بالا رفت مردم از شهر آمدند تا ببینند که آن‌ها چه آورده‌اند، برای این که این اولین بار در یک سال بود."
        ),
        (
            "hi",
            "पुराना बंदरगाह सुबह शांत था और रात को आई नावें अभी भी वहाँ थीं। जब कोहरा उठा तो शहर के लोग यह देखने के लिए आए कि वे क्या लाई हैं, और यह एक साल में पहली बार था।"
        ),
        ("th", "ท่าเรือเก่าเงียบสงบในตอนเช้า และเรือที่มาถึงในตอนกลางคืนยังอยู่ที่นั่น"),
        ("ka", "ძველი ნავსადგური დილით მშვიდი იყო და ღამით მოსული ნავები ისევ იქ იდგნენ."),
        ("hy", "Հին նավահանգիստը առավոտյան խաղաղ էր, և գիշերը եկած նավակները դեռ այնտեղ էին։"),
        ("ta", "பழைய துறைமுகம் காலையில் அமைதியாக இருந்தது, இரவில் வந்த படகுகள் இன்னும் அங்கே இருந்தன."),
        ("bn", "পুরনো বন্দর সকালে শান্ত ছিল, আর রাতে আসা নৌকাগুলি তখনও সেখানে ছিল।"),
        ("ja", "古い港は朝は静かで、夜に着いた船はまだそこにあった。"),
        ("ko", "오래된 항구는 아침에 조용했고 밤에 들어온 배들은 아직 그곳에 있었다."),
        ("zh-Hans", "旧港口早上很安静，夜里来的船还停在那里。"),
        ("zh-Hant", "舊港口早上很安靜，夜裡來的船還停在那裡。"),
    ]

    @Test(arguments: samples)
    func `the language of running text is found`(language: String, text: String) throws {
        let found = try #require(LanguageDetector.find(in: Array(text.utf8)))
        #expect(found.language == language, "\(found)")
        #expect(!found.evidence.isEmpty)
    }

    @Test func `more than thirty languages are told apart`() {
        #expect(Self.samples.count >= 40)
    }

    @Test(arguments: [
        ("de", "de", "de", false), ("fr", "de", "de", true), ("nb", "da", "nb", false),
        ("br", "fr", "br", false), ("br", "ru", "ru", true), ("en", "zh-Hans", "zh-Hans", true),
        ("en", "en", "en", false), ("zh", "zh-Hant", "zh-Hant", false),
    ])
    func `the declared language wins unless the text is surely in another`(
        declared: String, written: String, chosen: String, contradicts: Bool
    ) throws {
        let sample = try #require(Self.samples.first { $0.0 == written }).1
        let choice = LanguageDetector.choose(declared: declared, text: Array(sample.utf8))
        #expect(choice.language == chosen)
        #expect(choice.contradicts == contradicts)
    }

    @Test(arguments: [
        ("de", LanguageTag.Reading.tag("de")), ("pt_br", .tag("pt-BR")), ("zh-TW", .tag("zh-Hant")),
        ("zh", .tag(nil)), ("qq", .unknownLanguage("qq")), ("english", .malformed),
        ("", .malformed),
    ])
    func `a language code that does not exist is told`(text: String, reading: LanguageTag.Reading) {
        #expect(LanguageTag.read(text) == reading)
    }
}

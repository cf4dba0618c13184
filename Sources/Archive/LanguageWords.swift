/// The commonest small words of languages, and letters that few of them have, for telling apart
/// languages of one script.
///
/// Written for this program from general knowledge of the languages: about thirty words each that
/// any page of running text has, none of them a name. A word or letter that several languages have
/// counts less for each of them.
enum LanguageWords {
    struct Language {
        var code: String
        var words: [Substring]
        var letters: [Character]
    }

    /// By script.
    static let latin = languages(
        """
        en: the of and to in is that it was for on are as with his they at be this from have or had by but not what all were when your can said there which their will would about has been | 
        de: der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über war | ß ä ö ü
        fr: de la le et les des en un une du dans est que pour qui par sur au ne se pas plus avec ce son il elle sont aux mais nous vous cette ont été leur ses comme être fait | è ê ç à œ
        es: de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o este fue ha muy sobre también hasta hay donde desde todo entre | ñ ó á í
        pt: de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já está também pelo pela até isso são foi | ã õ ç
        it: di e il la che in a per un è del della le con si da non una i dei nel sono al più come anche ha ma gli alla lo delle suo questo nella era dal hanno essere | è ò à ù
        nl: de van het een en in is dat op te zijn voor met die niet aan er om ook als dan maar bij uit door over naar heeft hij worden wordt nog wel was deze geen meer kan hebben zich | 
        sv: och i att det som en på är av för med den till inte har de om ett men var jag sig från vi så kan när vid efter hade också under eller nu utan där vara blev detta | å ä ö
        da: og i at det er en til af på som de for med den ikke har der et om var sig men blev fra han ved havde også efter kan hun eller være nu hvor skal blive over vil | æ ø å
        nb: og i det er på en til som av for at med de den har ikke om et fra men var seg han ble også etter kan ved hadde hun eller være nå hvor skal over vil mot sin mellom | æ ø å
        fi: ja on ei se että oli hän mutta ovat joka kun myös niin kuin ole tai sen hänen vain jo jos mukaan nyt olisi ollut voi sitä siitä joita sekä vielä kanssa ennen jälkeen | ä ö
        et: ja on ei et ta see oli mis kui ka aga ning oma või seda selle tema kes nii mida veel juba pärast kuid välja olid siis nad üle pole mitte väga minu | õ ä ü ö
        is: og að í á sem er til var um ekki við með en af það fyrir hann þar eru hafa hefur frá því hún þeir upp eftir þegar svo eða verið verður þetta | þ ð æ ö
        pl: i w na z do się nie że to jest o jak od po ale za przez dla tym są oraz może czy był było jego która który już tylko tak ich jej bardzo gdy też kiedy | ą ę ł ś ż ź ć ń
        cs: a v se na že je s z do to o i ve jako pro ale by si jeho za tak po jsou od které který byl bylo jsem již nebo při až když jen také podle má svou | ě ř ů š č
        sk: a v sa na že je s z do to o aj vo ako pre ale by si jeho za tak po sú od ktoré ktorý bol bolo som už alebo pri až keď len tiež podľa má svoje | ľ ĺ ŕ ô ť
        sl: in je v na da se za so z ki pa s tudi po ne kot bi od pri do še ali iz bil bila je o kar tako lahko njegov več bo med zaradi ker samo | č š ž
        hr: i u je se na da su za od s o a kao što ne koji koja koje bi iz do nije ali će ili samo kako te po više sam bio bila već nakon ima sve zbog | č ć đ š ž
        hu: a az és hogy nem is egy van de ez azt csak meg mint el már még ki volt ha lesz vagy be minden után pedig ami ezt amely fel szerint más nagyon lehet között | ő ű ö ü á
        ro: și de în a la cu pe nu că o un este din care să mai pentru se al ale fi sunt fost au dar sau ca după prin lui ei până acest această când | ă ș ț ş ţ î â
        tr: ve bir bu da de için ile çok olarak daha gibi olan en ne var kadar sonra ama değil her o ki mi ancak göre ise oldu olduğu olduğunu tarafından bütün ya iki | ğ ı ş ç
        id: yang dan di untuk dengan dari itu ini pada dalam tidak akan ke adalah oleh juga ada sebagai bisa telah karena lebih atau mereka sudah saat dapat kami bahwa tahun seorang | 
        ms: yang dan di untuk dengan dari itu ini pada dalam tidak akan ke adalah oleh juga ada sebagai boleh telah kerana lebih atau mereka beliau ialah kepada bahawa manakala turut berkata | 
        vi: và của là có cho một trong được với các không những để đã này người khi từ đến về như ra tại nhiều năm cũng vào theo đó trên sẽ nhưng lại còn sau | ơ ư đ ạ ế ộ
        lt: ir į kad iš su yra ne tai buvo o kaip bet ar nuo už apie po jo dar tik jau tačiau labai per prie bus kuris kurie savo pat | ė ų į ū ž
        lv: un ir ar no uz par ka kas tas bija ne arī lai to kā pēc bet vai tika viņš jau pie tikai ļoti nav tad vēl savu kad gan | ķ ļ ņ ģ ā ē ī
        ca: de la i que el en a les els un per una amb del no es al és com més però seva seu dels ha són van aquest aquesta també molt entre fins | ç ï ·
        gl: de a que o e do da en un para con non unha os no se na por máis as dos como pero ao seu súa ou cando moi nos xa está tamén pola ata foi | ñ
        eu: eta da ez zen dira bat ere du baina egin izan dute zuen edo beste hau hori bere baino gehiago oso dela izango lehen behar urte arte duen | 
        sq: e të në dhe një me për që i është nga se si nuk u ka kjo por më janë do tij ishte kishte duke pas deri edhe | ë ç
        af: die van en in is het dat nie sy met vir op te ook wat hy as aan was om sal word deur na maar hulle ons kan daar jy | 
        sw: na ya wa kwa ni katika la za kuwa hii kama yake ambayo hiyo lakini baada watu siku pia cha hakuna moja sana huo kutoka alisema | 
        tl: ang ng sa na mga at ay si ni para hindi ito siya kung may isang nang kay rin niya sila din pero namin ako natin | 
        ga: agus an na ar is bhí le i do a go sé sí ag air nach ach mar seo sin leis ó bhíonn chuig den faoi nuair freisin | á é í ó ú
        cy: yn y a i o ar yr mae ei am gan wedi bod sydd oedd hyn na ond fel hefyd ac nid bu gyda dim roedd | ŵ ŷ
        eo: la de kaj en al estas ne por kiu kun ke mi ĝi estis sed pri el li oni tiu ankaŭ aŭ pli kiel per ĉi jam | ĉ ĝ ŭ ŝ ĵ
        """)
    static let cyrillic = languages(
        """
        ru: и в не на что с он как по это из к а но его за все она так от о же было у бы только для мы были еще или если они уже когда | ы э ё
        uk: і в не на що з та до як це він але за у про від його для так вже якщо був була її які який було тільки щоб коли ми також або | і ї є ґ
        be: і ў не на што з да як гэта ён але за у пра ад яго для так ужо калі быў была яе якія які было толькі каб мы таксама або | ў і
        bg: и на да за в не се от са с по че като но това той си му ще го до или как беше което които която при след бяха един също може | ъ
        sr: и у је се на да су за од с о а као што не који која које би из до није али ће или само како те по више | ђ ћ џ љ њ ј
        mk: и на во да се од за со што не е ќе како но по или тој кој која кои беше биде има само тие овој оваа сите многу | ѓ ќ ѕ ј
        kk: және мен бір да де бұл үшін деп еді болып бар жоқ осы ол көп кейін бойынша екен дейін туралы қазақстан болған | ә ғ қ ң ө ұ ү һ
        mn: нь бол байна энэ юм ба гэж тэр хүн болон байсан хийх монгол улс үед олон гэсэн ч дээр мөн байгаа | ө ү
        """)
    static let arabic = languages(
        """
        ar: في من على إلى أن عن مع التي الذي هذا هذه كان ما لا بعد قد كما بين ذلك وقد أو قبل كل حيث لم ولم عند ثم | ة ى
        fa: و در به از که این با است را برای آن یک تا می هم بود شد شده کرد خود نیز اما یا هر های او بر | پ چ ژ گ ی ک
        ur: کے میں کی ہے اور سے کا کو نے پر یہ کہ ہیں ایک اس نہیں ان تھا بھی گیا ہو کر تھے جو لیے ساتھ تھی | ٹ ڈ ڑ ں ے ہ
        """)
    static let devanagari = languages(
        """
        hi: के में की है और से का को पर ने यह कि हैं एक इस नहीं भी था लिए हो कर जो तो साथ गया वह अपने | 
        mr: आहे आणि या ते की हे व तो होते आहेत नाही एक मध्ये असे होता ही केले मात्र पण त्या करण्यात झाली | ळ
        ne: छ र को मा ले भने पनि हो छन् गरेको एक थियो का यो लागि गर्न भएको सो नेपाल तथा गरी | 
        """)
    static let hebrew = languages(
        """
        he: של את על לא הוא זה עם כי גם היא אל אבל או היה כל אני יש מה אם רק אחרי | 
        yi: און די דער אין איז פון צו נישט דאס האט מיט אויף זיך א פֿון זענען | ײ ױ
        """)

    private static func languages(_ table: String) -> [Language] {
        table.split(separator: "\n").compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let parts = line[line.index(after: colon)...].split(
                separator: "|", omittingEmptySubsequences: false)
            return Language(
                code: String(line[..<colon]), words: parts[0].split(separator: " "),
                letters: parts.dropFirst().first?.split(separator: " ").compactMap(\.first) ?? [])
        }
    }
}

import Text

/// English words with numbers that are names, ages, places, grades or periods and count nothing.
enum EnglishLookAlikes {
    /// The end of one that begins at `index`.
    static func end(_ text: QuantityText, at index: Int) -> Int? {
        if text.isDigit(index) {
            return text.isDigit(index - 1) ? nil : digitsEnd(text, index)
        }
        guard text.isLetter(index), !text.isLetter(index - 1) else { return nil }
        if let (_, end) = phrases.match(text, at: index) { return end }
        return namedEnd(text, index)
    }

    private static func digitsEnd(_ text: QuantityText, _ index: Int) -> Int? {
        var end = index
        while text.isDigit(end) { end += 1 }
        let count = end - index
        // s390x, A4, Q3'24, '24, iOS17.
        if text.isLetter(index - 1) || text[index - 1].isOne(of: "'’") && count == 2 {
            while text.isLetter(end) || text.isDigit(end)
                || text[end].isOne(of: "-.")
                    && (text.isDigit(end + 1) || text.isLetter(end + 1) && text[end] == "-")
            {
                end += 1
            }
            return hasUnit(text, end) && !text.isLetter(index - 1) ? nil : end
        }
        // 401(k), 501(c)(3)
        if text[end] == "(", text.isLetter(end + 1), text[end + 2] == ")" { return end + 3 }
        // 3-pointer, 9-iron, 43-year-old, 2-1
        if text[end] == "-", let (_, after) = compounds.match(text, at: end + 1) { return after }
        // Oct. 21; Nov. 8, 2018
        if count <= 2, months.holds(text, before: text.skippingSpaces(before: index)),
            !hasUnit(text, end)
        {
            let next = text[end] == "," ? text.skippingSpaces(end + 1) : end
            let isYear =
                next > end && (0..<4).allSatisfy { text.isDigit(next + $0) }
                && !text.isDigit(next + 4)
            return isYear ? next + 4 : end
        }
        // 7 a.m., aged 18 to 24
        if let (_, after) = clock.match(text, at: text.skippingSpaces(end)) { return after }
        if aged.holds(text, before: text.skippingSpaces(before: index)) {
            let next = text.skippingSpaces(end)
            if let (_, joint) = RangeWords.joints.match(text, at: next),
                text.isDigit(text.skippingSpaces(joint))
            {
                var stop = text.skippingSpaces(joint)
                while text.isDigit(stop) { stop += 1 }
                return stop
            }
            return end
        }
        // 43 years old
        if let (_, after) = ages.match(text, at: text.skippingSpaces(end)) { return after }
        // 4k, 8K: a resolution or a race; 1080p, 3D.
        if !text.isLetter(end + 1), !text.isDigit(end + 1), !NumberRun.hasCurrency(text, index) {
            if text[end] == "k", count == 1 { return end + 1 }
            if text[end].isOne(of: "pid"), count >= 3 || text[end] == "d" { return end + 1 }
        }
        if count == 3, text.has("911", at: index), !hasUnit(text, end), text[end] != ",",
            CountedNouns.match(text, at: text.skippingSpaces(end)) == nil
        {
            return end
        }
        // 777x jets, 747s, 1990s, 4k
        if count >= 3, text[end] == "x", !text.isLetter(end + 1), text.isSpace(end + 1),
            makers.holds(text, before: text.skippingSpaces(before: index))
                || makerNouns.holds(text, at: text.skippingSpaces(end + 1))
        {
            return end + 1
        }
        if text[end] == "s", !text.isLetter(end + 1), count >= 2 { return end + 1 }
        if (text[end] == "'" || text[end] == "’"), text[end + 1] == "s", count == 4 {
            return end + 2
        }
        if isAge(text, index, end) { return end }
        // 1600 Pennsylvania Avenue
        return isAddress(text, end) ? end : nil
    }

    private static func hasUnit(_ text: QuantityText, _ end: Int) -> Bool {
        UnitTable.words.match(text, at: text.skippingSpaces(end)) != nil
    }

    /// Smith, 43, said.
    private static func isAge(_ text: QuantityText, _ index: Int, _ end: Int) -> Bool {
        guard 1...3 ~= end - index, text[end].isOne(of: ",.;)"), !text.isDigit(end + 1) else {
            return false
        }
        let before = text.skippingSpaces(before: index)
        guard before < index, text[before - 1] == "," else { return false }
        var start = before - 1
        while start > 0, text.isLetter(start - 1) || text[start - 1].isOne(of: ".-'’") {
            start -= 1
        }
        return start < before - 1 && start < text.count && text.cased[start] &- 0x41 < 26
            && !months.holds(text, before: before - 1)
    }

    /// A number before one to three capitalised words and a word of streets.
    private static func isAddress(_ text: QuantityText, _ end: Int) -> Bool {
        var at = text.skippingSpaces(end)
        guard at > end else { return false }
        for _ in 0..<4 {
            guard at < text.count, text.cased[at] &- 0x41 < 26 else { return false }
            if streets.holds(text, at: at) { return true }
            while text.isLetter(at) || text.isDigit(at) || text[at].isOne(of: ".'-") { at += 1 }
            at = text.skippingSpaces(at)
        }
        return false
    }

    /// Boeing 737, Xbox One X, Route 66, Section 230: a word that its number belongs to.
    private static func namedEnd(_ text: QuantityText, _ index: Int) -> Int? {
        guard let (_, end) = numbered.match(text, at: index) else { return nil }
        let at = text[end] == "-" ? end + 1 : text.skippingSpaces(end)
        guard text.isDigit(at) else { return nil }
        var stop = at
        while text.isDigit(stop) || text.isLetter(stop)
            || text[stop].isOne(of: "-.") && text.isDigit(stop + 1)
        {
            stop += 1
        }
        // version 3 million is not one; neither is chapter 3%.
        if text[stop].isOne(of: "%$€£,") && text[stop] != "," { return nil }
        if EnglishWords.scales.match(text, at: text.skippingSpaces(stop)) != nil { return nil }
        return stop
    }

    private static let phrases = WordTable(
        """
        xbox_one one_x one_plus oneplus one_another no_one one_day one_time at_one one_way one-way one-on-one one-time one's square_one day_one air_force_one capital_one \
        formula_one phase_one phase_two part_one part_two world_war_one world_war_two chapter_one million-dollar_question ten_commandments seven_seas fortune_500 s&p_500 ftse_100 \
        dow_30 russell_2000 nasdaq_100 catch-22 twenty-first_century nineteenth_century second_hand second-hand second_thought second_half first_half first_quarter second_quarter \
        third_quarter fourth_quarter first_time second_time third_time second_world_war first_world_war four-letter five-star four-star three-star two-star three-point two-point \
        third_party third-party third_parties third_world first_lady first_place_to on_the_one_hand one_hand one_thing one_more two-way two-time three-time four-time five-time six-time \
        seven-time eight-time ten-time half_brother half-brother half_sister half-sister half_time half-time halftime half_way halfway half-way half_hearted half_past half-past half_an_eye \
        at_sixes_and_sevens nine_to_five nine-to-five twenty-something thirty-something forty-something seven_eleven g_seven big_three big_four gang_of_four million_mile air_france_447 \
        second_amendment first_amendment fifth_amendment fourteenth_amendment fourth_amendment group_of_seven group_of_20 the_one the_ones which_one this_one that_one each_one every_one \
        another_one first_one new_one good_one only_one one_who one_that back_to_square_one two_by_four four-wheel two-wheel three-wheel four-door two-door six-pack three-piece two-piece \
        five-year-old two-year-old one_year_old second_home third_term second_term second_place_to
        """)
    private static let numbered = WordTable(
        """
        route highway interstate section title chapter article amendment proposition prop flight room gate apollo boeing airbus galaxy iphone ipad pixel windows android ios macos \
        playstation xbox model page pages figure fig table version ver vol volume episode season level lvl class grade type no line unit district ward precinct channel studio terminal \
        pier dock suite apt apartment box psalm lesson step phase stage tier round game week day \
        formula super_bowl bowl wrestlemania ufc act scene lane mile_marker bus falcon soyuz gpt gpt- llama claude gemini covid covid- opus agent python java http
        """)
    private static let compounds = WordTable(
        """
        pointer pointers year-old year-olds years-old yearold iron wood man yard_line inning inch-high all under over up and-under month-old month-olds week-old day-old hour-old \
        time way bit bits tier star stars d k party wheel wheeler speed pack ball seed seeds ring series class type
        """)
    private static let clock = WordTable("a.m. p.m. am pm a.m p.m o'clock o’clock et_on est edt")
    private static let aged = WordTable("aged ages age age_of ages_of")
    private static let ages = WordTable(
        "years_old year_old year-old years_of_age months_old weeks_old y.o. yo")
    private static let makers = WordTable("boeing airbus dell intel amd nvidia model series the")
    private static let makerNouns = WordTable(
        "jet jets plane planes aircraft airliner program model jetliner jetliners")
    private static let streets = WordTable(
        "street st st. avenue ave ave. road rd rd. boulevard blvd blvd. drive dr. lane ln highway way court square plaza parkway broadway terrace place"
    )
    private static let months = WordTable(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."
    )
}

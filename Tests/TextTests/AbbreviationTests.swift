import Testing

@testable import Text

/// Full stops that end sentences and those that do not, in English and beside it.
@Suite struct AbbreviationTests {
    /// Each line is a text with `|` where a sentence ends.
    private static func lines(_ table: String) -> [String] {
        table.split(separator: "\n").map(String.init)
    }

    @Test(
        arguments: lines(
            """
            Letters went to Sens. Cory Booker and Ron Wyden.|Both replied.
            Reps. Ilhan Omar and Tom Cole agreed.|Others did not.
            Govs. Newsom and Abbott met.|They talked.
            Gens. Marsh and Reed retired.|So did Col. Ames.
            Lt. Gov. Dan Patrick spoke first.|Gov. Abbott came later.
            Lt. Cmdr. Ana Ruiz led the crew.|Cmdr. Lee followed.
            Maj. Gen. Paul Hurst and Brig. Gen. Amy Fox left.|Nobody asked.
            Asst. Atty. Gen. Kate Moss resigned.|Supt. Hill stayed.
            Msgr. Ryan and Rev. Cole prayed.|Hon. Judge Park listened.
            Pres. Lincoln spoke.|Amb. Scott wrote.
            Det. Sgt. Joe Hale and Cpl. Tim Ross waited.|Pfc. Hand slept.
            Profs. Adams and Bell published.|Prof. Cruz reviewed.
            Mme. Curie worked here.|Mlle. Dupont did not.
            Drs. Wu and Katz operated.|Dr. No watched.
            SYRACUSE, N.Y. — The mayor resigned.|He gave no reason.
            ST. PAUL, Minn. – Snow fell.|Schools closed.
            BOSTON, Mass. - Rents rose.|Wages did not.
            WASHINGTON, D.C. (AP) spoke first.|Then the rest.
            She lives in Dallas, Tex.|Her son does not.
            They moved to Boise, Ida. and stayed.|Then they left.
            He taught in Mobile, Ala. Monday and Tuesday.|He rests now.
            She was born in Reno, Nev.|The town was small.
            He left Newark, N.J.|They stayed in Trenton, N.J. Smith wrote it down.
            Sen. Bob Casey (D-Pa.) Monday called for talks.|None came.
            Rep. Rosa DeLauro (D-Conn.) and Rep. Mike Kelly (R–Pa.) voted.|It passed.
            Rep. Don Young, R-Alaska, and Sen. Thom Tillis, R-N.C., agree.|Few do.
            James P. Kennedy ran the firm.|His son sold it.
            John F. “Jack” Kennedy won.|Nixon lost.
            Carl B. "Bud" Hale died.|He was 80.
            George H. W. Bush and George W. Bush served.|Both wrote books.
            J. R. R. Tolkien taught.|C. S. Lewis, too.
            Samuel L. Jackson acts.|Michael B. Jordan, too.
            Hans Ö. Berg signed, and so did Jan Ł. Ek.|It was late.
            It is café.|Özil came by U.S. Élan.|He left.
            Robert F. Öberg signed.|It was late.
            We met F. Scott Fitzgerald and E. B. White.|Neither spoke.
            Harry S. Truman decided.|The buck stopped.
            It was Vitamin C.|The doctor knew.
            He chose Plan B.|It failed.
            So did I.|Bob left.
            They read Mr. I. Asimov often.|He wrote much.
            Fort Hood is far from Ft. Worth and Ft. Lee.|Drive slowly.
            Mt. Hood and Mts. Adams and Baker are high.|Pt. Reyes is not.
            St. Louis won.|St. John lost.
            Sault Ste. Marie is cold.|Ste. Genevieve is not.
            They live on Main St.|The house is blue.
            The shop on Elm Ave.|He owns it.
            Turn at Sunset Blvd.|Then stop.
            The case was Brown v. Board of Education.|Everyone knows it.
            Roe v. Wade and Citizens United vs. FEC are cases.|Read both.
            Acme Inc.|“Everything must go,” it said.|It went.
            Acme Corp. and Bell Bros. Ltd. merged.|Nobody noticed.
            Smith & Cos. Holdings rose.|Jones LLP. Partners fell.
            Acme Co. (NYSE: ACM) fell.|Its rival rose.
            The Assn. of Realtors sued.|The Dept. of Justice joined.
            Martin Luther King Jr. Day is Monday.|Banks close.
            It was Ken Griffey Jr.|He smiled.
            Robert Downey Sr. directed.|Jr. acted.
            Jane Roe, Esq. Partner, wrote.|She signed.
            He has a Ph.D. in physics.|She has an M.D.|Both teach.
            The U.S. Senate met.|The U.N. General Assembly did not.
            She returned to the U.S.|When it ended, she wept.
            It began in the U.S.|“We were first,” she said.
            It began in the U.S. and spread.|The U.K. followed.
            Doors open at 7 p.m. Tuesday.|They close at 11 p.m.|There is no bar.
            The train left at 6 a.m. EST and arrived.|It was late.
            He was born on Oct. 21, 1962.|She was born in Dec.|They met later.
            From Jan. 5 to Sept. 30 it rained.|In Nov.|It stopped.
            On Tues. Morning rose again.
            He sat.|Bob stood.
            They wed.|Ann cried.
            See p. 12 and pp. 13–15.|Then see vol. IV and ch. 2.
            See No. 7, figs. 2 and 3, and art. 9.|Skip the rest.
            He said no.|Ann agreed.
            It is 6 ft. 2 in. tall.|It weighs 9 lbs. 4 oz. today.
            It stands at 6 ft.|Ann is taller.
            The vase (c. 1750) and the bowl (ca. 1800) broke.|Both were old.
            Poet (b. 1950) and painter (d. 1990) met.|It was r. 1901.
            Call ext. 5 or visit apt. 12, rm. 3, bldg. 4.|Ring twice.
            Take Rte. 66 and Hwy. 1 west.|Turn left.
            Symphony op. 27 played.|The crowd wept.
            Fruit, e.g. Apples, incl. Pears, esp. Figs, is good.|Eat it.
            Smith et al.|The paper won.
            Smith et al. Nature printed it.
            We sell pens, ink, etc.|The shop is small.
            One more rep.|Then rest.
            He is ill.|She is well.
            She felt the mass.|It was small.
            What a miss.|Bob laughed.
            He went to L.A.|His wife did not.
            Sec. Clinton wrote to Treas. Lew.|He replied.
            I read Op-Ed.|The author is known.
            The author is Ed.|He writes.
            Sen. X. Y. Zee voted no.|It passed 51 to 49.
            He scored 3.5.|She scored 4.0.|They drew.
            It cost $5.|It was worth $4.50.|He paid.
            Visit example.com.|It is free.
            He said “I live in the U.S.”|The room fell silent.
            She wrote it (for Ms.) He read it.
            (See the notes.)|The rest is plain.
            (He works for Acme Inc.)|The rest is plain.
            Yes.|No.|Maybe.
            The café.|Bob likes it.
            It is a décor.|Ann likes it.
            """
        ) + [
            "他在 Acme Inc. 工作。|后来走了。", "他在美国（U.S.）读书。|毕业后回国。",
            "J. K. 罗琳写书。|我读书。", "他是 Dr. 王。|我是学生。", "见 p. 12。|再见 vol. 3。",
            "公司叫 Acme Co. 而已。", "第 3.5 节讲山。|第 4 节讲水。", "他姓李。|Mr. Li 很高。|再见。",
            "“走吧。”|他说 O.K. 就走了。", "約翰·F·甘迺迪（John F. Kennedy）當選。|尼克森落選。",
        ])
    func `a stop ends a sentence or belongs to its word`(marked: String) {
        #expect(SentencesTests.divide(marked.replacing("|", with: " ")) == marked)
    }
}

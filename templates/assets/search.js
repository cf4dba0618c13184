// Search without a server: query in, pages and passages out. No DOM here; search-ui.js is the only file that
// touches the page. Sources/Search does the same steps in Swift, docs/search.md describes the files, and both
// are tested on Tests/Fixtures/search-queries.json.
//
// A classic script, because a page opened from disk can load nothing else. It defines `VariorumSearch`.
"use strict";
globalThis.VariorumSearch = (() => {
  const FORMAT = 4;
  const LONGEST_QUERY = 2000, MOST_TERMS = 24, LONGEST_WORD = 48;
  const MOST_GROUPS = 4, LONGEST_GROUP = 32, LONGEST_PREFIX = 3;

  // ---- Characters: the classes of Text/ScalarClass.swift -------------------------------------------

  const HAN = 0, WORD = 1, SPACE = 2, ZERO_WIDTH = 3, OTHER = 4;
  const LETTER = /^[\p{L}\p{M}\p{Nd}\p{Nl}]$/u;
  const classes = new Map();
  const within = (c, ...ranges) => {
    for (let i = 0; i < ranges.length; i += 2) if (c >= ranges[i] && c <= ranges[i + 1]) return true;
    return false;
  };

  function classOf(c) {
    if (c < 0x80) {
      if (within(c, 0x30, 0x39, 0x41, 0x5A, 0x61, 0x7A)) return WORD;
      return c === 0x20 || within(c, 9, 13) ? SPACE : OTHER;
    }
    let known = classes.get(c);
    if (known === undefined) classes.set(c, known = classBeyondASCII(c));
    return known;
  }

  function classBeyondASCII(c) {
    if (within(c, 0x4E00, 0x9FFF, 0x3400, 0x4DBF, 0x3005, 0x3007, 0x3041, 0x30FA, 0x30FC, 0x312F,
      0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0x20000, 0x3FFFD)) return HAN;
    if (within(c, 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029, 0x202F, 0x202F, 0x205F, 0x205F,
      0x3000, 0x3000, 0x85, 0x85)) return SPACE;
    if (within(c, 0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x180B, 0x180F, 0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x2064,
      0x2066, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xE0000, 0xE0FFF)) {
      return ZERO_WIDTH;
    }
    if (within(c, 0x2B9, 0x2B9, 0x2BB, 0x2BF, 0xA78B, 0xA78C)) return OTHER;
    if (within(c, 0x2010, 0x2027, 0x2030, 0x205E, 0x3001, 0x3004, 0x3008, 0x3020, 0xFF00, 0xFF0F,
      0xFF1A, 0xFF20)) return OTHER;
    return LETTER.test(String.fromCodePoint(c)) ? WORD : OTHER;
  }

  const isLetter = (c) => classOf(c) <= WORD;
  const isWord = (c) => classOf(c) === WORD;
  /** The code point that ends before `at`; -1 at the start. */
  function codePointBefore(text, at) {
    if (at <= 0) return -1;
    const low = text.charCodeAt(at - 1);
    return low >= 0xDC00 && low < 0xE000 && at > 1 ? text.codePointAt(at - 2) : low;
  }

  // ---- Numbers: Index/BitReader.swift, Index/Posting.swift ----------------------------------------------

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Uint8Array(128).fill(255);
  for (let i = 0; i < 64; i++) VALUES[DIGITS.charCodeAt(i)] = i;

  class IndexError extends Error {}
  const damaged = (name) => new IndexError(`the search index is damaged: ${name}`);

  function digit(text, at) {
    const value = VALUES[text.charCodeAt(at)];
    if (!(value < 64)) throw damaged("numbers");
    return value;
  }

  /** Reads numbers from bits, six in a digit. */
  class BitReader {
    constructor(text) {
      this.text = text;
      this.at = this.open = this.left = 0;
    }

    bit() {
      if (!this.left) { this.open = digit(this.text, this.at++); this.left = 6; }
      const bit = this.open & 1;
      this.open >>= 1;
      this.left--;
      return bit;
    }

    bits(length) {
      let number = 0;
      for (let place = 0; place < length; place++) number += this.bit() * 2 ** place;
      return number;
    }

    ones() {
      let number = 0;
      while (this.bit()) number++;
      return number;
    }

    number() {
      const length = this.ones();
      return 2 ** length + this.bits(length) - 1;
    }

    /** `count` ascending numbers below `limit`. */
    list(count, limit) {
      if (count > limit) throw damaged("numbers");
      const mean = Math.floor(limit * 2 / (count * 3)), low = mean > 1 ? 31 - Math.clz32(mean) : 0, list = [];
      for (let next = 0; list.length < count; next++) {
        next += this.ones() * 2 ** low;
        next += this.bits(low);
        if (next >= limit) throw damaged("numbers");
        list.push(next);
      }
      return list;
    }

    /** Ascending numbers without a limit. */
    ascending() {
      let next = 0;
      return Array.from({ length: this.number() }, () => (next += this.number() + 1) - 1);
    }

    /** A posting; of a pair of Han characters with its `places` in each passage (Index/PairPlaces.swift). */
    posting({ passages: limit, documents }, isPair) {
      const passages = this.list(this.number(), limit);
      const frequent = passages.length && this.bit() ? passages.filter(() => this.bit()) : [];
      const tells = isPair && passages.length > 8 && passages.length * 4 <= limit;
      const places = tells ? passages.map(() => this.places()) : null;
      const titles = this.list(this.number(), documents);
      this.left = 0;
      return { passages, frequent, places, titles };
    }

    /** Places modulo 64. */
    places() {
      return this.bit() ? this.list(this.number() + 2, 64) : [this.bits(6)];
    }
  }

  /** The places that both name, or null. */
  function meeting(a, b) {
    const found = a.filter((place) => b.includes(place));
    return found.length ? found : null;
  }

  /** What two postings share; of passages whose places both tell, those in which they agree. */
  function shared(a, b) {
    const passages = [], places = [], titles = both(a.titles, b.titles);
    let at = 0;
    a.passages.forEach((passage, i) => {
      while (at < b.passages.length && b.passages[at] < passage) at++;
      if (b.passages[at] !== passage) return;
      const place = a.places && b.places ? meeting(a.places[i], b.places[at]) : a.places?.[i] ?? b.places?.[at];
      if (place === null) return;
      passages.push(passage);
      places.push(place);
    });
    const frequent = both(both(a.frequent, b.frequent), passages);
    return { passages, frequent, titles, places: a.places || b.places ? places : null };
  }

  /** What any of some postings holds. */
  const together = (postings) => (postings.length === 1 ? postings[0] : {
    passages: ascending(postings.flatMap((p) => p.passages)), frequent: ascending(postings.flatMap((p) => p.frequent)),
    titles: ascending(postings.flatMap((p) => p.titles)),
  });

  function ascending(list) {
    return Array.from(Uint32Array.from(list).sort()).filter((n, i, sorted) => i === 0 || sorted[i - 1] !== n);
  }

  function both(a, b) {
    const shared = [];
    let other = 0;
    for (const number of a) {
      while (other < b.length && b[other] < number) other++;
      if (other < b.length && b[other] === number) shared.push(number);
    }
    return shared;
  }

  /** First index whose element passes; all after it pass too. */
  function firstIndex(length, passes) {
    let low = 0, high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (passes(middle)) high = middle; else low = middle + 1;
    }
    return low;
  }

  /** Order of UTF-8 bytes, which is that of code points and not that of UTF-16. */
  function precedes(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
      let x = a.charCodeAt(i), y = b.charCodeAt(i);
      if (x === y) continue;
      if (x >= 0xD800 && y >= 0xD800) {
        const fix = (c) => (c >= 0xE000 ? c - 0x800 : c + 0x2000);
        x = fix(x); y = fix(y);
      }
      return x < y;
    }
    return a.length < b.length;
  }

  // ---- Folding: Text/FoldedText.swift, Text/Typography.swift --------------------------------------------

  // In these blocks every scalar folds as the browser knows, see Index/IndexManifest.swift.
  const hasCompatibilityForms = (c) => within(c, 0x2080, 0x2089, 0x2100, 0x214F, 0x24B6, 0x24E9, 0x2E80, 0x2FDF,
    0x328A, 0x32B0, 0xF900, 0xFAFF, 0xFE50, 0xFE6B, 0xFF01, 0xFFEE, 0x1D400, 0x1D7FF, 0x2F800, 0x2FA1F);
  const isLatinOrCyrillic = (c) => within(c, 0x80, 0x24F, 0x400, 0x52F);
  const single = (text) => (text.length === 1 || Array.from(text).length === 1 ? text.codePointAt(0) : null);
  const MARKS = new Map([["\u0027", "\u0060\u00B4\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u2018\u2019\u201B\u2032\u055A\uA78B\uA78C"],
    ["\u0022", "\u201C\u201D\u201E\u201F\u2033\u301D\u301E\u301F"]]
    .flatMap(([mark, forms]) => Array.from(forms, (form) => [form.codePointAt(0), mark.codePointAt(0)])));
  const setOf = (characters) => new Set(Array.from(characters, (character) => character.codePointAt(0)));
  const MIDDLE_DOTS = setOf("\u00B7\u2027\u2022\u2024\u2219\u22C5\u2E31\u2E33\u30FB");
  const HYPHENS = setOf("-\u2010\u2011\u2012\u2013\u2043\u2212\u058A\u2E17\u30A0");
  const SEPARATORS = setOf(",\uFF0C\u0027\u2019\u00A0\u202F\u2009");
  const MINUS = 0x2212;
  const isIdeograph = (c) => within(c, 0x4E00, 0x9FFF, 0x3400, 0x4DBF, 0xF900, 0xFAFF, 0x20000, 0x3FFFD);
  const isVariation = (c) => within(c, 0xFE00, 0xFE0F, 0xE0100, 0xE01EF, 0x180B, 0x180F);
  const isAnyDigit = (c) => within(c, 0x30, 0x39, 0xFF10, 0xFF19);

  /** Whether a scalar belongs to the character before it. */
  function extendsCharacter(c) {
    if (c < 0x300 || within(c, 0x3400, 0x9FFF, 0xAC00, 0xD7FF)) return false;
    return within(c, 0x1160, 0x11FF, 0xFF9E, 0xFF9F) || /^\p{M}$/u.test(String.fromCodePoint(c));
  }

  class Folding {
    /** With the pairs that Index/IndexManifest.swift writes. */
    constructor(bits = "A") {
      this.pairs = new Map();
      const reader = new BitReader(bits);
      let source = 0, target = 0;
      for (let left = reader.number(); left > 0; left--) {
        source += reader.number();
        const isLower = reader.bit(), length = reader.bits(4);
        const distance = length < 15 ? reader.bits(length) + 2 ** length - 1 : reader.bits(18);
        target += isLower ? -distance : distance;
        this.pairs.set(source++, target);
      }
    }

    scalar(c) {
      if (c >= 0x4E00 && c <= 0x9FFF) return this.pairs.get(c) ?? c;
      if (MARKS.has(c)) return MARKS.get(c);
      if (c < 0x80) return c >= 0x41 && c <= 0x5A ? c + 32 : c;
      if (hasCompatibilityForms(c)) {
        const form = single(string([c]).normalize("NFKC"));
        return form === null || form === c ? single(string([c]).toLowerCase()) ?? c : this.scalar(form);
      }
      if (isLatinOrCyrillic(c)) return single(string([c]).toLowerCase()) ?? c;
      return this.pairs.get(c) ?? c;
    }

    /** A character of several scalars, or one that folds to several. */
    character(text) {
      const parts = Array.from(text.normalize("NFC"), (part) => (/[\uFB00-\uFB06]/.test(part) ? part.normalize("NFKC") : part));
      return Array.from(parts.join(""), (part) => String.fromCodePoint(this.scalar(part.codePointAt(0)))).join("")
        .normalize("NFC");
    }

    /** Whether a scalar alone folds to several. */
    expands(c) {
      if (c < 0x344 || within(c, 0x345, 0x8FF, 0x1200, 0x2ADB, 0x2ADD, 0xFAFF)) return false;
      return within(c, 0xFB00, 0xFB06) || single(string([c]).normalize("NFC")) === null;
    }

    /** `{text, starts, ends}`: for every UTF-16 unit of the folded text where its character began and ended. */
    fold(original) {
      const state = { parts: [], starts: [], ends: [] };
      for (const [from, to] of blocks(original)) this.block(original, from, to, state);
      return { text: state.parts.join(""), starts: state.starts, ends: state.ends };
    }

    key(text) {
      const state = { parts: [], starts: [], ends: [] };
      this.block(text, 0, text.length, state);
      return state.parts.join("");
    }

    block(text, from, to, state) {
      const put = (string, start, end) => {
        state.parts.push(string);
        for (let i = 0; i < string.length; i++) { state.starts.push(start); state.ends.push(end); }
      };
      if (state.parts.length) put("\n", from, from);
      const typography = new Typography(text, from, to);
      let previous = SPACE, begun = false, space = false, lineEnd = false, end = from;
      for (let at = from; at < to;) {
        const c = text.codePointAt(at), length = units(c);
        if (typography.drops(c, at)) { at += length; continue; }
        const kind = classOf(c);
        if (kind === SPACE || kind === ZERO_WIDTH) {
          if (at === end && begun && isVariation(c)) {
            for (let i = state.ends.length - 1; i >= 0 && state.ends[i] === end; i--) state.ends[i] = at + length;
            end = at + length;
          }
          space ||= kind === SPACE;
          lineEnd ||= c === 10;
          at += length;
          continue;
        }
        const dropped = previous === HAN && kind === WORD || previous === WORD && kind === HAN
          || previous === HAN && kind === HAN && lineEnd;
        if (space && begun && !dropped && !typography.joins(end, at, previous, kind)) put(" ", end, at);
        space = lineEnd = false;
        const next = c > 0x7F && !(c >= 0x4E00 && c <= 0x9FFF) || text.charCodeAt(at + length) >= 0x300
          ? typography.endOfCharacter(c, at + length) : at + length;
        put(next > at + length || this.expands(c) ? this.character(typography.letters(at, next))
          : String.fromCodePoint(typography.mark(this.scalar(c), at, next)), at, next);
        at = next;
        end = at;
        begun = true;
        previous = kind;
      }
    }
  }

  /** What folding does with marks whose meaning depends on their neighbors: Text/Typography.swift. */
  class Typography {
    constructor(text, from, to) {
      Object.assign(this, { text, from, to, numberEnd: from });
    }

    at(offset) { return offset < this.to ? this.text.codePointAt(offset) : -1; }
    before(offset) { return offset > this.from ? codePointBefore(this.text, offset) : -1; }

    /** The scalars of a character without those that are dropped. */
    letters(start, end) {
      return Array.from(this.text.slice(start, end)).filter((part) => classOf(part.codePointAt(0)) !== ZERO_WIDTH).join("");
    }

    endOfCharacter(c, next) {
      let end = next;
      if (c >= 0x4E00 && c <= 0x9FFF) return end;
      for (let at = next, mark; (mark = this.at(at)) >= 0x300 || mark === 0xAD;) {
        at += units(mark);
        if (classOf(mark) === ZERO_WIDTH) continue;
        if (!extendsCharacter(mark)) break;
        end = at;
      }
      return end;
    }

    /** Middle dots and hyphens. */
    mark(c, start, end) {
      const isDot = MIDDLE_DOTS.has(c);
      if (!isDot && !HYPHENS.has(c)) return c;
      while (classOf(Math.max(0, this.before(start))) === ZERO_WIDTH) start -= units(this.before(start));
      while (classOf(Math.max(0, this.at(end))) === ZERO_WIDTH) end += units(this.at(end));
      const before = this.before(start), isNumber = isAnyDigit(this.at(end));
      if (isDot) return isAnyDigit(before) && isNumber ? 0xB7 : 0x2E;
      return isNumber && (c === MINUS || before < 0 || !isWord(before)) ? MINUS : 0x2D;
    }

    /** Whether a scalar is a thousands separator. */
    drops(c, start) {
      if (!SEPARATORS.has(c) || !isAnyDigit(this.before(start)) || !isAnyDigit(this.at(start + 1))) return false;
      if (start < this.numberEnd) return true;
      const end = this.endOfNumber(c, start);
      if (end < 0) return false;
      this.numberEnd = end;
      return true;
    }

    endOfNumber(separator, start) {
      let at = start, count = 0;
      while (count < 4 && isAnyDigit(this.before(at))) { at--; count++; }
      if (count < 1 || count > 3 || [0x30, 0xFF10].includes(this.at(at))) return -1;
      const before = this.before(at);
      if ((before === separator || before === 0x2E) && isAnyDigit(this.before(at - 1))) return -1;
      const groups = [];
      at = start;
      while (this.at(at) === separator && isAnyDigit(this.at(at + 1))) {
        let digits = 0;
        for (at++; isAnyDigit(this.at(at)); at++) digits++;
        groups.push(digits);
      }
      const size = groups[0], isNumber = groups[groups.length - 1] === 3 && (size === 2 || size === 3) && count <= size
        && groups.slice(0, -1).every((digits) => digits === size);
      return isNumber ? at : -1;
    }

    /** Whether white space between two kept characters is dropped. */
    joins(end, start, previous, next) {
      if (previous === HAN && next === OTHER) return this.isSpacedDot(this.at(start));
      if (previous === OTHER && next === HAN) return this.isSpacedDot(this.before(end));
      return previous === HAN && next === HAN && this.isPadding(end, start);
    }

    isSpacedDot(c) { return MIDDLE_DOTS.has(c) || c === 0xFF65 || c === 0x387; }

    isPadding(end, start) {
      const left = this.run(end, -1), right = this.run(start, 1);
      if (!left.count || !right.count) return false;
      if (left.count === 1 && right.count === 1 || this.text.slice(end, start).includes("\u3000")) return true;
      return left.count + right.count === 3 && left.isAlone && right.isAlone;
    }

    /** Ideographs before or after an offset, at most three; whether the block ends there or a mark follows. */
    run(at, way) {
      let count = 0;
      for (let c; (c = way < 0 ? this.before(at) : this.at(at)) >= 0; at += way * units(c)) {
        const kind = classOf(c);
        if (kind === ZERO_WIDTH) continue;
        if (count === 3 || !isIdeograph(c)) return { count, isAlone: kind === OTHER };
        count++;
      }
      return { count, isAlone: true };
    }
  }

  /** What empty lines separate: SearchUnit.swift. */
  function blocks(text) {
    const ranges = [];
    let start = 0;
    for (const gap of text.matchAll(/\n\n+/g)) {
      if (gap.index > start) ranges.push([start, gap.index]);
      start = gap.index + gap[0].length;
    }
    if (text.length > start) ranges.push([start, text.length]);
    return ranges;
  }

  // ---- Ids of sentences: Text/PlaceID.swift, Text/LatinLetters.swift ---------------------------------------

  const UNACCENTED = new Map(Array.from("øłđħŧıƀ", (letter, i) => [letter.codePointAt(0), "oldhtib".charCodeAt(i)]));
  const isAccent = (c) => within(c, 0x300, 0x36F);

  /** The plain letter of a folded Latin letter with accents. */
  function plainLetter(c) {
    if (!within(c, 0xDF, 0x24F, 0x1E00, 0x1EFF)) return c;
    const first = String.fromCodePoint(c).normalize("NFD").charCodeAt(0);
    return within(first, 0x61, 0x7A) ? first : UNACCENTED.get(c) ?? c;
  }

  const PUNCTUATION = new Set(Array.from("!\"'()*,-./:;<>?[\\]_\u0060{|}~«·»", (mark) => mark.charCodeAt(0)));
  const isPunctuation = (c) => PUNCTUATION.has(c)
    || within(c, 0x2010, 0x2027, 0x2032, 0x205E, 0x3001, 0x3003, 0x3008, 0x301F) || "・−∙⋅⸱⸳゠⸗".includes(string([c]));
  const isHyphen = (c) => within(c, 0x2010, 0x2013, 0x2212, 0x2212);

  /** What counts of a text: its letters, digits and signs, with `withMarks` its punctuation, too. */
  function wordsOf(text, folding, withMarks) {
    const scalars = Array.from(text, (c) => c.codePointAt(0)), words = [];
    scalars.forEach((scalar, i) => {
      const c = plainLetter(folding.scalar(scalar)), kind = classOf(c);
      const isIgnored = kind === WORD && (isAccent(c) || within(c, 0xFE00, 0xFE0F, 0xE0100, 0xE01EF));
      const isDropped = kind === OTHER && !withMarks && isPunctuation(c)
        && !(i + 1 < scalars.length && isDigit(folding.scalar(scalars[i + 1])));
      if (kind <= WORD ? !isIgnored : kind === OTHER && !isDropped) words.push(isHyphen(c) ? 0x2D : c);
    });
    return words;
  }

  /** MurmurHash3 of 32 bits over scalars. */
  function hash(scalars, state, c1, c2) {
    const rotated = (n, by) => n << by | n >>> 32 - by;
    for (const scalar of scalars) {
      state ^= Math.imul(rotated(Math.imul(scalar, c1), 15), c2);
      state = Math.imul(rotated(state, 13), 5) + 0xE6546B64 | 0;
    }
    state ^= scalars.length;
    state = Math.imul(state ^ state >>> 16, 0x85EBCA6B);
    state = Math.imul(state ^ state >>> 13, 0xC2B2AE35);
    return state ^ state >>> 16;
  }

  /** The id of a sentence in its page, without the number of its occurrence. */
  function wordID(text, folding) {
    let words = wordsOf(text, folding, false);
    if (!words.length) words = wordsOf(text, folding, true);
    return [hash(words, 0, 0xCC9E2D51, 0x1B873593), hash(words, 0x9747B28C, 0x239B961B, 0xAB0E9789)]
      .map((bits) => [0, 5, 10, 15].map((place) => LETTERS[bits >>> place & 31]).join("")).join("");
  }

  // ---- Query: Query/SearchQuery.swift, Query/TermPlan.swift --------------------------------------------

  const isQuote = (c) => c === 0x22 || c === 0xFF02 || c === 0x201C || c === 0x201D;
  const isMinus = (c) => c === 0x2D || c === 0xFF0D;

  /** `{terms: [{text, isPhrase, isExcluded}], name}`. */
  function parse(query, folding) {
    const scalars = Array.from(query, (c) => c.codePointAt(0)).slice(0, LONGEST_QUERY);
    const terms = [];
    let at = 0;
    while (at < scalars.length) {
      if (classOf(scalars[at]) === SPACE) { at++; continue; }
      const isExcluded = isMinus(scalars[at]);
      if (isExcluded) at++;
      const isPhrase = at < scalars.length && isQuote(scalars[at]);
      if (isPhrase) at++;
      const start = at;
      while (at < scalars.length && !isQuote(scalars[at]) && (isPhrase || classOf(scalars[at]) !== SPACE)) at++;
      const words = scalars.slice(start, at);
      const text = folding.key(string(words));
      const known = terms.some((t) => t.text === text && t.isPhrase === isPhrase && t.isExcluded === isExcluded);
      if (words.some((c) => isLetter(folding.scalar(c))) && terms.length < MOST_TERMS && !known) {
        terms.push({ text, isPhrase, isExcluded });
      }
      if (isPhrase) at++;
    }
    const name = terms.some((t) => t.isExcluded) ? ""
      : folding.key(string(scalars.filter((c) => !isQuote(c))));
    return { terms, name };
  }

  const string = (scalars) => scalars.map((c) => String.fromCodePoint(c)).join("");
  const utf8Length = (c) => (c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4);
  const isDigit = (c) => c >= 0x30 && c <= 0x39;

  /** Cuts a word as the index does: to 48 bytes of UTF-8. */
  function cutWord(word) {
    let bytes = 0, cut = "";
    for (const c of word) {
      bytes += utf8Length(c.codePointAt(0));
      if (bytes > LONGEST_WORD) return { word: cut, bytes: LONGEST_WORD };
      cut += c;
    }
    return { word, bytes };
  }

  /** From the first to the last at even distances. */
  const spread = (groups) => (groups.length <= MOST_GROUPS ? groups
    : Array.from({ length: MOST_GROUPS }, (_, i) => groups[Math.floor(i * (groups.length - 1) / (MOST_GROUPS - 1))]));

  /** The lookups that narrow most come first. */
  function ordered(group) {
    const last = group.length - 1;
    if (last < 2) return group;
    return [...new Set([0, last, last >> 1])].map((index) => group[index]);
  }

  /**
   * `{groups: [{lookups: [{key, at} | {range}], atOnce}], isExact, most}`: the keys of a group stand in one passage.
   * So many are asked for at once, and so many at most, while chance alone would leave some documents.
   * Pairs that are common are asked for last.
   */
  function plan(term, terms = 1, common = new Set()) {
    const text = term.text, groups = [[]];
    let covered = null, endsOpen = false, lastHan = 0, previousHan = 0, word = -1;
    const add = (lookup, stands) => {
      groups[groups.length - 1].push(lookup);
      covered ??= stands;
    };
    const han = (first, second, at) => {
      if (second) {
        const pair = String.fromCodePoint(first, second);
        add({ key: pair, at }, pair);
        lastHan = second;
        return;
      }
      const one = String.fromCodePoint(first);
      if (lastHan !== first) add({ key: "." + one }, one);
      lastHan = 0;
      groups.push([]);
    };
    const close = (end, next, closed) => {
      const { word: letters, bytes } = cutWord(text.slice(word, end));
      word = -1;
      if (next) {
        const key = letters + String.fromCodePoint(next);
        add({ key: "=" + key }, key);
        lastHan = next;
        return;
      }
      const stands = bytes >= LONGEST_WORD - 3 ? "" : letters;
      if (closed) add({ key: "=" + letters }, stands);
      else if (Array.from(letters).length <= LONGEST_PREFIX) add({ key: ":" + letters }, stands);
      else add({ range: "=" + letters }, stands);
      endsOpen = !closed;
      groups.push([]);
    };
    let characters = 0;
    for (let at = 0; at < text.length; characters++) {
      const c = text.codePointAt(at), length = c > 0xFFFF ? 2 : 1, kind = classOf(c);
      if (kind === HAN) {
        if (word >= 0) close(at, c, true); else if (previousHan) han(previousHan, c, characters - 1);
        previousHan = c;
      } else if (kind === WORD) {
        if (previousHan) { han(previousHan, 0); previousHan = 0; }
        if (word < 0) word = at;
      } else if (word >= 0) {
        const isPoint = c === 0x2E && isDigit(text.charCodeAt(at - 1));
        if (isPoint && at + 1 >= text.length) { close(at, 0, false); break; }
        if (!(isPoint && isDigit(text.charCodeAt(at + 1)))) close(at, 0, true);
      } else if (previousHan) {
        han(previousHan, 0);
        previousHan = 0;
      }
      at += length;
    }
    if (word >= 0) close(text.length, 0, false); else if (previousHan) han(previousHan, 0);
    const filled = groups.filter((group) => group.length);
    const isExact = filled.length === 1 && filled[0].length === 1 && covered === text
      && !(term.isPhrase && endsOpen);
    const enough = terms <= 4 ? 2 : 1, some = spread(filled).map((group) => {
      const asked = group.slice(0, LONGEST_GROUP), isCommon = (lookup) => "at" in lookup && common.has(lookup.key);
      const rare = asked.filter((lookup) => !isCommon(lookup));
      const lookups = [...ordered(rare), ...ordered(asked.filter(isCommon))];
      return { lookups, atOnce: Math.min(enough, Math.max(1, rare.length)) };
    });
    return { groups: some, isExact, most: terms <= 2 ? 3 : enough };
  }

  // ---- Verification: Query/TermFinder.swift, Query/PassageFinder.swift ---------------------------------

  /** Offsets in folded text at which the term stands, ascending, not overlapping. */
  function find(term, text, most = Infinity) {
    const needle = term.text, found = [];
    const beginsWord = isWord(needle.codePointAt(0));
    const endsWord = term.isPhrase && isWord(codePointBefore(needle, needle.length));
    for (let at = text.indexOf(needle); at >= 0 && found.length < most;) {
      const end = at + needle.length;
      const cut = beginsWord && isWord(codePointBefore(text, at))
        || endsWord && end < text.length && isWord(text.codePointAt(end));
      if (!cut) found.push(at);
      at = text.indexOf(needle, cut ? at + 1 : end);
    }
    return found;
  }

  /** Columns of a passage and of what it shows before its first hit; a Han character takes two. */
  const MOST_PASSAGES = 2, LONGEST_PASSAGE = 220, LEAD = 60;

  /** One document with its text: whether terms stand in it, and where best. */
  class TextView {
    constructor(row, text, folding) {
      this.row = row;
      this.text = text;
      this.folding = folding;
      this.folded = folding.fold(text);
      this.names = [row.title, ...row.names].map((name) => folding.key(name));
    }

    holds(term) {
      return this.names.some((name) => find(term, name, 1).length > 0) || find(term, this.folded.text, 1).length > 0;
    }

    /** Best passages as `{anchor, parts: [{text, isHit}]}`. */
    passages(terms) {
      const starts = sentenceStarts(this.row.sentences, this.text);
      const ranges = blocks(this.text), sentences = new Map();
      // The text of an article begins with its title, which the result shows anyway.
      const title = this.row.title.replace(/[\u0000-\u001F\u007F]/g, " ");
      const titleEnd = this.row.textPath && ranges.length && this.text.slice(0, ranges[0][1]).trimEnd() === title
        ? title.length : 0;
      terms.forEach((term, number) => {
        for (const at of find(term, this.folded.text)) {
          const hit = [this.folded.starts[at], this.folded.ends[at + term.text.length - 1]];
          if (hit[0] < titleEnd) continue;
          const index = firstIndex(starts.length, (i) => starts[i] > hit[0]) - 1;
          const block = ranges[firstIndex(ranges.length, (i) => ranges[i][0] > hit[0]) - 1] ?? [0, this.text.length];
          const start = index < 0 ? block[0] : starts[index];
          if (!sentences.has(start)) sentences.set(start, { start, index, terms: new Set(), hits: [] });
          sentences.get(start).terms.add(number);
          sentences.get(start).hits.push(hit);
        }
      });
      const best = [...sentences.values()].sort((a, b) =>
        b.terms.size - a.terms.size || b.hits.length - a.hits.length || a.start - b.start);
      return best.slice(0, MOST_PASSAGES).sort((a, b) => a.start - b.start)
        .map((sentence) => this.passage(sentence, starts));
    }

    /** By sentence: its id in the page. */
    anchors(starts) {
      const seen = new Map();
      return this.ids ??= starts.map((start, i) => {
        const id = wordID(this.text.slice(start, starts[i + 1]), this.folding), number = (seen.get(id) ?? 0) + 1;
        seen.set(id, number);
        return `s${id}${number > 1 ? `-${number}` : ""}`;
      });
    }

    passage({ start: sentence, index, hits }, starts) {
      hits.sort((a, b) => a[0] - b[0]);
      let end = starts[index + 1] ?? this.text.length;
      const gap = this.text.indexOf("\n\n", sentence);
      if (gap >= 0 && gap < end) end = gap;
      end = Math.max(hits[0][1], sentence + this.text.slice(sentence, end).trimEnd().length);
      let start = sentence, stop = end;
      if (ahead(this.text, start, LONGEST_PASSAGE, end) < end) {
        start = back(this.text, hits[0][0], LEAD, sentence);
        stop = Math.max(hits[0][1], ahead(this.text, start, LONGEST_PASSAGE, end));
      }
      const parts = [], put = (text, isHit) => { if (text) parts.push({ text: text.replace(/\n/g, " "), isHit }); };
      let at = start;
      if (start > sentence) put("…", false);
      for (const [from, to] of hits) {
        if (to > stop || to <= at) continue;
        if (from < at && parts.length) {
          parts[parts.length - 1].text += this.text.slice(at, to);
        } else {
          put(this.text.slice(at, from), false);
          put(this.text.slice(from, to), true);
        }
        at = to;
      }
      put(this.text.slice(at, stop), false);
      if (stop < end) put("…", false);
      return { anchor: index < 0 ? null : this.anchors(starts)[index], parts };
    }
  }

  const columns = (c) => (classOf(c) === HAN ? 2 : 1);
  const units = (c) => (c > 0xFFFF ? 2 : 1);
  const isInsideWord = (text, at) => isWord(codePointBefore(text, at)) && isWord(text.codePointAt(at));

  /** The offset so many columns further on, `end` at most, not inside a word. */
  function ahead(text, from, room, end) {
    let at = from;
    for (let c; at < end && room > 0; at += units(c), room -= columns(c)) c = text.codePointAt(at);
    if (at >= end) return end;
    let word = at;
    while (word > from && isInsideWord(text, word)) word -= units(codePointBefore(text, word));
    return word > from ? word : at;
  }

  /** The offset so many columns before, `start` at least, not inside a word nor before a space. */
  function back(text, from, room, start) {
    let at = from;
    for (let c; at > start && room > 0; at -= units(c), room -= columns(c)) c = codePointBefore(text, at);
    if (at <= start) return start;
    while (at < from && (isInsideWord(text, at) || classOf(text.codePointAt(at)) === SPACE)) at += units(text.codePointAt(at));
    return at;
  }

  // ---- Ranking: Query/Ranking.swift ---------------------------------------------------------------------

  function score({ terms, isName, titleTerms, together, passages, frequent }) {
    return (isName ? 1000000 : 0) + (titleTerms === terms ? 100000 : 0)
      + Math.floor(titleTerms * 10000 / terms) + Math.floor(together * 4000 / terms)
      + Math.min(3999, passages * 60 + frequent * 180);
  }

  // ---- The index ------------------------------------------------------------------------------------------

  /**
   * Of lists `[first keys, names]`, which follow one another: the last file that begins at or before the key, and
   * for a range those after it that begin with it.
   */
  function filesOf(lists, wanted, isRange) {
    const keys = lists.flatMap(([joined]) => (joined ? joined.split(" ") : []));
    const files = lists.flatMap(([, joined]) => names(joined));
    if (keys.length !== files.length) throw damaged("manifest");
    const begin = Math.max(0, firstIndex(keys.length, (i) => precedes(wanted, keys[i])) - 1);
    let end = begin + 1;
    if (isRange) while (end < keys.length && keys[end].startsWith(wanted)) end++;
    return files.slice(begin, end);
  }

  /** Han characters after the first each make a pair with it. */
  function expand(key) {
    const first = key.codePointAt(0), at = first > 0xFFFF ? 2 : 1;
    if (at >= key.length || key.endsWith("@") || classOf(first) !== HAN) return [key];
    return Array.from(key.slice(at), (second) => key.slice(0, at) + second);
  }

  const isPair = (key) => !key.endsWith("@") && classOf(key.codePointAt(0)) === HAN;

  /** Where sentences begin in a text: Index/SentenceTable.swift. */
  function sentenceStarts(bits, text) {
    const starts = [];
    if (!bits) return starts;
    const reader = new BitReader(bits), wrong = new Set(reader.ascending()), besides = new Set(reader.ascending());
    let number = 0, byte = 0, at = 0, state = LINE_START;
    for (const character of text) {
      const isNew = state === LINE_START || state === GAP;
      let begins = false;
      if (character === "\n") {
        state = LINE_START;
      } else if (SPACES.includes(character)) {
        if (state === ENDED || state === MAY_END) state = GAP;
      } else if (FULL_STOPS.includes(character)) {
        begins = isNew;
        state = ENDED;
      } else if (STOPS.includes(character)) {
        begins = isNew;
        if (state !== ENDED) state = MAY_END;
      } else if (!(state === ENDED || state === MAY_END) || !CLOSERS.includes(character)) {
        begins = isNew || state === ENDED;
        state = INSIDE;
      }
      if (begins && !wrong.has(number++) || besides.has(byte)) starts.push(at);
      at += character.length;
      byte += utf8Length(character.codePointAt(0));
    }
    return starts;
  }

  const INSIDE = 0, LINE_START = 1, ENDED = 2, MAY_END = 3, GAP = 4;
  const SPACES = " \u00A0\u3000", FULL_STOPS = "。！？…", STOPS = "!.?", CLOSERS = "\"')]’”》」』】）";

  const KINDS = ["article", "person", "product", "organization", "claim"];
  const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  /** Names of files: Index/FileNames.swift. */
  function names(bits) {
    const reader = new BitReader(bits), letter = () => LETTERS[reader.bits(5)];
    return Array.from({ length: Math.floor(bits.length * 6 / 40) }, () => Array.from({ length: 8 }, letter).join(""));
  }

  /**
   * A site's index. `source.json(name)` gives the value of `search/<name>.json` and `source.text(path, document)`
   * the text of a file of the site, both as promises; a failure is not remembered, so that asking again retries.
   */
  class Index {
    constructor(source) {
      this.source = source;
      this.known = new Map();
    }

    once(key, make) {
      if (!this.known.has(key)) {
        const value = make();
        this.known.set(key, value);
        value.catch(() => this.known.delete(key));
      }
      return this.known.get(key);
    }

    json(name) {
      return this.once(name, () => this.source.json(name));
    }

    open() {
      return this.once("", async () => {
        const manifest = await this.source.json("manifest");
        if (manifest.format !== FORMAT) {
          throw Object.assign(new IndexError(`the search index has format ${manifest.format}`), { isOther: true });
        }
        this.manifest = manifest;
        this.top = [manifest.keys, manifest.directories ?? manifest.shards];
        this.blockNames = names(manifest.blocks);
        this.facetFiles = names(manifest.facetFiles);
        this.folding = new Folding(manifest.fold);
        const { documents, passages, firstPassages } = manifest;
        this.firstPassages = [...new BitReader(firstPassages).list(documents, passages), passages];
        this.common = new Set(manifest.common.match(/../gu) ?? []);
        this.kindNames = manifest.furtherKinds ? [...KINDS, ...manifest.furtherKinds.split("\n")] : KINDS;
        this.kinds = new Map(manifest.kinds.split("\n").map((label, i) => [this.kindNames[i], label]));
        return this;
      });
    }

    get documents() { return this.manifest.documents; }

    /** Names of the shards that may hold a key, or the keys of a range. */
    async shards(wanted, isRange) {
      const some = filesOf([this.top], wanted, isRange);
      if (!this.manifest.directories) return some;
      return filesOf(await Promise.all(some.map((name) => this.json(name))), wanted, isRange);
    }

    /** The posting of a key, or of all keys of a range together. */
    async posting({ key, range, at }) {
      const wanted = key ?? range;
      const shards = await Promise.all((await this.shards(wanted, range)).map((name) => this.json(name)));
      const found = [];
      for (const [keys, postings] of shards) {
        const reader = new BitReader(postings);
        for (const entry of keys.split(" ").flatMap(expand)) {
          const posting = reader.posting(this.manifest, isPair(entry));
          if (!(range ? entry.startsWith(wanted) : entry === wanted)) continue;
          // Places count from where the term begins of which the pair is a part.
          if (at && posting.places) posting.places = posting.places.map((places) => places.map((p) => p - at & 63));
          found.push(posting);
        }
      }
      return together(found);
    }

    /** Documents that hold a passage or have a title of a posting. */
    documentsOf({ passages, titles }) {
      const documents = [...titles];
      let next = 0;
      for (const passage of passages) {
        if (passage < next) continue;
        const document = firstIndex(this.firstPassages.length, (i) => this.firstPassages[i] > passage) - 1;
        documents.push(document);
        next = this.firstPassages[document + 1];
      }
      return ascending(documents);
    }

    async row(document) {
      const size = this.manifest.blockSize;
      const rows = await this.json(this.blockNames[Math.floor(document / size)]);
      const [kind, path, title, named, date, textPath, text, sentences] = rows[document % size];
      return {
        document, kind: this.kindNames[kind], path, title, date, text, sentences,
        names: named ? named.split("\n") : [],
        textPath: textPath === "." ? path + "text.txt" : textPath,
      };
    }

    /** The row and the text of a document, folded. */
    view(document) {
      return this.once(document, async () => {
        const row = await this.row(document);
        const text = row.textPath ? await this.source.text(row.textPath, document) : row.text;
        return new TextView(row, text, this.folding);
      });
    }

    /** Values of a facet: `[{value, label, documents}]`. */
    async facet(name) {
      await this.open();
      const parts = this.manifest.facets.filter(([facet]) => facet === name);
      const files = await Promise.all(parts.map(([, , file]) => this.json(this.facetFiles[file])));
      return files.flatMap((file) => file[name]).map(([value, label, text]) =>
        ({ value, label, documents: this.list(text) }));
    }

    /** A list of documents with its length before it. */
    list(text) {
      const reader = new BitReader(text);
      return reader.list(reader.number(), this.documents);
    }

    facetNames() {
      return [...new Set(this.manifest.facets.map(([facet]) => facet))];
    }

    /** Queries that ask for less than one that found nothing: Query/QueryParts.swift. */
    parts(text, hasFacets) {
      const { terms } = parse(text, this.folding);
      const wanted = terms.filter((term) => !term.isExcluded);
      if (hasFacets) return [text.trim()].filter((query) => query);
      if (terms.length > 1) return wanted.map((term) => (term.isPhrase ? `"${term.text}"` : term.text));
      if (!wanted.length) return [];
      const [{ text: letters, isPhrase }] = wanted;
      if (letters.includes(" ")) return [letters];
      const points = Array.from(letters), half = points.length >> 1;
      if (isPhrase || points.length < 4 || classOf(letters.codePointAt(0)) !== HAN) return [];
      return [points.slice(0, half).join(""), points.slice(half).join("")];
    }

    /** In how many passages two postings would meet if they had nothing to do with each other. */
    chance(a, b) {
      return a.passages.length * b.passages.length / (this.manifest.passages * (a.places && b.places ? 64 : 1));
    }

    /** Where a term of a query of so many terms may stand. */
    async hits(term, terms) {
      const { groups, isExact, most } = plan(term, terms, this.common);
      const found = await Promise.all(groups.map(async ({ lookups, atOnce }) => {
        const first = await Promise.all(lookups.slice(0, atOnce).map((lookup) => this.posting(lookup)));
        let all = first.reduce(shared), documents = this.documentsOf(all);
        let chance = first.length > 1 ? this.chance(...first) : all.passages.length / 8;
        for (const lookup of lookups.slice(atOnce, most)) {
          if (documents.length <= 2 || chance < 1) break;
          const next = await this.posting(lookup);
          chance = this.chance(all, next);
          all = shared(all, next);
          documents = this.documentsOf(all);
        }
        return { all, documents };
      }));
      return {
        term, isExact, ...found.map((group) => group.all).reduce(shared),
        documents: found.map((group) => group.documents).reduce(both),
      };
    }

    /**
     * Pages that may match, best first: `{terms, documents, isExact, verify(document)}`. While `isExact` is false,
     * `verify` must be asked about each.
     */
    async search(text, facets = []) {
      await this.open();
      const query = parse(text, this.folding);
      const terms = query.terms.filter((term) => !term.isExcluded);
      if (!terms.length && (query.terms.length || !facets.length)) {
        return { terms, documents: [], isExact: true, verify: async () => true };
      }
      const [hits, unwanted, allowed] = await Promise.all([
        Promise.all(terms.map((term) => this.hits(term, terms.length))),
        Promise.all(query.terms.filter((term) => term.isExcluded).map((term) => this.hits(term, terms.length))),
        Promise.all([...new Set(facets.map((f) => f.facet))].map(async (name) => {
          const values = new Set(facets.filter((f) => f.facet === name).map((f) => f.value));
          return ascending((await this.facet(name)).flatMap((v) => (values.has(v.value) ? v.documents : [])));
        })),
      ]);
      let documents = Array.from({ length: this.documents }, (_, i) => i);
      for (const list of [...hits.map((h) => h.documents), ...allowed]) documents = both(documents, list);
      for (const hit of unwanted.filter((h) => h.isExact)) {
        const without = new Set(hit.documents);
        documents = documents.filter((d) => !without.has(d));
      }
      const doubtful = hits.filter((h) => !h.isExact).map((h) => h.term);
      const against = unwanted.filter((h) => !h.isExact)
        .map((h) => ({ term: h.term, documents: new Set(h.documents) }));
      const titled = hits.length > 0 && hits.map((hit) => hit.titles).reduce(both).length > 0;
      const named = new Set(titled && query.name && new TextEncoder().encode(query.name).length <= 96
        ? (await this.posting({ key: nameKey(query.name) })).titles : []);
      return {
        terms, hits, named, documents: this.rank(documents, hits, named),
        isExact: !doubtful.length && !against.length,
        verify: async (document) => {
          const not = against.filter((a) => a.documents.has(document)).map((a) => a.term);
          if (!doubtful.length && !not.length) return true;
          const view = await this.view(document);
          return doubtful.every((t) => view.holds(t)) && !not.some((t) => view.holds(t));
        },
      };
    }

    rank(documents, hits, named) {
      if (!hits.length) return documents;
      const sets = hits.map((h) => [new Set(h.passages), new Set(h.frequent), new Set(h.titles)]);
      const scores = new Map(documents.map((document) => {
        const first = this.firstPassages[document], end = this.firstPassages[document + 1];
        let together = 0, passages = 0, frequent = 0;
        for (let passage = first; passage < end; passage++) {
          together = Math.max(together, sets.filter(([all]) => all.has(passage)).length);
        }
        for (const [all, often] of sets) {
          let a = 0, o = 0;
          for (let passage = first; passage < end; passage++) { a += all.has(passage); o += often.has(passage); }
          passages += Math.min(8, a);
          frequent += Math.min(8, o);
        }
        const titleTerms = sets.filter(([, , titles]) => titles.has(document)).length;
        return [document, score({
          terms: hits.length, isName: named.has(document), titleTerms, together, passages, frequent,
        })];
      }));
      return documents.sort((a, b) => scores.get(b) - scores.get(a) || a - b);
    }
  }

  function nameKey(name) {
    const key = name.replace(/[ \n]/g, "_") + "@";
    return classOf(name.codePointAt(0)) === HAN ? key : "=" + key;
  }

  /** A source that reads a site over HTTP; `root` is the path from the page to the site's root. */
  function httpSource(root) {
    const get = async (path, options) => {
      const response = await fetch(root + path, options);
      if (!response.ok) throw new IndexError(`${path}: ${response.status}`);
      return response;
    };
    return {
      json: async (name) => {
        try {
          // All other files have names made from their content.
          const options = name === "manifest" ? { cache: "no-cache" } : undefined;
          return await (await get(`search/${name}.json`, options)).json();
        } catch (error) {
          if (error instanceof SyntaxError) throw damaged(`${name}.json`);
          throw error;
        }
      },
      text: async (path) => (await get(path.split("/").map(encodeURIComponent).join("/"))).text(),
    };
  }

  /** The text of a page is not to be had here: an archive too large to carry its texts for reading from disk. */
  class NoText extends IndexError {}

  return { Index, IndexError, NoText, Folding, httpSource, parse, plan, find, wordID, BitReader, names, firstIndex };
})();
if (typeof module === "object") module.exports = globalThis.VariorumSearch;

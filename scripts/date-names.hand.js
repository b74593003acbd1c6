// What ICU does not have but newspapers write, for date-names.js: other spellings, short forms, cases.

/** Months by number, then by language. */
export const MONTHS = {
  1: {
    ar: 'جانفي',
    bg: 'яну',
    bn: 'জানুয়ারী',
    bs: 'januara',
    cy: 'Ionor',
    de: 'Jänner',
    hi: 'जन',
    id: 'Januari',
    pt: 'jan',
    si: 'ජනවාරි ජන',
    sr: 'januara јануара',
    te: 'జనవరి',
    ta: 'சனவரி',
  },
  2: {
    ar: 'فيفري',
    bg: 'фев',
    bn: 'ফেব্রুয়ারী',
    bs: 'februara',
    cy: 'Chwef',
    de: 'Feber',
    en: 'Febr',
    hu: 'febr',
    id: 'Pebruari Peb',
    mr: 'फेब्रु',
    si: 'පෙබරවාරි පෙබ',
    sr: 'februara фебруара',
  },
  3: { ar: 'مارس', bg: 'мар', bs: 'marta', cy: 'Fawrth', de: 'Mrz', ms: 'Mac', si: 'මාර්තු', sr: 'marta марта' },
  4: { ar: 'أفريل', bg: 'апр', bs: 'aprila', si: 'අප්‍රේල් අප්‍රියෙල්', sr: 'aprila априла' },
  5: { ar: 'ماي', be: 'траўня', bs: 'maja', cy: 'Fai', ml: 'മെയ്', si: 'මැයි', sr: 'maja маја' },
  6: { ar: 'جوان', bs: 'juna', cy: 'Fehefin', si: 'ජූනි ජුනි', sr: 'juna јуна', ta: 'சூன்' },
  7: { ar: 'جويلية', bs: 'jula', cy: 'Gorffennaf', si: 'ජූලි ජුලි', sr: 'jula јула', ta: 'சூலை' },
  8: {
    ar: 'أوت',
    bg: 'авг',
    bs: 'augusta avgusta',
    fr: 'aout',
    hi: 'अगस्‍त',
    id: 'agt ags agust',
    si: 'අගෝස්තු අගෝ',
    sr: 'avgusta августа',
  },
  9: {
    bg: 'сеп септ',
    bs: 'septembra',
    cy: 'Fedi',
    en: 'sept',
    es: 'setiembre set',
    hi: 'सितम्बर',
    id: 'sept',
    si: 'සැප්තැම්බර් සැප්',
    sr: 'septembra септембра',
  },
  10: { bg: 'окт', bs: 'oktobra', hi: 'अक्तूबर अक्टूबर', si: 'ඔක්තෝබර් ඔක්', sr: 'oktobra октобра' },
  11: {
    bg: 'ное',
    bs: 'novembra',
    cy: 'Dachwedd',
    hi: 'नवम्बर',
    id: 'Nopember nop',
    si: 'නොවැම්බර් නොවැ',
    sr: 'novembra новембра',
  },
  12: { bg: 'дек', bs: 'decembra', cy: 'Ragfyr', hi: 'दिसम्बर', id: 'Des', si: 'දෙසැම්බර් දෙසැ', sr: 'decembra децембра' },
}

/** Months in Roman figures, from the second on: the first is a word of these languages. */
const ROMAN = ['ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const ROMAN_LANGUAGES = ['hu', 'pl', 'ro']
export const ROMAN_MONTHS = Object.fromEntries(
  ROMAN.map((name, i) => [i + 2, Object.fromEntries(ROMAN_LANGUAGES.map((language) => [language, name]))]),
)

/** Weekdays from 1, Monday, then by language. */
export const WEEKDAYS = { 7: { id: 'Ahad' } }

/** Cases that ICU has no form for: what a language puts in the place of a name's end. */
const CASES = {
  // `нэгдүгээр сарын 3`: Mongolian puts the month before the day.
  mn: [[/сар$/, 'сарын']],
  // `martxoaren 14a`, `urtarrilak 3`
  eu: [
    [/a$/, 'aren'],
    [/a$/, 'ak'],
  ],
  // `3. maijā`, `3. aprīlī`, as folded
  lv: [
    [/is$/, 'i'],
    [/s$/, 'a'],
  ],
  // `3. mail`, `3. märtsil`, `3. oktoobril`
  et: [
    [/ber$/, 'bril'],
    [/([aeiou])$/, '$1l'],
    [/([^aeiou])$/, '$1il'],
  ],
  // `3 майи соли 2024`
  tg: [[/$/, 'и']],
  // `2024-жылдын 3-майы`
  ky: [
    [/([ьй])$/, '$1ы'],
    [/ь$/, 'ы'],
    [/т$/, 'ты'],
  ],
  // `3 мамырда`
  kk: [
    [/$/, 'да'],
    [/$/, 'де'],
    [/$/, 'та'],
    [/$/, 'те'],
  ],
  uz: [[/$/, 'da']],
  // `18 октябре`, as folded
  tt: [
    [/ь$/, 'е'],
    [/и$/, 'е'],
  ],
  ba: [
    [/ь$/, 'е'],
    [/и$/, 'е'],
  ],
  // `miessemánu 3. 2024`, as folded
  se: [[/mannu$/, 'manu']],
  // `3ê gulana 2024an`
  ku: [[/$/, 'a']],
  // `3ی ئایاری ٢٠٢٤`
  ckb: [[/$/, 'ی']],
  // `3 მაისს`
  ka: [[/ი$/, 'ს']],
}

/** A folded name in the cases that newspapers of the language write it in. */
export function casesOf(name, language) {
  return (CASES[language] ?? []).filter(([end]) => end.test(name)).map(([end, other]) => name.replace(end, other))
}

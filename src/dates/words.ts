import { foldName } from './fold.ts'

/** Words that stand between the parts of dates and times, of all languages together, as `foldName` folds them. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(foldName))

/** Announce a time, so that `16.41` is one. */
export const CLOCK_WORDS = set(`
  um pukul jam klo kl klokka klokken klockan alle ore ob o у godz om plkst lúc vào saat σε στις στη в о об à a as às las los
  at h hora horas kell óra ora orë oras ώρα ώρες time час час. alas u v ve ab في الساعة ساعت بوقت বেলা सुबह दोपहर शाम 시각 เวลา
  ເວລາ ម៉ោង ժամը սաат соати цагт сағат саат בשעה`)

/** Other words between a date and its time, or a time and its date. */
export const LINK_WORDS = set(`
  on vom am den der dem de le les in vào от на від з op la el di il del på til the of t date datum дата ngày tarih tarihi
  hari tanggal tgl year г г. года году год рік року gada m d ko at um et en van dne dňa kuupäev ณ วันที่ তারিখ`)

/** After a time. */
export const CLOCK_UNITS = set(`
  uhr uur h hs hrs hr hours horas hora heures น นาฬิกา ໂມງ giờ val ч час часа часов óra hod год बजे ਵਜੇ`)

/** Between a day, its month and the year. */
export const FILLERS = set(`
  a o viz ga de del dal su of di da ta ng dhe do l den der the m nam tháng เดือน พ.ศ ค.ศ ปี g год года г р року рік ko
  e el mwezi wa tarehe i ri d د anul anno year dhen t соли мис lia ខែ ឆ្នាំ ພ.ສ ປີ ເດືອນ سنة عام لسنة من din`)

/** After a year. */
export const YEAR_UNITS = set(`
  年 년 m թ ж د д gada г год года год рік року р r roku оны он ko жыл жылы жылғы жылдын жылдың йил yil yili yilning il ildə
  urteko йыл ел елның ч сыл аз соли يىلى يىل ه ھ م ق ش ہجری ah ခုနှစ် ஆம் şıl`)
export const MONTH_UNITS = set('月 월 сар сарын')
export const DAY_UNITS = set('日 일 号 號 d өдөр күні күнү ရက် ရက်နေ့ күнэ')

/** Glued to a day: `3rd`, `1er`, `14a`, `3-nji`, `৩রা`. */
export const ORDINALS = set(`
  st nd rd th er re e a an o º ª го е й я ου η tl ik ste de mh na ydd fed il ain af u ى ی ші шы нчы нче nji njy cü cı ci cu
  טן טער রা লা ঠা ই শে hb en jén án ter ni ên lia`)

/** Stand between the ends of a span of time; `부터` at the end of the first. */
export const RANGE_WORDS = set(`
  bis to until till through jusqu hasta al au sd sampai hingga tot til do až по до πα μέχρι έως ως până ile kadar
  đến ถึง से থেকে से تا إلى الى to 至 到 부터 mpaka`)

export const MORNING = set(`
  am 午前 上午 凌晨 早上 오전 πμ पूर्वाह्न পূর্বাহ্ণ পূর্বাহ্ন ص صباحا صباحًا قظ öö sa sáng pg pagi முற்பகல் පෙව`)
export const AFTERNOON = set(`
  pm 午後 下午 晚上 오후 μμ अपराह्न অপরাহ্ণ অপরাহ্ন م مساء مساءً بعدازظهر بظ ös ch chiều tối ptg petang பிற்பகல் පව`)

import { foldName } from './fold.ts'

/** Words that stand between the parts of dates and times, of all languages together, as `foldName` folds them. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(foldName))

/** Announce a time, so that `16.41` is one. */
export const CLOCK_WORDS = set(`
  um pukul jam klo kl klokka klokken klockan alle ore ob godz om plkst lúc vào saat σε στις στη в о об à a as às las los
  at h hora horas kell óra ora orë ώρα время час alas u ב في الساعة ساعت قبل বেলা दोपहर 시각 เวลา`)

/** Other words between a date and its time, or a time and its date. */
export const LINK_WORDS = set(`
  on vom am den der dem de le les in vào от на від з op la el di il del på til the of t date datum дата ngày tarih tarihi
  hari tanggal tgl year г г. года году год рік року gada m d ko at um et en van dne dňa kuupäev`)

/** After a time. */
export const CLOCK_UNITS = set('uhr uur h hs hrs hr hours horas hora heures น นาฬิกา giờ val ч час часа часов óra')

/** Between a day, its month and the year. */
export const FILLERS = set(`
  de del dal su of di d da ta ng dhe do l den der the m nam tháng เดือน พ.ศ ค.ศ g год года г р року рік ko e el mwezi wa tarehe i ri
  anul anno year`)

/** After a year. */
export const YEAR_UNITS = set('年 년 m թ ж د gada г год года р року рік оны он ko жыл жылы жылдын йил yil yili urteko')
export const MONTH_UNITS = set('月 월 сар сарын')
export const DAY_UNITS = set('日 일 号 號 d өдөр күні күнү')

/** Glued to a day: `3rd`, `1er`, `14a`. */
export const ORDINALS = set('st nd rd th er re e a an o º ª го е й я ου η tl ik ste de')

export const MORNING = set('am 午前 上午 凌晨 早上 오전 πμ पूर्वाह्न পূর্বাহ্ণ পূর্বাহ্ন ص صباحا صباحًا öö sa')
export const AFTERNOON = set('pm 午後 下午 晚上 오후 μμ अपराह्न অপরাহ্ণ অপরাহ্ন م مساء مساءً ös ch')

/** Minutes east of UTC. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  nzdt: 780,
  nzst: 720,
  aedt: 660,
  aest: 600,
  acst: 570,
  acdt: 630,
  awst: 480,
  wit: 540,
  jst: 540,
  kst: 540,
  wita: 480,
  hkt: 480,
  sgt: 480,
  myt: 480,
  pht: 480,
  wib: 420,
  ict: 420,
  npt: 345,
  pkt: 300,
  aft: 270,
  irst: 210,
  msk: 180,
  мск: 180,
  trt: 180,
  eat: 180,
  eest: 180,
  idt: 180,
  eet: 120,
  sast: 120,
  cat: 120,
  cest: 120,
  mesz: 120,
  mez: 60,
  cet: 60,
  wat: 60,
  west: 60,
  brt: -180,
  art: -180,
  uyt: -180,
  clst: -180,
  vet: -240,
  bot: -240,
  edt: -240,
  hae: -240,
  cot: -300,
  pet: -300,
  hne: -300,
  cdt: -300,
  mdt: -360,
  pdt: -420,
  akdt: -480,
  akst: -540,
  hst: -600,
}

/** Names that several countries use, by the country of the site; others drop the offset. */
const BY_COUNTRY: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ist: { IN: 330, IL: 120, IE: 60 },
  bst: { GB: 60, BD: 360 },
  cst: { US: -360, CA: -360, MX: -360, CN: 480, TW: 480, CU: -300 },
  pst: { US: -480, CA: -480, MX: -480, PH: 480 },
  mst: { US: -420, CA: -420, MX: -420, MY: 480 },
  est: { US: -300, CA: -300, AU: 600 },
  ast: { CA: -240, PR: -240, SA: 180, AE: 180 },
  gst: { AE: 240, OM: 240, GU: 600 },
  sst: { WS: -660, AS: -660, SG: 480 },
  amt: { BR: -240, AM: 240 },
  wast: { AU: 480, NA: 120 },
}

/** Names that stand for summer or winter time alike; the offset depends on the day. */
const US_BY_DAY: Readonly<Record<string, number>> = { et: -300, ct: -360, mt: -420, pt: -480 }

/** Whether a folded word names a zone, even if its offset depends on the country. */
export function isZone(name: string): boolean {
  return Object.hasOwn(ZONES, name) || Object.hasOwn(BY_COUNTRY, name) || Object.hasOwn(US_BY_DAY, name)
}

/**
 * Offset of a zone's name in minutes, or null where it is unknown or stands for several zones.
 *
 * @param name Folded.
 * @param region Country of the site, ISO 3166, or null.
 * @param isSummer Whether the day is in the daylight saving time of the United States.
 */
export function zoneOffset(name: string, region: string | null, isSummer: boolean): number | null {
  const countries = Object.hasOwn(BY_COUNTRY, name) ? BY_COUNTRY[name] : undefined
  if (countries !== undefined && Object.keys(countries).length > 0) {
    return region !== null && Object.hasOwn(countries, region) ? (countries[region] as number) : null
  }
  if (Object.hasOwn(US_BY_DAY, name)) return (US_BY_DAY[name] as number) + (isSummer ? 60 : 0)
  return Object.hasOwn(ZONES, name) ? (ZONES[name] as number) : null
}

/** `+07:00`, from minutes. */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes)
  const hours = String(Math.floor(size / 60)).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`
}

/** Frequent characters whose Traditional and Simplified forms differ, at the same place in both. */
const TRADITIONAL = '這個們來時說國會為對開關學習還發經長東車馬語讓過後從點區當實樣種進問題間電業產動務員現體無與於'
const SIMPLIFIED = '这个们来时说国会为对开关学习还发经长东车马语让过后从点区当实样种进问题间电业产动务员现体无与于'

/** Whether a Chinese text is in Traditional characters: null where its characters do not tell. */
export function isTraditional(text: string): boolean | null {
  let traditional = 0
  let simplified = 0
  for (const character of text) {
    if (TRADITIONAL.includes(character)) traditional++
    else if (SIMPLIFIED.includes(character)) simplified++
  }
  if (traditional === simplified) return null
  return traditional > simplified
}

/** News agencies, folded to lower case: where one stands, no person is meant. */
const AGENCIES = new Set(
  `afp|ap|ap photo|associated press|the associated press|reuters|thomson reuters|dpa|dpa-infocom|sid|epd|kna|apa|sda|keystone-sda|keystone|efe|
  europa press|ansa|adnkronos|agi|lusa|belga|anp|ntb|tt|ritzau|stt|fnb|pap|čtk|čtk|tasr|mti|agerpres|bta|tanjug|hina|ana-mpa|
  ана-мпа|aa|anadolu|anadolu agency|anadolu ajansı|dha|iha|i̇ha|tass|тасс|риа новости|интерфакс|укрінформ|унн|уніан|pti|ani|ians|uni|app|bss|
  antara|bernama|vna|ttxvn|nhk|共同|共同通信|時事|時事通信|新华社|新華社|中新社|中央社|연합뉴스|뉴시스|뉴스1|kcna|mena|spa|wam|
  irna|isna|xinhua|upi|aap|pa|pa media|press association|cp|the canadian press|sapa|nan|ebc|agencia brasil|agência brasil|estadão conteúdo|folhapress|
  notimex|télam|telam|prensa latina|getty images|getty|imago|imago images|picture alliance|shutterstock|bloomberg|cnn|bbc|dpa/afp`
    .split('|')
    .map((name) => name.trim()),
)

/** Whether a text is the name of a news or picture agency, or several with slashes between. */
export function isAgency(text: string): boolean {
  const folded = text.toLowerCase().trim()
  if (AGENCIES.has(folded)) return true
  const parts = folded.split(/\s?[/,]\s?/)
  return parts.length > 1 && parts.every((part) => AGENCIES.has(part))
}

/** Networks and ways to pass a page on, as share buttons name them, in the scripts that they are written in. */
const NETWORKS: ReadonlySet<string> = new Set(
  (
    'facebook twitter whatsapp telegram linkedin pinterest reddit tumblr instagram youtube tiktok viber line vk weibo ' +
    'wechat flipboard messenger bluesky mastodon threads xing pocket email e-mail mail sms tweet pin rss ' +
    'фейсбук твиттер вконтакте одноклассники телеграм вайбер ' +
    'فيسبوك تويتر واتساب تيليجرام تلغرام لينكدإن فیسبوک توییتر تلگرام واتساپ ' +
    'फेसबुक ट्विटर व्हाट्सएप व्हाट्सऐप टेलीग्राम ফেসবুক টুইটার ' +
    '微信 微博 新浪微博 朋友圈 qq空间 フェイスブック ツイッター ライン はてな 페이스북 트위터 카카오톡 카카오스토리 밴드 네이버'
  ).split(' '),
)
/** Words between the names. */
const JOINTS: ReadonlySet<string> = new Set(['on', 'to', 'x', '&', '|', '/', '·', '-', '+', 'google', 'plus'])
const MAX_CHARS = 120

/** Whether a line does nothing but name networks: `Facebook Twitter WhatsApp`. */
export function namesNetworks(line: string): boolean {
  if (line.length > MAX_CHARS) return false
  const lower = line.toLowerCase()
  const [first = ''] = lower.split(SPACE, 1)
  // Nearly all lines are done with after a word.
  if (!mayBeNamed(first)) return false
  const words = lower.split(SPACE)
  return words.some((word) => NETWORKS.has(word)) && words.every(mayBeNamed)
}

const SPACE = /[\s,;•]/

function mayBeNamed(word: string): boolean {
  return word === '' || NETWORKS.has(word) || JOINTS.has(word)
}

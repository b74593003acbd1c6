/** What is known of the frequent words of a language. */
export interface LanguageProfile {
  /**
   * Share of the words of ordinary prose that `words` covers, 0..1; makes languages comparable. Measured on the
   * development corpora where they have the language, else estimated from a few sentences and from related languages.
   */
  readonly proseShare: number
  /**
   * How `words` is to be matched: whole words; characters of their own; endings of words; pieces of running text.
   */
  readonly match: 'word' | 'character' | 'ending' | 'piece'
  /** Separated by spaces, roughly by falling frequency. */
  readonly words: string
}

const word = (proseShare: number, words: string): LanguageProfile => ({ proseShare, match: 'word', words })

/** Articles, prepositions, conjunctions, pronouns, auxiliaries and the like, by BCP 47 primary language. */
export const PROFILES: Readonly<Record<string, LanguageProfile>> = {
  af: word(
    0.5,
    'die van en in is het n wat te nie vir om op dit met dat sy hy ook was as aan by sal kan deur word ek na uit hulle maar so tot oor meer of se moet ons wees nog my jou nou toe daar',
  ),
  ar: word(
    0.2,
    'في من على إلى أن عن التي الذي هذا هذه ما لا مع كان أو لم ذلك بعد كما قد بين كل هو هي إن و قبل حتى خلال ثم غير كانت أي عند منذ ولا وفي ومن أنه يكون حيث',
  ),
  az: word(
    0.2,
    'və bu bir ilə üçün də da ki olan ən daha sonra isə olub görə var amma o edib olaraq onun hər həm lakin həmin çox qədər yeni kimi edilib deyil olunub bildirib heç nə ya bütün belə ona',
  ),
  be: word(
    0.25,
    'і ў у на не што з да як па за ад гэта для ён яго а але або каб так пра таксама быў якія было яна пры яшчэ гэтага мы толькі ці больш іх пасля ужо той калі можа гэты будзе я вельмі',
  ),
  bg: word(
    0.35,
    'на и да в за се от е с че не са по като ще до си това го но или който при я те което след той как ги му беше само които също която ли има им над без през много може във със тази ни',
  ),
  bn: word(
    0.15,
    'এই ও করে থেকে এবং একটি করা হয় জন্য না তার এ যে হয়েছে কিন্তু সঙ্গে তিনি এক পর করতে বলে তাদের নিয়ে আর ছিল আমি কথা হবে পারে মধ্যে কোনো সে কি আছে যা বলেন আগে দিয়ে সাথে',
  ),
  ca: word(
    0.45,
    'de la i el a que en les per els un del amb una no al es l d és més com s o dels ha va pel seva aquest també però són ser seu aquesta sobre fins hi ho molt tot entre n quan on sense han',
  ),
  cs: word(
    0.25,
    'a v se na je že s z do o to i za pro k ve po jako by si ale jsou od jeho nebo však které který tak podle také už jen byl být bylo při ze jak co pod když není byla více před až jsem aby která bude',
  ),
  cy: word(
    0.4,
    'y yn a i ar o yr mae wedi ac bod am gan ei eu fod er nid roedd fel hyn sydd oedd hefyd hynny gyda mewn at ond na neu un mwy cael bydd wrth r n maen os rhai dros ni',
  ),
  da: word(
    0.45,
    'og i at det er en til af på som for de med den der har ikke et var men om han sig fra vi så kan jeg også blev efter skal ved man når hun vil eller nu være nogle hvor mod været blive os hvad meget havde op ud denne',
  ),
  de: word(
    0.4,
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde ich wir ihr ihre unser unsere mein alle hier was wenn dann da seine beim ab kann können sondern gegen unter diese dieser vom etwa sehr also uns mich mir',
  ),
  el: word(
    0.4,
    'και το να η της του ο με για την από τα που στο στην τον στη των θα είναι οι τους δεν ότι σε τη μας μια ένα αυτό στα στον κατά τις ή αλλά έχει ως πως μου αν ήταν πιο όπως μετά όμως',
  ),
  en: word(
    0.4,
    'the of and to in a is that for it was on with as be by at from this are have has not but or an they he his which you we were their its will would been who more had can if there all about when one your our so what out up some than just how also other her she him them into these no only my me over now after most any could where do because',
  ),
  es: word(
    0.45,
    'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me sin sobre este ya entre cuando todo esta ser son también fue había muy hasta desde nos mi tu os cada donde porque antes dos tiene puede hace sea solo qué así ni nuestro nuestra estos eso está han contra',
  ),
  et: word(
    0.25,
    'ja on ei et ka see ta oli mis kui oma aga siis mida kes seda selle või veel nii ning tema pole ma nad mille peale pärast nende olid siin juba üks olla kuid poolt kas sest mitte saab',
  ),
  eu: word(
    0.25,
    'eta da ez du bat dira ere dute zen izan egin baina den hori izango duen dela zuen ziren beste baino oso edo egiten baita behar bere gabe hau arte zuten batean zituen dago nahi ditu horrek orain',
  ),
  fa: word(
    0.35,
    'و در به از که این را با است برای آن یک خود تا کرد بر هم نیز می ها شد شود او ما اما یا هر شده باید کند دارد بود کرده های ای وی بین پس',
  ),
  fi: word(
    0.16,
    'ja on ei että se hän oli myös ovat mutta kun joka niin mukaan sen ole kuin tai jos hänen vain jo nyt siitä tämä tämän mitä ollut olisi kanssa sekä voi sitä jotka jälkeen minä he sitten vielä ennen',
  ),
  fr: word(
    0.45,
    'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec l d qu n s c à ou son cette elle aux mais comme été ont nous vous leur je ces sa on être même y si sous fait bien très votre vos notre nos ses leurs tout tous toute où deux entre encore aussi après avant donc peut faut était cet',
  ),
  ga: word(
    0.45,
    'an agus na ar a i go is le tá do sé ag bhí sa leis mar nach ach ní air ó seo sin de as siad ina aon níos nó faoi gur um é freisin féin dá chuig idir atá mé mo iad den',
  ),
  gl: word(
    0.4,
    'de a o e que do da en un para é con non unha os no se na por máis as dos como pero foi ao das á súa seu ou ser cando moi xa está eu tamén só polo pola ata isto son entre nos lle aos pode dun dunha',
  ),
  gu: word(
    0.25,
    'છે અને માં આ કે ના ની તે પણ એક માટે થી નો હતી હતો હતા જે પર કરી સાથે નથી ન એ હોય શકે તો કરવામાં આવે જ પછી આવી તેમ બાદ તેમના',
  ),
  he: word(
    0.2,
    'של את על לא הוא היא זה עם גם כי אם או אני הם יש כל מה אך אבל רק עוד היה הייתה בין לפי כדי זו אשר אין כמו לאחר אל מן יותר הזה אחרי',
  ),
  hi: word(
    0.4,
    'के में की है से का को और ने पर कि यह हैं इस भी था हो एक वह नहीं जो लिए तो कर गया उन थी थे ही रहा साथ बाद किया ये इसके अपने तक या हुए रहे गई',
  ),
  hr: word(
    0.3,
    'i u je da se na su za od s ne će koji a to iz o koje kao što bi nije sam samo ili te kako ali više do koja još bio nakon prije tko gdje također tijekom mu sve po uz ako smo bilo jer ga dio vrijeme sa',
  ),
  hu: word(
    0.24,
    'a az és hogy nem is egy de meg ez csak volt el mint már ha még van azt kell vagy nagyon majd szerint amely pedig azonban akkor után ki minden lehet ezt fel lesz be több ami között sem aki úgy most mert',
  ),
  hy: word(
    0.2,
    'և է որ ու են էր այդ հետ համար իր այս մեջ մի ես դա չի բայց կամ եմ նաև ինչ թե նրա մասին հետո ըստ մինչև ունի նրանք իսկ կարող որպես վրա',
  ),
  id: word(
    0.3,
    'yang dan di dengan untuk dari ini dalam pada itu tidak akan ke juga oleh ada saya karena atau telah kami bisa tersebut para sebagai lebih kita menjadi mereka saat adalah seperti sudah secara dia namun satu agar hal harus bahwa ia hanya tak bagi hingga',
  ),
  is: word(
    0.35,
    'og að í á er sem til við um en af var með ekki hann það fyrir því frá hefur þess eru eftir þá ég hún þeir svo eða þar þetta upp vera verið þessi sé sér einnig úr hafa nú yfir',
  ),
  it: word(
    0.4,
    'di e il la che in a per è un del l non della una i si con da le dei al ha nel sono alla più anche ma dal come gli delle ad lo se o nella questo d ed essere suo stato dell all degli sulla cui sua suoi loro ci ne mi ti tra fra già molto dopo quando dove ogni solo sia hanno prima poi quindi negli sugli nei dai',
  ),
  ja: { proseShare: 0.28, match: 'character', words: 'の は を に が と で も て た な い し る ら れ す か' },
  ka: word(
    0.2,
    'და რომ ეს არ იყო არის თუ რომელიც მისი ის ამ მან თავის შემდეგ როგორც უნდა მაგრამ ან ერთ მხოლოდ ასევე მე კი ვერ მას უფრო ამის ძალიან რა შესახებ მიერ',
  ),
  kk: word(
    0.2,
    'және мен бір бұл үшін деп да де осы болып бойынша сол ол екен туралы еді еткен болған кейін бар жоқ оның ғана өз бірақ дейін арқылы тағы біз сондай ақ дейді керек мұндай пен бен',
  ),
  km: { proseShare: 0.2, match: 'piece', words: 'និង នៃ ក្នុង ដែល បាន ជា មាន ការ ទៅ នេះ ពី មិន ដោយ នៅ' },
  kn: word(
    0.15,
    'ಈ ಮತ್ತು ಆ ಒಂದು ಎಂದು ಅವರು ಇದು ಕೂಡ ಹಾಗೂ ಅವರ ಎಂಬ ಮಾಡಿ ಆದರೆ ತಮ್ಮ ಇದೆ ಬಗ್ಗೆ ಇಲ್ಲ ಅಥವಾ ಅದು ನಂತರ ಇರುವ ಮೂಲಕ ನಾನು ಅವರಿಗೆ ಮೇಲೆ ಹೇಳಿದರು ವೇಳೆ ಹೆಚ್ಚು ಎಲ್ಲಾ',
  ),
  ko: { proseShare: 0.48, match: 'ending', words: '은 는 이 가 을 를 의 에 도 로 와 과 서 고 며 다' },
  lo: { proseShare: 0.2, match: 'piece', words: 'ແລະ ຂອງ ໃນ ທີ່ ເປັນ ມີ ໄດ້ ໃຫ້ ບໍ່ ການ ວ່າ ຈະ ກັບ' },
  lt: word(
    0.2,
    'ir kad į yra su iš tai bet apie kaip ne jis už o tik buvo dėl ar nuo po per taip dar jau savo jų jo prie bus jei šio ši tačiau kuris kurie tiek pagal labai nėra aš mes',
  ),
  lv: word(
    0.25,
    'un ir par no ar uz kas to ka tas arī bija lai kā pēc tikai bet vai nav gan pie jau būs var ja līdz viņš tika es šo vēl ko savu mēs tā ļoti kad šī tiek',
  ),
  mk: word(
    0.35,
    'и на во да се од за е со не ќе што ги го ја по дека си а до како или но тој беше кои тоа која при кој има само меѓу му сите ова според сум уште пред ние бил може',
  ),
  ml: word(
    0.15,
    'ഈ ഒരു ആ എന്ന എന്ന് ഇത് നിന്ന് അദ്ദേഹം എന്നാൽ ഉള്ള കൂടി തന്റെ മുതൽ വരെ അത് ചെയ്തു പറഞ്ഞു എന്നിവ കൊണ്ട് പിന്നീട് ശേഷം ഇല്ല വേണ്ടി തന്നെ ഞാൻ അവർ ആയി എല്ലാ നിന്നും കുറിച്ച്',
  ),
  mr: word(
    0.2,
    'आहे आणि या व हा ही हे की ते तर मध्ये नाही आहेत होते होता होती असे त्या त्यांनी केली केले करण्यात एक साठी तो ती म्हणून पण मात्र यांनी आला झाली झाले काही सर्व येथे असून त्यामुळे',
  ),
  ms: word(
    0.3,
    'yang dan di dengan untuk dari ini dalam pada itu tidak akan ke juga oleh ada saya kerana atau telah kami boleh tersebut para sebagai lebih kita menjadi mereka adalah seperti beliau ia bagi daripada bahawa serta tetapi lagi apabila kepada berkata satu sahaja hanya turut iaitu',
  ),
  my: { proseShare: 0.2, match: 'piece', words: 'သည် များ နှင့် တွင် ကို မှ ဖြစ် သော ခဲ့ ရှိ' },
  ne: word(
    0.2,
    'छ र को मा ले पनि यो हो छन् गर्न गरेको भएको लागि भने एक तथा गर्ने तर त्यो नै थियो गरी गर्दै बाट लाई हुने सो यस उनले भन्ने थिए साथै अनि',
  ),
  nl: word(
    0.45,
    'de van het een en in is dat op te zijn met die voor niet aan er om als ook dan maar bij ze uit door over naar hij was ik nog werd wordt heeft worden of tot hebben deze je meer wel we kan hun haar zich dit zo uw ons onze mijn al geen nu toen na onder moet zal zou waar wat wie veel tussen zonder tegen binnen',
  ),
  no: word(
    0.4,
    'og i det er på som til en av for at med de å har den ikke et om var men han seg fra vi så jeg kan også ble etter ved skal hun vil eller nå være noen hvor mot vært opp ut denne når hva mye hadde sier mellom bare ikkje eit ein frå dei',
  ),
  pa: word(
    0.45,
    'ਦੇ ਦੀ ਵਿੱਚ ਵਿਚ ਨੂੰ ਹੈ ਦਾ ਨੇ ਅਤੇ ਤੋਂ ਇਸ ਕਿ ਹਨ ਨਾਲ ਇਹ ਵੀ ਲਈ ਤੇ ਕੀਤਾ ਸੀ ਨਹੀਂ ਇੱਕ ਜੋ ਹੀ ਹੋ ਕਰ ਗਿਆ ਉਹ ਉਸ ਬਾਅਦ ਰਿਹਾ ਇਕ ਆਪਣੇ ਜਾਂ ਕੋਈ ਤੱਕ',
  ),
  pl: word(
    0.26,
    'w i na z się nie do że to jest o jak po ale od za co przez dla czy są tym tego oraz ze już był jego tak które a być może tylko który ich jej było przed pod także która mnie gdy by wszystkich oni ono nas nam wam sobie można jednak też tu tam teraz kiedy gdzie bez między nad nawet bardzo',
  ),
  pt: word(
    0.4,
    'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso são entre depois sem mesmo aos seus quem nas me esse eles você foram essa num nem às minha têm numa pelos elas qual lhe sobre pode',
  ),
  ro: word(
    0.4,
    'de și în a la cu că pe o nu un este din care pentru să mai ce au fost se al ale ca sau sunt după fi această acest lui prin dar între iar ei cum are doar va el către decât despre foarte când şi si',
  ),
  ru: word(
    0.3,
    'и в не на что с по как это из от за он а к то у о для его но все же так был бы было была мы вы я они при или до если уже только также после чтобы более который этого их её быть есть ещё еще где кто там когда тоже нет эти этой этом себя вас нас вам нам ему ей со во об без между через время очень лишь',
  ),
  si: word(0.2, 'සහ ඒ මේ ද බව ලෙස විසින් ඇති වන සඳහා එම හා කර එක් නිසා අතර වූ කළ සිට කරන ලද මෙම ය නැත කියා තවත් එය වේ හෝ පිළිබඳ දී බවට'),
  sk: word(
    0.25,
    'a v sa na je že s z do o to aj za pre k vo po ako by si ale sú od jeho alebo však ktoré ktorý tak podľa tiež už len bol byť bolo pri zo čo pod keď nie bola viac pred až som aby ktorá bude',
  ),
  sl: word(
    0.35,
    'in je v na se da za so pa ki z po tudi ne s bi ali iz od kot pri k o še če bilo bo ter do jih več lahko ni bil sem že ko ga tem bila pred med samo kar zelo to smo',
  ),
  sq: word(
    0.45,
    'të e në dhe që për një me i nga se është si më u por do ka nuk ky kjo janë ishte edhe pas ai ose gjatë kanë tij duke kur mund ne deri këtë mbi tha vetëm pa ajo sipas ndërsa po',
  ),
  sr: word(
    0.3,
    'i u je da se na su za od sa ne će koji a to iz o koje kao što bi nije sam samo ili kako ali više do koja još bio nakon pre posle ko gde takođe tokom mu sve po uz ako smo bilo jer ga šta vreme deo ' +
      'и у је да се на су за од са не ће који а то из о које као што би није сам само или како али више до која још био након пре после ко где такође током му све по уз ако смо било јер га шта време део',
  ),
  sv: word(
    0.4,
    'och att det i en som på är av för med till den har de inte om ett han men var jag från sig så vi kan när man hade nu eller efter också under hon upp vid ska där mot bara sin än sitt sina alla mycket mer innan eftersom mellan över in ut vilket blir blev skulle kunde',
  ),
  sw: word(
    0.35,
    'ya na wa kwa ni katika la za kuwa cha hiyo yake huo kama hii alisema hayo lakini baada hilo pia au si mwa huyo wake hivyo zaidi tu sana yao ili bila huu kuhusu wao mimi yeye hata bado',
  ),
  ta: word(
    0.15,
    'ஒரு இந்த என்று என மற்றும் அந்த இது அவர் உள்ள மேலும் தனது போது அது வேண்டும் ஆனால் வந்த என்ற நான் இருந்து கொண்டு மீது முதல் பின்னர் இதில் தான் அல்லது வரை உள்ளது இல்லை ஆகிய பல அவர்கள்',
  ),
  te: word(
    0.15,
    'ఈ ఆ ఒక మరియు కూడా అని నుంచి ఉన్న తన వారు చేసిన చేసి కానీ అయితే ఉంది లో కోసం తో అనే ఇది ఆయన వరకు నుండి కు మాత్రమే లేదు ఉన్నారు అది నేను పై తెలిపారు చాలా',
  ),
  th: {
    proseShare: 0.25,
    match: 'piece',
    words: 'ที่ การ และ ของ ใน เป็น มี ได้ จะ ไม่ ให้ ว่า กับ แต่ จาก ความ นี้ ก็ โดย หรือ ไป มา อยู่ เพื่อ ด้วย',
  },
  tl: word(
    0.5,
    'ang ng sa na mga at ay ni si para hindi ito kay nang may pa rin siya niya mula kung isang din ko ako sila ka lang kanyang po dahil pero lamang upang kanilang o ba yung naman bilang wala natin',
  ),
  tr: word(
    0.17,
    've bir bu için ile da de olarak çok daha en olan gibi kadar sonra ne ise ancak ya değil her o var ama diye göre mi olduğunu olduğu iki ki yeni oldu içinde hem şey kendi veya tarafından üzerinde bunu bunun onun biz ben sen mı mu mü nin önce yer ilk tüm bazı eden etti işte',
  ),
  uk: word(
    0.25,
    'і в на не що з до та у як за від це про для він по його але а й є також було які був або так щоб при вже ми після більше її якщо лише того під через цього вони бути між коли ще який',
  ),
  ur: word(
    0.45,
    'کے کی میں ہے سے کا کو اور نے پر کہ یہ ہیں اس بھی تھا ہو ایک وہ نہیں جو لیے تو کر گیا ان تھی تھے گی گا ہی جا رہا ہوئے بعد ساتھ کیا',
  ),
  uz: word(
    0.2,
    'va bu bilan uchun ham bir esa edi deb u o lekin bo lgan boʻlgan boʻlib lib keyin hamda yoki kerak emas bor shu har qilish haqida ular biz eng kabi so ng tomonidan yil deya boʻyicha yicha ' +
      'ва бу билан учун ҳам бир эса эди деб у лекин бўлган бўлиб кейин ҳамда ёки керак эмас бор шу ҳар ҳақида улар биз энг каби сўнг томонидан',
  ),
  vi: word(
    0.2,
    'và của là có được trong cho các người một không với những đã này từ để khi đến về ở tại cũng như ra năm vào nhiều phải trên sẽ làm tôi còn nhưng theo sau lại hay hơn rằng đó bị do ông anh bà ngày việc thì mà nếu qua hoặc rất chỉ trước đang nên giữa cùng mới tới thể hai họ bạn chúng vì',
  ),
  zh: {
    proseShare: 0.16,
    match: 'character',
    words:
      '的 是 在 了 和 与 與 及 也 这 這 那 不 有 为 為 对 對 就 而 以 之 其 他 我 们 們 到 等 被 把 将 將 但 并 從 从 都 还 還 于 於',
  },
}

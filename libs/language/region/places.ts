import { knownCountries } from './regions.ts';

/** Languages whose own names of countries are recognised; the names come from the runtime (Unicode CLDR). */
const namedIn = 'en fr de es pt it nl pl cs ro sv tr ru uk ar fa he zh zh-Hant ja ko vi id sw el hu hi th'.split(' ');

/** Names in use that CLDR does not give. */
const otherNames: Readonly<Record<string, string>> = {
  US: "usa|u.s.a.|u.s.|united states of america|états-unis d'amérique|eeuu|ee. uu.|eua|сша|美國|美国|abd|amerika|usa'ya",
  GB: "uk|u.k.|great britain|england|scotland|wales|northern ireland|angleterre|grande-bretagne|großbritannien|england'a|inglaterra|англия|великобритания|英国|英國|بريطانيا",
  AE: 'uae|u.a.e.|emirates|émirats|emirate|الامارات|الإمارات|оаэ|阿联酋|迪拜',
  SA: 'ksa|saudi|saudia|السعودية|saoudite|沙特',
  CI: "cote d'ivoire|ivory coast|rci",
  NL: 'holland|hollande|holanda|olanda|голландия|荷兰',
  CZ: 'czech republic|tschechien|česko|česká republika|чехия',
  KR: 'korea|south korea|corée|한국|대한민국|韩国|韓國',
  RU: 'russia|россия|рф|россию|россии',
  VN: 'viet nam|việt nam',
  CD: 'drc|rdc|congo kinshasa',
  TZ: 'tanzania|tanzanie',
  TW: 'taiwan|台灣|臺灣|台湾',
  HK: 'hong kong|hongkong',
  PH: 'philippines|pilipinas|pinas',
  MM: 'burma',
  TR: 'türkiye|turkiye|turkei|turquie|turquía',
};

/**
 * Towns, ports and parts of countries that say the country; where a name is in several countries the one is taken in
 * which it is by far best known, or it is left out.
 */
const towns: Readonly<Record<string, string>> = {
  US: 'new york|los angeles|chicago|houston|dallas|austin|miami|atlanta|boston|seattle|denver|phoenix|philadelphia|detroit|san francisco|san diego|las vegas|portland|brooklyn|long beach|savannah|texas|florida|california|ohio|michigan|illinois|colorado|arizona|washington dc|new jersey|pennsylvania|massachusetts|minnesota|wisconsin|oregon|tennessee|carolina|idaho|boise|dayton|ups|nueva york',
  CA: 'toronto|montreal|montréal|vancouver|calgary|ottawa|edmonton|winnipeg|québec|quebec|ontario|alberta|british columbia|manitoba|saskatchewan|nova scotia|halifax|laval|gatineau|mississauga|nafs|csa',
  GB: 'london|manchester|birmingham|leeds|glasgow|edinburgh|liverpool|bristol|cardiff|belfast|sheffield|newcastle upon tyne|nottingham|leicester|felixstowe|southampton|kent|essex|yorkshire|cornwall|devon|londres|pas24|fensa',
  IE: 'dublin|cork|galway|limerick|waterford|kilkenny|eircode',
  FR: 'paris|marseille|lyon|toulouse|nice|nantes|strasbourg|montpellier|bordeaux|lille|rennes|reims|le havre|grenoble|dijon|angers|nancy|besançon|jura|bretagne|normandie|alsace|provence|île-de-france|savoie',
  BE: 'bruxelles|brussel|brussels|antwerpen|anvers|gent|gand|charleroi|liège|luik|brugge|namur|leuven|mons|wallonie|vlaanderen',
  CH: 'zürich|zurich|genève|genf|basel|bern|lausanne|luzern|winterthur|st. gallen|lugano|emmental|schweiz|suisse|svizzera|grüezi|chf',
  LU: 'luxembourg-ville|esch-sur-alzette',
  DE: 'berlin|hamburg|münchen|munich|köln|cologne|frankfurt|stuttgart|düsseldorf|dortmund|essen|leipzig|bremen|dresden|hannover|nürnberg|duisburg|bochum|wuppertal|bielefeld|bonn|münster|karlsruhe|mannheim|augsburg|wiesbaden|bayern|sachsen|hessen|nrw|baden-württemberg|bremerhaven',
  AT: 'wien|vienna|graz|linz|salzburg|innsbruck|klagenfurt|villach|steiermark|tirol|vorarlberg|kärnten|burgenland|mauerlichte|türstock',
  NL: 'amsterdam|rotterdam|den haag|utrecht|eindhoven|groningen|tilburg|almere|breda|nijmegen|arnhem|haarlem|maastricht|noord-brabant|gelderland|skg',
  IT: 'roma|rome|milano|milan|napoli|torino|palermo|genova|bologna|firenze|bari|catania|venezia|verona|padova|trieste|brescia|bergamo|sicilia|sardegna|toscana|lombardia|puglia',
  ES: 'madrid|barcelona|sevilla|zaragoza|málaga|murcia|palma de mallorca|bilbao|alicante|valladolid|vigo|gijón|a coruña|granada|oviedo|pamplona|andalucía|cataluña|galicia|canarias|tenerife|baleares|rotura de puente térmico|persianas',
  PT: 'lisboa|lisbon|porto alto|braga|coimbra|aveiro|faro|setúbal|leiria|évora|funchal|algarve|sines|leixões|viseu',
  PL: 'warszawa|warsaw|kraków|łódź|wrocław|poznań|gdańsk|gdańska|szczecin|bydgoszcz|lublin|katowice|białystok|gdynia|częstochowa|radom|toruń|rzeszów',
  CZ: 'praha|prague|brno|ostrava|plzeň|liberec|olomouc|české budějovice|hradec králové|pardubice|zlín',
  SK: 'bratislava|košice|prešov|žilina|nitra|banská bystrica|trnava',
  HU: 'budapest|debrecen|szeged|miskolc|pécs|győr',
  RO: 'bucurești|bucharest|cluj|cluj-napoca|timișoara|iași|constanța|craiova|brașov|galați|oradea|sibiu',
  BG: 'софия|sofia|пловдив|plovdiv|варна|varna|бургас|burgas|русе',
  GR: 'αθήνα|athens|θεσσαλονίκη|thessaloniki|πάτρα|ηράκλειο|πειραιάς|piraeus|κρήτη',
  HR: 'zagreb|split|rijeka|osijek|zadar|dubrovnik|istra',
  SI: 'ljubljana|maribor|koper|celje|kranj',
  RS: 'beograd|београд|novi sad|нови сад|niš|kragujevac|subotica',
  BA: 'sarajevo|banja luka|mostar|tuzla',
  SE: 'stockholm|göteborg|malmö|uppsala|västerås|örebro|linköping|helsingborg|norrköping',
  NO: 'oslo|bergen|trondheim|stavanger|tromsø|drammen|kristiansand|bodø',
  DK: 'københavn|copenhagen|aarhus|århus|odense|aalborg|esbjerg|sjælland|jylland|fyn',
  FI: 'helsinki|espoo|tampere|vantaa|oulu|turku|jyväskylä|lahti|kuopio',
  EE: 'tallinn|tartu|pärnu|narva',
  LV: 'rīga|riga|daugavpils|liepāja|jelgava|jūrmala',
  LT: 'vilnius|kaunas|klaipėda|šiauliai|panevėžys|vilniuje|kaune',
  MT: 'valletta|sliema|birkirkara|gozo',
  CY: 'limassol|nicosia|larnaca|paphos|λευκωσία|λεμεσός',
  UA: 'київ|kyiv|kiev|киев|львів|lviv|одеса|odesa|odessa|харків|дніпро|запоріжжя|вінниця',
  BY: 'мінск|минск|minsk|гомель|брест|гродно|витебск|могилёв',
  RU: 'москва|москве|москву|moscow|санкт-петербург|петербург|спб|новосибирск|екатеринбург|казань|нижний новгород|челябинск|самара|омск|ростов-на-дону|уфа|красноярск|воронеж|пермь|волгоград|краснодар|сочи|тюмень|владивосток|иркутск|калининград|подмосковье',
  KZ: 'алматы|almaty|астана|astana|астану|шымкент|караганда|қарағанды|актобе|атырау|павлодар|казахстан|казахстане|қазақстан|хоргос|достык',
  UZ: 'ташкент|tashkent|toshkent|самарканд|samarkand|бухара',
  KG: 'бишкек|bishkek|ош',
  GE: 'tbilisi|თბილისი|тбилиси|batumi|ბათუმი|poti',
  AM: 'yerevan|երևան|ереван|gyumri',
  AZ: 'baku|bakı|баку|gəncə|sumqayıt',
  TR: "istanbul|i̇stanbul|ankara|izmir|i̇zmir|bursa|antalya|adana|konya|gaziantep|mersin|mersin'deki|kayseri|eskişehir|kocaeli|bodrum|samsun|trabzon",
  IL: 'tel aviv|תל אביב|jerusalem|ירושלים|חיפה|haifa|אשדוד|ashdod|באר שבע|ראשון לציון|נתניה',
  SA: 'الرياض|riyadh|جدة|جده|jeddah|الدمام|dammam|مكة|المدينة المنورة|الخبر|الطائف|سابر|saber',
  AE: 'دبي|dubai|dubaï|أبوظبي|ابوظبي|abu dhabi|الشارقة|sharjah|جبل علي|jebel ali|عجمان|رأس الخيمة',
  QA: 'الدوحة|doha',
  KW: 'الكويت|kuwait city|حولي|السالمية',
  BH: 'المنامة|manama',
  OM: 'مسقط|muscat|صلالة|salalah|sohar',
  IQ: 'بغداد|baghdad|البصرة|basra|أربيل|erbil|umm qasr',
  JO: 'عمّان|amman|العقبة|aqaba|إربد',
  LB: 'بيروت|beirut|beyrouth|طرابلس لبنان|صيدا',
  EG: 'القاهرة|cairo|الإسكندرية|اسكندرية|الاسكندرية|الجيزة|بورسعيد|دمياط|المنصورة|طنطا|التجمع الخامس|port said|damietta',
  MA: 'casablanca|الدار البيضاء|rabat|الرباط|marrakech|مراكش|tanger|طنجة|fès|agadir|أكادير|meknès|casa',
  DZ: 'alger|الجزائر العاصمة|oran|وهران|constantine|قسنطينة|annaba|sétif|béjaïa',
  TN: 'tunis|sfax|صفاقس|sousse|سوسة|radès|bizerte|تونس العاصمة',
  LY: 'طرابلس ليبيا|بنغازي|benghazi|misrata',
  NG: 'lagos|abuja|port harcourt|ibadan|kano|lekki|ikeja|apapa|benin city|onitsha|aba|enugu|naija|soncap|kaduna|tin can',
  GH: 'accra|kumasi|tamale|tema|takoradi|阿克拉|库马西|加纳|cape coast',
  KE: 'nairobi|mombasa|kisumu|nakuru|eldoret|thika|kilimani|pvoc|westlands|icd nairobi',
  TZ: 'dar es salaam|arusha|mwanza|dodoma|zanzibar|kigamboni|mbeya|moshi',
  UG: 'kampala|entebbe|jinja|gulu',
  RW: 'kigali',
  ET: 'addis ababa|addis abeba|hawassa|adama|dire dawa|mekelle|bahir dar|አዲስ አበባ',
  ZA: 'johannesburg|cape town|durban|pretoria|umhlanga|port elizabeth|gqeberha|bloemfontein|kaapstad|sandton|sans 10400|gauteng|kwazulu-natal|as per sans',
  SN: 'dakar|thiès|saint-louis du sénégal',
  CI: "abidjan|d'abidjan|yamoussoukro|bouaké|bingerville|cocody|san-pédro|yopougon",
  CM: 'douala|yaoundé|bafoussam|garoua|kribi|bonabéri',
  GA: 'libreville|port-gentil',
  BJ: 'cotonou|porto-novo',
  TG: 'lomé',
  BF: 'ouagadougou|bobo-dioulasso',
  ML: 'bamako',
  CD: 'kinshasa|lubumbashi|goma|matadi',
  CG: 'brazzaville|pointe-noire',
  MG: 'antananarivo|toamasina',
  AO: 'luanda|lobito|benguela|lubango|huambo',
  MZ: 'maputo|beira|nampula|matola',
  ZM: 'lusaka|ndola|kitwe',
  ZW: 'harare|bulawayo',
  NA: 'windhoek|walvis bay',
  IN: 'mumbai|bombay|delhi|new delhi|bangalore|bengaluru|chennai|hyderabad|kolkata|pune|ahmedabad|surat|jaipur|lucknow|nagpur|nhava sheva|mundra|kochi|gujarat|maharashtra|kerala|tamil nadu|punjab india|दिल्ली|मुंबई|gurgaon|noida',
  PK: 'karachi|lahore|islamabad|rawalpindi|faisalabad|multan|peshawar|کراچی|لاہور|اسلام آباد',
  BD: 'dhaka|chittagong|chattogram|sylhet|khulna|ঢাকা|চট্টগ্রাম',
  LK: 'colombo|kandy|galle|jaffna',
  NP: 'kathmandu|pokhara|काठमाडौं|lalitpur',
  ID: 'jakarta|surabaya|bandung|medan|semarang|makassar|denpasar|bali|bekasi|tangerang|yogyakarta|batam|tanjung priok',
  MY: 'kuala lumpur|penang|johor|johor bahru|port klang|selangor|kuching|kota kinabalu|ipoh',
  SG: 'jurong|changi|hdb',
  TH: 'bangkok|กรุงเทพ|chiang mai|เชียงใหม่|phuket|ภูเก็ต|pattaya|laem chabang|ชลบุรี',
  VN: 'hà nội|hanoi|ha noi|hồ chí minh|ho chi minh|sài gòn|saigon|đà nẵng|da nang|hải phòng|hai phong|cần thơ|nha trang|bình dương|đồng nai|cat lai|tphcm',
  PH: 'manila|cebu|quezon city|davao|makati|batangas|iloilo|cavite|laguna|baguio|mindanao',
  KH: 'phnom penh|siem reap|sihanoukville',
  MM: 'yangon|mandalay',
  JP: '東京|tokyo|大阪|osaka|名古屋|nagoya|横浜|yokohama|神戸|福岡|札幌|京都|仙台|広島|北海道|千葉|埼玉|成田',
  KR: '서울|seoul|부산|busan|인천|incheon|대구|대전|광주|수원|울산|경기도|제주',
  TW: '台北|臺北|taipei|高雄|kaohsiung|台中|臺中|桃園|新竹|台南|臺南|基隆|keelung|透天厝|公分|新北',
  HK: '香港|九龍|九龙|新界|kowloon|旺角',
  MO: '澳門|澳门',
  AU: 'sydney|melbourne|brisbane|perth|adelaide|canberra|gold coast|hobart|darwin|ballarat|geelong|queensland|nsw|victoria australia|tasmania|colorbond|bal-29|bal 29|fremantle|bushfire',
  NZ: 'auckland|wellington|christchurch|dunedin|tauranga|hamilton nz',
  MX: 'ciudad de méxico|cdmx|guadalajara|monterrey|nuevo leon|nuevo león|puebla|tijuana|apodaca|querétaro|cancún|manzanillo|jalisco|veracruz|chihuahua|herreria|guanajuato|sonora',
  BR: 'são paulo|sao paulo|rio de janeiro|brasília|salvador|belo horizonte|curitiba|porto alegre|recife|fortaleza|santos|campinas|florianópolis|goiânia|manaus|itajaí|minas gerais|paraná|bahia|santa catarina|cnpj',
  AR: 'buenos aires|rosario|mendoza|mar del plata|la plata|tucumán|neuquén|santa fe argentina|caba|bahía blanca',
  CO: 'bogotá|bogota|medellín|cali|barranquilla|cartagena de indias|buenaventura|bucaramanga|pereira|cúcuta',
  CL: 'santiago de chile|valparaíso|viña del mar|concepción chile|antofagasta|san antonio chile|temuco',
  PE: 'lima|arequipa|callao|cusco|trujillo perú|piura|chiclayo',
  EC: 'quito|guayaquil|cuenca ecuador',
  VE: 'caracas|maracaibo|valencia venezuela',
  UY: 'montevideo|punta del este',
  PY: 'asunción|ciudad del este',
  BO: 'la paz bolivia|santa cruz de la sierra|cochabamba',
  CR: 'san josé costa rica|alajuela|puerto limón',
  PA: 'ciudad de panamá|panama city|zona libre de colón',
  GT: 'ciudad de guatemala|quetzaltenango',
  DO: 'santo domingo|punta cana',
};

/** Names that are also ordinary words somewhere, or parts of trade terms; they count only with a capital letter and not alone. */
const treacherous = new Set([
  'turkey',
  'jordan',
  'georgia',
  'chad',
  'mali',
  'essen',
  'split',
  'nice',
  'cork',
  'bali',
  'niger',
  'lima',
  'casa',
  'male',
  'oman',
  'china',
  'aba',
  'ups',
  'bath',
  'reading',
  'bergen',
  'lahti',
  'cali',
  'man',
  'togo',
  'guinea',
  'jersey',
  'ош',
  'faro',
  'granada',
  'kent',
  'salvador',
  'santos',
  'mons',
  'gent',
  'medan',
  'palau',
  'tonga',
  'peru',
  'cuba',
  'hat',
  'bonn',
  'linz',
  'tema',
  'porto',
  'bern',
]);

let index: ReadonlyMap<string, string> | undefined;

function buildIndex(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const put = (name: string, country: string): void => {
    const key = name.toLowerCase().normalize('NFC');
    if (key.length > 1 && !names.has(key)) names.set(key, country);
  };
  for (const table of [otherNames, towns]) {
    for (const [country, list] of Object.entries(table)) for (const name of list.split('|')) put(name, country);
  }
  for (const language of namedIn) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const country of knownCountries) put(display.of(country) ?? '', country);
  }
  return names;
}

export interface Place {
  country: string;
  name: string;
  start: number;
  /** Said of the goods or the seller's side (made in …, FOB …, … style), not of where the buyer is. */
  isOrigin: boolean;
}

const noSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const longestName = 4;
const originBefore = /(?:made in|from|fob|fca|exw|ex works|fabriqué en|hergestellt in|hecho en|产地|von|aus|из)\s*$/iu;
const originAfter = /^[\s-]*(?:style|price|quality|factory|made|brand|type|supplier|lock|tipi)/iu;

/** Countries and towns named in a text, in many languages; the country index is built at the first call (some 20 ms). */
export function placesIn(text: string): Place[] {
  index ??= buildIndex();
  const places: Place[] = [];
  const add = (name: string, start: number): boolean => {
    const country = index?.get(name.toLowerCase().normalize('NFC'));
    if (!country) return false;
    const isCapital = !/^\p{Ll}/u.test(name);
    if (treacherous.has(name.toLowerCase()) && !isCapital) return false;
    const isOrigin =
      originBefore.test(text.slice(Math.max(0, start - 20), start)) ||
      originAfter.test(text.slice(start + name.length, start + name.length + 12));
    places.push({ country, name, start, isOrigin });
    return true;
  };
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’-]*/gu)];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (!first) continue;
    if (noSpaces.test(first[0])) {
      addWithinRun(first[0], first.index, add);
      continue;
    }
    for (let length = Math.min(longestName, words.length - at); length > 0; length -= 1) {
      const last = words[at + length - 1];
      if (!last) continue;
      const raw = text.slice(first.index, last.index + last[0].length).replaceAll('’', "'");
      const name = raw.replace(/[.'-]+$/u, '');
      if (
        add(raw, first.index) ||
        add(name, first.index) ||
        (length === 1 && addWithoutEnding(name, first.index, add))
      ) {
        at += length - 1;
        break;
      }
    }
  }
  return places;
}

type Add = (name: string, start: number) => boolean;

/** Where words run together (Chinese, Japanese, Korean with particles), every stretch of two to six signs may be a name. */
function addWithinRun(run: string, start: number, add: Add): void {
  for (let at = 0; at < run.length; at += 1) {
    for (let length = Math.min(8, run.length - at); length > 1; length -= 1) {
      if (add(run.slice(at, at + length), start + at)) {
        at += length - 1;
        break;
      }
    }
  }
}

/** Arabic prefixes (في/ب/ل + name), Hebrew ל/ב, elided articles, apostrophe suffixes of Turkish. */
function addWithoutEnding(name: string, start: number, add: Add): boolean {
  const apostrophe = name.indexOf("'");
  if (apostrophe > 2 && add(name.slice(0, apostrophe), start)) return true;
  if (apostrophe > 0 && apostrophe < 3 && add(name.slice(apostrophe + 1), start + apostrophe + 1)) return true;
  if (/^[وبلف]\p{Script=Arabic}{3,}/u.test(name) && add(name.slice(1), start + 1)) return true;
  if (/^لل\p{Script=Arabic}{3,}/u.test(name) && add(`ال${name.slice(2)}`, start)) return true;
  return /^[לבמו]\p{Script=Hebrew}{3,}/u.test(name) && add(name.slice(1), start + 1);
}

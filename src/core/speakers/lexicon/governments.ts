import { words } from './word-list.js'

/** Countries and their capitals, and the seats that speak for a government, of one word each. */
const ONE_WORD = words(
  `britain capitol e.u. elysee england eu kremlin pentagon scotland u.k. u.n. u.s. uk us vatican wales whitehall élysée
  abuja accra afghanistan africa america asia europe albania algeria algiers amman andorra angola ankara argentina armenia astana athens
  australia austria azerbaijan baghdad bahamas bahrain baku bamako bangkok bangladesh barbados beijing beirut belarus
  belfast belgium belgrade belize benin berlin bern bhutan bishkek bogota bogotá bolivia bosnia botswana brasilia
  brasília bratislava brazil brunei brussels bucharest budapest bulgaria burkina burma burundi cairo cambodia cameroon
  canada canberra caracas cardiff chad chile china chisinau colombia colombo congo copenhagen croatia cuba cyprus
  czechia dakar damascus delhi denmark dhaka djibouti doha dubai dublin ecuador edinburgh egypt eritrea estonia
  ethiopia fiji finland france gabon gambia georgia germany ghana greece guatemala guinea guyana hague haiti hanoi
  harare havana helsinki honduras hungary iceland india indonesia iran iraq ireland islamabad israel italy jakarta
  jamaica japan jerusalem jordan kabul kampala kathmandu kazakhstan kenya khartoum kiev kigali kingston kosovo kuwait
  kyiv kyrgyzstan laos latvia lebanon lesotho liberia libya lima lisbon lithuania ljubljana london luanda lusaka
  luxembourg madagascar madrid malawi malaysia maldives mali malta managua manama manila maputo mauritania mauritius
  mexico minsk mogadishu moldova monaco mongolia monrovia montenegro montevideo morocco moscow mozambique muscat
  myanmar nairobi namibia nepal netherlands nicaragua nicosia niger nigeria norway oman oslo ottawa pakistan palestine
  panama paraguay paris peru philippines poland portugal prague pretoria pristina pyongyang qatar quito rabat
  reykjavik riga riyadh romania rome russia rwanda sanaa santiago sarajevo senegal seoul serbia singapore slovakia
  slovenia sofia somalia spain stockholm sudan suriname sweden switzerland syria taipei taiwan tajikistan tallinn
  tanzania tashkent tbilisi tehran thailand tirana togo tokyo tripoli tunis tunisia turkey turkmenistan türkiye uae
  uganda ukraine uruguay uzbekistan vanuatu venezuela vienna vietnam vilnius warsaw washington wellington yemen
  yerevan zagreb zambia zimbabwe`,
)

/** The same, of several words each. */
const SEVERAL_WORDS: ReadonlySet<string> = new Set([
  'hong kong',
  'san francisco',
  'los angeles',
  'new orleans',
  'washington d.c.',
  'puerto rico',
  'rhode island',
  'west virginia',
  'south dakota',
  'north dakota',
  'south carolina',
  'north carolina',
  'new hampshire',
  'new mexico',
  'new york',
  'new jersey',
  'abu dhabi',
  'addis ababa',
  'blue house',
  'buenos aires',
  'burkina faso',
  'capitol hill',
  'costa rica',
  'czech republic',
  'downing street',
  'el salvador',
  'european union',
  'foggy bottom',
  'foreign office',
  'great britain',
  'holy see',
  'home office',
  'kuala lumpur',
  'la paz',
  'mexico city',
  'new delhi',
  'new zealand',
  'no 10',
  'north korea',
  'northern ireland',
  'number 10',
  'phnom penh',
  'port-au-prince',
  'saudi arabia',
  'south africa',
  'south korea',
  'south sudan',
  'sri lanka',
  'state department',
  'tel aviv',
  'the hague',
  'the kremlin',
  'united arab emirates',
  'united kingdom',
  'united nations',
  'united states',
  'white house',
])

/** American states, and what stands for each in a politician's brackets: "(D-N.C.)". */
const AMERICAN = words(
  `alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas
  kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio
  oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming`,
)

/** Whether a name in lower case is a country, a capital, or a house that speaks for a government. */
export const isGovernment = (name: string): boolean => ONE_WORD.has(name) || SEVERAL_WORDS.has(name)

/** Whether a lower-case word is an American state's name. */
export const isAmericanState = (word: string): boolean => AMERICAN.has(word)

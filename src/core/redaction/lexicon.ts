/** Words with space between them. */
export const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

/**
 * Words of English that are also given names or surnames. In small letters they are taken for the word, in a text that has
 * capitals at all; with a capital for the name. Folded.
 */
export const WORDS_TOO = list(
  `abbott abel amber angel april archer art august autumn bailey baker ball banks barber barker barn basil baron bass bay
  bean bear beck bell berry best bill bird bishop black blake bloom blue boil bolt bond booth bow bowman bowl box boy brand
  branch bridge bridges bright brook brooks brown buck bull burn burns bush butcher butler byrd camp cannon carol carpenter
  carter carver case cash castle chance chandler chase cherry chip christian church city clay cliff close coal coast cobb
  coin cole cook coop cooper corn cotton court crane crisp cross crow crown cruise crystal curry dale daisy dash dawn day
  dean dear dell dew dill dick diamond dove drake drew drum duke dusk dust eager early earl east ease eden ember emerald
  english eve faith fall farmer fawn fern field fields finch fine fir fish fisher flint flood flower flowers foot ford
  forest forester fort foster fountain fox frame frank free freeman french friend frost fuller gale gardener garden garner
  gates gay gem gene ginger glass glen glover gold golden good goodman grace grant gray green grey grove guy hale hall ham
  hammer hand harbor hardy harp harper hart harvest hatch haven hawk hay hazel head heart heath heather hedge heller hero
  hill hills holiday holly holmes holt home honey hood hook hope horn house hunt hunter ice iris iron island ivy jack jade
  jasmine jasper jay jean jewel john joy judge judy june justice keen kemp key kid king kings kitchen knight lace lake lamb
  land lane lark lasker law lawn lawyer lead leaf lee liberty light lily lilly lime link lion little lock long love lowe
  luck lynch lynx major mall mallow maple march mark marks marsh marshall mason master may mead meadow melody mercy mild
  mill miller mills mine mint mist mole moon moor moore moss mountain myrtle nail neat new nick noble noon north oak oaks
  olive opal orchid page paige pain painter palm paris park parker parks parsons patience peace peach pearl penny pepper
  pick pierce pike pin pine pit plant plum pole pond pool poole poor pope poppy porter post potter potts powers pray price
  pride priest prince prosper prudence pruitt purse quick rain rainbow raven ray read reed reef reese rich rider ridge ring
  river rivers road rob robin rock rocky rod rome rose rosemary roses rowan ruby rue rusty rush sage sailor salt sandy savage
  scarlet scout sea sears see serene shade shaw shepherd shore short silver singer skinner sky slater small smart smith
  snow south spark sparks spear spring star stark steel steep sterling stock stone stones storm strange street strong
  summer summers sunny swan sweet swift tailor tanner taylor teal temple thorn thrush tidy tiger tower towers town trace
  trinity tucker turner vale violet vine wade walker wall walls ward ware warner warren waters watt way weaver webb webster
  weeks well wells west wheat wheeler white will willow wills winter winters wise wolf wolfe wood woods wren wright yard
  york young
  an as at be by do do go ha he hi ho i in is it ma me mo my no of on or pa so to up us we am are can dare did had has her
  him his how its let may man men mi most not now off one our out own per put ran sad said sang saw say sea set sun ten the
  tong too two van via war was who why win you`,
)

/** Small words inside surnames: never a name by themselves. Folded. */
export const PARTICLES = list(
  `van der den de del della di da do dos das du des la le las los el al ad as bin ibn bint abu ben bat von zu zum zur af av
  ter ten te st san santa y e i and und et o d l mac mc fitz`,
)

/** Nouns for parts in public life, of which a page says that somebody has them. Folded. */
export const OFFICES = list(
  `president premier minister secretary chancellor governor mayor senator congressman congresswoman representative deputy
  councillor councilman councilwoman alderman lawmaker legislator parliamentarian mp ambassador envoy commissioner spokesman
  spokeswoman spokesperson judge justice magistrate prosecutor general admiral colonel sheriff king queen prince princess
  bishop archbishop cardinal pope ombudsman ombudswoman speaker whip`,
)

/** Words of English that stand in every second text: they tell no text from another. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  'the a an and or but if of to in on at by for from with without as into over under about after before between against during through than then so such that this these those it its he she they we you i his her their our your my him them us me who whom which what when where why how is are was were be been being am has have had do does did will would can could shall should may might must not no nor never also just only even very more most less least much many some any all each every both few own other another same one two three first last new now still already yet there here up down out off again said say says told will people because been made make like get got going go year years day days time way well while since until back take took come came see seen know known think dont didnt wont cant thats its im ive weve were theyre'.split(
    ' ',
  ),
)

import type { CueGroup } from './cue-acts.js'

/**
 * Cues of what is thought, wished, meant or felt: part of the cue lexicon. Those of feeling follow VerbNet's amuse-31.1,
 * whose object feels: in "the ruling startled them" they are the speakers.
 */
export const CUES_OF_MIND: readonly CueGroup[] = [
  {
    act: 'believe',
    verbs: `think, believe, know, consider, feel, see, see as, view, regard, look on, look upon, doubt, remember,
      learn, deem, judge, perceive, understand, realise, realize, recognise, grasp, comprehend, get the sense, sense,
      suspect, assume, presume, suppose, guess, figure, surmise, infer, imagine, fancy, theorise, hypothesise,
      speculate, muse, ponder, conjecture, deduce, gather, reason, trust, buy into, buy, have faith, be sure, hold,
      hold the view, take the view, hold the belief, have no doubt, have doubts, express doubt, express doubts,
      express confidence, express skepticism, express scepticism, express the view, express the belief, express the
      opinion, express disbelief, be of the opinion, come to believe, rate, rank, identify as, count * as, see * as,
      view * as, regard * as, interpret, read * as, construe, conceive, misunderstand, underestimate, overestimate,
      forget, dream, picture, acknowledge the reality, mistake, mistrust, distrust, disbelieve, be aware, wake up to,
      have an opinion, have * opinion, have a * view, have * view, have * idea, have an inkling, give the impression,
      get the impression, look like, discern, evaluate, weigh the evidence, envision as, have reservations, have
      misgivings, have qualms, have second thoughts, associate, overlook, disregard, ignore, miss the point, lose
      sight of, take for granted, take it, be confident, find it, come to see, take a position, take * position, come to think, come to realise,
      identify with, make no mistake`,
    nouns: `belief, thought, view, opinion, perception, knowledge, understanding, idea, notion, doubt, suspicion,
      assumption, presumption, speculation, theory, hypothesis, conviction, faith, confidence, skepticism, scepticism,
      sense, impression, interpretation, judgement, consideration, recollection, memory, position, stance, attitude,
      mindset, awareness, philosophy, worldview, vision, perspective, sentiment, conventional wisdom, trust, guess,
      realisation, realization, intuition, misgiving, qualm, reservation, second thoughts, consensus, disbelief,
      mistrust, distrust, certainty, uncertainty, misconception, misperception, delusion, hunch, stereotype,
      mentality, outlook on, understanding of, ranking`,
    others: `convinced, confident, certain, sure, aware, unaware, doubtful, skeptical, sceptical, unconvinced, of the
      opinion, known, well-known, well known, renowned for, persuaded, undecided, undecided about, unsure, uncertain,
      unclear, clear, mindful, under the impression, to * mind, in * view, in * opinion, in * mind, in * eyes,
      obvious, familiar with, conscious of, skeptical of, sceptical of, suspicious, suspicious of, cognizant,
      oblivious, dubious, unfamiliar, unfamiliar with, unknown, little-known, knowledgeable, agnostic, ambivalent
      about, in * estimation, in * judgment, in * judgement, in * book, of the view, of the belief, in the belief, to
      the best of * knowledge, in no doubt, without a doubt`,
  },
  {
    act: 'believe',
    isLight: true,
    verbs: `seem, appear, look, sound, come across, come off, strike * as`,
    others: `seemingly, apparently, evidently, ostensibly, presumably`,
  },
  {
    act: 'wish',
    verbs: `want, hope, would like, would love, prefer, wish, desire, long for, long to, yearn, yearn for, crave,
      covet, dream of, aspire, aspire to, 'd like, 'd love, 'd prefer, would prefer, would rather, 'd rather, would
      want, 'd want, look forward, look for, pray, set * heart, cross * fingers, have high hopes, show interest, show
      * interest, express hope, express the hope, express a desire, express interest, express a wish, need, like to
      see, love to see, wanna, itch, can't wait, gun for, fancy a`,
    nouns: `wish, hope, desire, preference, yearning, longing, aspiration, dream, craving, eagerness, hunger,
      appetite, interest, wish list`,
    others: `eager, eager to, keen, keen to, anxious to, desperate to, desperate for, hopeful, hungry for, interested
      in, itching to, happy to see, in hopes, in the hope, in the hopes, in hopes of, fond of`,
  },
  {
    act: 'plan',
    verbs: `plan, intend, decide, aim, seek, mean to, opt, resolve, elect to, choose to, mull, mull over, weigh,
      ponder whether, contemplate, think about running, be considering, consider running, plot, scheme, propose to,
      set out to, prepare, prepare to, gear up, get ready, set * sights, look to, move to, vote to, target * for,
      arrange, schedule, be going to, be to, make plans, have plans, have in mind, toy with, explore, explore the
      possibility, consider whether, make up * mind, devise, draft, pursue, undertake, would consider, map out, line
      up, rethink, reconsider, think of, think twice, deliberate, settle on, strategise, hatch, angle, angle for, vie,
      vie for`,
    nouns: `plan, intention, intent, decision, aim, goal, objective, ambition, determination, strategy, effort,
      attempt, bid, resolve, scheme, agenda, willingness, readiness, blueprint, purpose, quest`,
    others: `determined, determined to, poised to, ready to, prepared to, set to, willing, willing to, scheduled,
      slated, due to, bent on, intent on, hell-bent, open to, on track to, in an effort, in the works, resolved to,
      leaning toward, leaning, leaning towards`,
  },
  {
    act: 'plan',
    isLight: true,
    verbs: `try, attempt, endeavor, endeavour, strive, struggle, work to, go about, keep trying, look to`,
  },
  {
    act: 'feel',
    verbs: `fear, worry, regret, dread, lament, mourn, grieve, resent, hate, love, like, care, care about, despair,
      fret, agonise, panic, delight, marvel, marvel at, rue, stew, sympathise, empathise, weep, sob, cry over, be
      torn, express concern, express concerns, express fear, express fears, express outrage, express anger, express
      surprise, express shock, express disappointment, express frustration, express dismay, express sympathy, express
      condolences, express relief, express alarm, express optimism, express amusement, express sadness, express
      sorrow, express worry, express unease, express joy, raise concerns, raise concern, raise a concern, voice
      concern, voice concerns, have concerns, have a concern, feel betrayed, feel sorry, feel bad, feel good, feel
      sad, feel angry, feel ashamed, feel proud, feel hurt, feel guilty, feel for, feel comfortable, feel
      uncomfortable, feel uneasy, feel let down, feel frustrated, feel left, surprise, shock, anger, enrage,
      infuriate, alarm, stun, horrify, upset, outrage, irk, rankle, frustrate, disappoint, disgust, excite, thrill,
      please, dismay, baffle, puzzle, perplex, embarrass, sadden, offend, scare, frighten, terrify, concern, trouble,
      unnerve, unsettle, rattle, astonish, amaze, resonate, blanch, wince, cringe, freak out, sour on, tire of,
      relish, bask in, react, wait with bated breath, take pride, take comfort, take heart, take offense, take
      offence, savor, despise, loathe, disdain, scorn, bristle, bristle at, fume, seethe, vent, revel, exult, gloat,
      pine, ache, agonise over, dislike, detest, abhor, cherish, enjoy, adore, treasure, envy, pity, startle,
      aggravate, agitate, amuse, annoy, antagonise, appal, appall, astound, awe, bewilder, bother, captivate,
      confound, daunt, dazzle, demoralise, depress, discomfit, dishearten, disillusion, displease, disquiet, distress,
      disturb, electrify, embolden, energise, enthrall, exasperate, exhaust, fascinate, faze, flabbergast, fluster,
      gall, gladden, gratify, grate on, hearten, humble, humiliate, impress, incense, inflame, inspire, intrigue,
      invigorate, irritate, jolt, madden, mystify, nauseate, overwhelm, peeve, perturb, pique, preoccupy, provoke,
      repulse, revolt, rile, roil, sicken, spook, stagger, stupefy, tantalise, traumatise, vex, wow, bore, flummox,
      fill with`,
    nouns: `fear, worry, regret, concern, anxiety, dread, lament, sorrow, grief, anger, outrage, fury, frustration,
      resentment, joy, delight, happiness, surprise, shock, dismay, disappointment, disgust, alarm over, unease, love,
      hatred, hate, passion, pride, shame, guilt, embarrassment, sympathy, enthusiasm, excitement, optimism,
      pessimism, nervousness, distaste, relief, horror, affection, feeling, contempt, discontent, dissatisfaction,
      apprehension, panic, reaction, indignation, scorn, grievance over, antipathy, animosity, animus, aversion,
      antagonism, ire, wrath, rage, bitterness, envy, jealousy, remorse over, sadness, sympathies, empathy,
      compassion, pleasure, satisfaction, annoyance, irritation, exasperation, bewilderment, astonishment, amazement,
      alienation, angst, trepidation, disillusionment, displeasure, elation, glee, euphoria, admiration, hostility,
      fondness, loathing, disdain, insecurity, discomfort, restlessness, ambivalence, exhaustion, fatigue, fascination`,
    others: `tepid about, cool to, cool on, afraid, fearful, worried, concerned, glad, happy, sad, angry, pleased, shocked, surprised, upset, proud,
      ashamed, embarrassed, nervous, anxious, anxious about, disappointed, frustrated, dismayed, alarmed, appalled,
      horrified, outraged, furious, delighted, thrilled, excited, relieved, wary, wary of, leery, troubled, disturbed,
      saddened, heartbroken, devastated, stunned, amazed, astonished, puzzled, distressed, distraught, aghast,
      aggrieved, crushed, gutted, ecstatic, elated, overjoyed, baffled, mystified, flummoxed, perplexed, bewildered,
      annoyed, irritated, irked, unhappy, dissatisfied, satisfied, content, tired of, sick of, fed up, enthusiastic,
      optimistic, pessimistic, upbeat, bullish, bearish, jealous, envious, uneasy, uncomfortable, comfortable, torn,
      disgusted, offended, terrified, scared, mad at, sympathetic, moved, touched, honored, honoured, humbled,
      impressed, passionate about, livid, incensed, unfazed, giddy, jubilant, miffed, excited about, intrigued,
      enamored, unimpressed, scornful, ambivalent, bitter, resentful, hurt, pained, heartened, disheartened,
      disillusioned, disenchanted, dispirited, demoralised, demoralized, depressed, depressing to, discouraged,
      encouraged, energized, energised, emboldened, fearless, hesitant about, wistful, nostalgic, remorseful over,
      indignant, irate, mad, grumpy, cranky, disaffected, alienated, apprehensive, tense, antsy, jittery, skittish,
      unnerved, rattled, spooked, insulted, apathetic, indifferent, lukewarm, exhausted, overwhelmed, captivated,
      smitten, infatuated, gleeful, joyful, cheerful, joyous, giddy over, stung, crestfallen, despondent, hopeless,
      lonely, gratified, amused, inspired, energetic, cautiously optimistic, pumped, fired up, psyched, stoked,
      dumbfounded, taken aback, caught off guard, blindsided, rankled`,
  },
]

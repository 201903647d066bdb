import type { Act } from '../../model/index.js'

/** Cues of one act. Entries are separated by commas. */
export interface CueGroup {
  readonly act: Act
  /**
   * Verbs and phrases that begin with one, in their base form; the first word's other forms are made from it, and -ise
   * stands for -ize too. `*` stands for one to four words: "take * to task".
   */
  readonly verbs?: string
  /** Nouns and phrases that begin with one, singular; the first word's plural is made from it. */
  readonly nouns?: string
  /** Adjectives, adverbs and phrases that stand as they are. */
  readonly others?: string
  /** These give way to any other cue word beside them: "expressed hope", "seems to confirm". */
  readonly isLight?: true
}

/**
 * The cue lexicon: what each cue does. Compiled for this project by hand. Sources: the cue spans of PolNeAR v1.0 train,
 * read down to those seen once; the verbs of communication, judgment, desire and conjecture in Levin, English Verb
 * Classes and Alternations (1993), and in the VerbNet classes that follow them (say-37.7, tell-37.2, manner_speaking-37.3,
 * complain-37.8, advise-37.9, promise-37.13, judgment-33, accuse, want-32.1, conjecture-29.5, order-60, urge-58).
 *
 * Where a phrase and its first word are both here, the longest match counts ("call for" is not "call").
 */
export const CUE_ACTS: readonly CueGroup[] = [
  {
    act: 'state',
    verbs: `say, tell, write, add, note, explain, argue, claim, insist, state, assert, contend, maintain, posit, opine,
      remark, comment, observe, mention, describe, call, label, brand, dub, term, name, nickname, characterise, portray,
      paint, depict, cast, frame, liken, compare, contrast, equate, refer, reference, refer to, allude, allude to, cite,
      quote, invoke, point to, point out, bring up, raise, stress, emphasise, emphasize, underscore, underline,
      highlight, reiterate, repeat, restate, reaffirm, recount, recall, relate, narrate, recite, reminisce, report,
      respond, reply, answer, retort, counter-claim, continue, go on, begin, start, interject, interrupt, interpose,
      chime in, joke, quip, crack, kid, tease, laugh, chuckle, smile, grin, sigh, cry, shout, yell, scream, bellow,
      roar, holler, exclaim, whisper, murmur, mutter, mumble, chant, sing, intone, bark, snap, snarl, growl, hiss,
      drawl, gush, tweet, retweet, post, blog, email, e-mail, text, message, phone, telephone, cable, fax, wire,
      broadcast, air, show up, publish, print, circulate, share, read, go, put it, be like, speak, talk, talk about,
      speak of, speak about, speak to, talk to, chat, discuss, address, debate, touch on, weigh in, open up, sound off,
      hold forth, expound, elaborate, clarify, specify, spell out, lay out, set out, outline, sketch, summarise, sum up,
      recap, paraphrase, detail, list, tick off, enumerate, rattle off, itemise, testify, attest, depose, swear in,
      aver, avow, declaim, lecture, preach, brief, inform, notify, apprise, advise of, remind, assure, reassure, convey,
      communicate, relay, pass on, pass along, impart, utter, voice, vocalise, articulate, express, phrase, word,
      formulate, signal, indicate, hint, imply, insinuate, intimate, suggest, connote, signify, mean, denote, reflect,
      illustrate, exemplify, focus on, dwell on, concentrate on, comment on, reflect on, walk back, backtrack, double
      down, persuade, convince, make the case, make a case, press the case, make the point, make a point, make clear,
      make it clear, make plain, make no secret, make known, let it be known, put out, issue, release, send, send out,
      submit, file, introduce, deliver, present, hand down, lay bare, expose, portend, hear, teach, translate, dictate,
      title, entitle, headline, caption, subtitle, sign, include, feature, contain, hold, provide, give, offer up,
      conclude by, close by, open by, start by, finish, conclude with, wrap up, muse about, volunteer, venture,
      interpret for, ramble, rant, riff, wax, wave, gesture, nod, shrug, shrug off, downplay, play down, talk up, walk
      through, run through, turn to, pivot, follow up, second-guess aloud, campaign, run, coin, popularise`,
    nouns: `statement, remark, comment, claim, assertion, argument, contention, explanation, account, story, version,
      description, message, word, quote, quotation, reply, response, answer, retort, mention, reference, allusion, note,
      report, speech, testimony, tweet, post, letter, email, interview, essay, column, article, slogan, chant, cry,
      shout, joke, quip, rumor, rumour, talk, discussion, conversation, debate, dialogue, hint, indication, sign,
      insistence, reminder, assurance, reassurance, clarification, summary, characterisation, characterization,
      portrayal, depiction, comparison, analogy, lecture, sermon, speech about, narrative, line, takeaway, phrase,
      point, bit`,
    others: `according to, per, in the words of, as told to, as follows, reportedly, purportedly, supposedly, to hear *
      tell it, adamant, adamantly, known as, known * as, so-called, aka, emphatic, vocal, outspoken, candid, clear
      about`,
  },
  {
    act: 'announce',
    verbs: `announce, declare, unveil, proclaim, release word, disclose, divulge, pronounce, herald, launch, kick off,
      introduce legislation, break the news, make public, go public, make official, name as, name * as, appoint,
      nominate, elect, hire, crown, select, tap, choose, pick, designate, roll out, debut, trumpet the news, publicise,
      report earnings, report a profit, report a loss, come out as, inaugurate, promulgate, enact, adopt, sign into law,
      sign an order, issue an order, make an announcement, put forth, usher in, serve notice, issue a proclamation`,
    nouns: `announcement, declaration, disclosure, proclamation, revelation, unveiling, news, launch, nomination,
      appointment, notice`,
  },
  {
    act: 'find',
    verbs: `find, show, conclude, rule, reveal, document, prove, demonstrate, uncover, discover, determine, establish,
      detect, measure, record, ascertain, diagnose, adjudicate, decide the case, strike down, uphold, overturn, convict,
      acquit, hold that, tally, count, poll at, corroborate the finding, turn up, bear out, attest to the fact, trace,
      pinpoint, observe a rise, unearth, catalogue, catalog, chronicle, register, give * lead, attribute`,
    nouns: `finding, conclusion, ruling, verdict, result, evidence, proof, diagnosis, discovery, data, poll, survey,
      study, tally, judgment, consensus`,
    others: `as measured by, based on`,
  },
  {
    act: 'confirm',
    verbs: `confirm, verify, affirm, acknowledge receipt, corroborate, substantiate, authenticate, validate, certify,
      ratify, bear witness, vouch for, vouch, stand by, attest to, own up to having, answer yes, reconfirm, nod yes`,
    nouns: `confirmation, verification, corroboration, affirmation, certification, substantiation`,
  },
  {
    act: 'deny',
    verbs: `deny, refute, debunk, disclaim, disavow, gainsay, call * a lie, call * lies, call * false, call * untrue,
      dismiss as false, dismiss as untrue, brush off as false, knock down reports, shoot down reports, shoot down
      rumors, shoot down rumours, shoot down speculation, plead not guilty, plead innocent, plead innocence, protest *
      innocence, maintain * innocence, insist on * innocence, set the record straight, explode the myth, disprove,
      belie, quash rumors, quash rumours, squelch rumors, deny knowledge, disown the remark, negate`,
    nouns: `denial, refutation, disavowal, disclaimer`,
  },
  {
    act: 'admit',
    verbs: `admit, concede, confess, acknowledge, own up, own up to, come clean, fess up, plead guilty, plead no
      contest, plead to, grant that, allow that, take responsibility, take the blame, accept blame, accept
      responsibility, accept the blame, recognise * mistake, let slip, eat * words, cop to, make no apologies, make no
      bones`,
    nouns: `admission, confession, concession, acknowledgment, acknowledgement, mea culpa`,
    others: `admittedly`,
  },
  {
    act: 'accuse',
    verbs: `accuse, allege, charge, blame, indict, arraign, impeach, incriminate, implicate, denounce as a traitor, sue,
      file suit, file a lawsuit, file charges, bring charges, press charges, prosecute, level charges, level
      accusations, point the finger, point fingers, hold * responsible, hold * accountable, pin * on, lay the blame, put
      the blame, place the blame, place blame, finger, arrest, cite for, cry foul, lodge a complaint, file a complaint,
      take to court, charge with, insinuate that * lied, suspect of, report * to police, recriminate, frame for`,
    nouns: `accusation, allegation, charge, blame, indictment, lawsuit, suit, insinuation, imputation`,
    others: `allegedly, accusatory`,
  },
  {
    act: 'criticise',
    verbs: `criticise, slam, mock, attack, condemn, blast, denounce, assail, lambaste, lambast, excoriate, castigate,
      chastise, chide, scold, berate, rebuke, reprimand, reprove, reproach, upbraid, admonish, censure, decry, deplore,
      disparage, denigrate, deride, ridicule, belittle, insult, smear, savage, pillory, vilify, demonise, demonize,
      malign, slander, defame, impugn, fault, find fault, rip, rip into, tear into, lay into, light into, bash, trash,
      trash-talk, knock, pan, skewer, roast, lampoon, parody, satirise, taunt, needle, jab, zing, troll, heckle, jeer,
      boo, hiss at, sneer, scoff, jibe, snipe, swipe, swipe at, hit, hit out, lash out, lash, hammer, pummel, pound,
      pounce, rail, rail against, rant against, rage against, inveigh, fulminate, thunder against, unload on, go after,
      go off on, take aim, take a shot, take shots, take * shots, take a swipe, take swipes, take * swipe, take a jab,
      take a dig, take issue, take * to task, take exception, take umbrage, call out, dress down, pick apart, run down,
      put down, talk down, tear down, throw cold water, cast doubt, cast aspersions, complain, gripe, grumble, grouse,
      carp, moan, whine, kvetch, bemoan, scorn, disdain, despise, loathe, snub, target, torch, eviscerate, flay,
      crucify, pile on, come down on, crack down on, turn on, seize on, bristle, bristle at, fume, seethe, vent, abuse,
      bully, name-call, revile, execrate, curse, swear at, damn, disapprove, frown on, look down on, second-guess,
      nitpick, harangue, hector, nag, rap, blister, pan as, poke fun, make fun, laugh at, burn, shame, guilt, fire a
      shot, fire shots, open fire, go on the attack, go on offense, go on the offensive, launch an attack, draw
      criticism, draw * criticism from, draw fire, come under fire, come under * criticism, come under attack, swing at,
      swing hard, body-slam, dis, diss, dog, drag, dunk on, flame, ding, hound`,
    nouns: `criticism, critique, attack, condemnation, denunciation, rebuke, reprimand, censure, complaint, insult, jab,
      dig, swipe, broadside, diatribe, tirade, invective, ridicule, mockery, scorn, derision, backlash, outcry, uproar,
      slur, smear, putdown, barb, salvo, volley, vitriol, gripe, disapproval, critic, detractor, indignation`,
    others: `critical of, scathing, harsh on, tough on, dismissive of, contemptuous of, unimpressed, scornful`,
  },
  {
    act: 'praise',
    verbs: `praise, hail, thank, welcome, endorse, tout, laud, applaud, commend, compliment, congratulate, salute,
      celebrate, cheer, honor, honour, extol, extoll, exalt, glorify, idolise, lionise, admire, respect, toast, tip *
      hat, pay tribute, pay homage, sing the praises, sing * praises, speak highly, speak well, speak fondly, speak
      favorably, speak favourably, speak warmly, heap praise, lavish praise, rave, rave about, boast, brag, crow, crow
      about, champion, trumpet, promote, advertise, plug, vaunt, credit, give credit, take credit, appreciate, support,
      stump for, campaign for, vote for, cast a vote for, cast * vote for, cast * votes for, cast * ballot for, rally
      behind, rally around, unite around, unite behind, get behind, line up behind, throw * support, throw * weight,
      lend * support, come out for, come out in favor, come out in support, speak out for, speak up for, root for, cheer
      on, bless, favor, favour, embrace, smile on, approve of, rejoice, eulogise, flatter, gush over, gush about,
      shower, fete, herald as, single out for praise, recognise * for, retweet approvingly, warm to, vouch as`,
    nouns: `praise, applause, tribute, accolade, compliment, commendation, endorsement, support, supporter, backer of *
      candidacy, welcome, thanks, gratitude, congratulation, kudos, acclaim, adulation, cheer, salute, toast, blessing,
      homage, boast, champion, fan, admirer, proponent`,
    others: `supportive of, supportive, in favor of, in favour of, proud of, grateful, thankful, appreciative of,
      appreciative, complimentary, effusive, laudatory, in support of, on board, upbeat on`,
  },
  {
    act: 'recommend',
    verbs: `recommend, urge, advise, propose, suggest that * should, encourage, counsel, advocate, exhort, entreat,
      prescribe, lobby, nudge, prod, steer, prompt, push, push back the date, promote the idea, put forward, float,
      table, moot, commend to, nominate as, call to action, prevail upon, prevail on, talk into, coax, goad, egg on,
      invite, offer advice, give advice, offer * advice, make the suggestion, make a suggestion, put up for, offer
      ideas, offer * ideas, offer an idea, float the idea, submit a plan, discourage, dissuade, advise against, caution
      against, warn against, argue for, argue in favor, argue against, make a pitch, pitch, speak in favor, plump for,
      opt for`,
    nouns: `recommendation, advice, proposal, suggestion, encouragement, counsel, exhortation, guidance, guideline,
      prescription, advisory, pitch, push, motion, initiative, advocate, lobbyist`,
    others: `advisable`,
  },
  {
    act: 'demand',
    verbs: `demand, call for, call on, call upon, order, insist on, command, instruct, direct, decree, mandate, require,
      dictate that, enjoin, stipulate, summon, subpoena, press for, push for, push to, press, clamor for, clamour for,
      clamor, clamour, cry out for, agitate, agitate for, campaign to, petition, issue an ultimatum, give * an
      ultimatum, lay down, rule that * must, forbid, prohibit, ban, bar, outlaw, block, restrict, veto, compel, force,
      oblige, pressure, lean on, claim back, exact, put pressure, hold out for, march for, challenge * to debate, rally
      for, set a deadline, impose, charge to, commission, crusade for, fight for, pressure to`,
    nouns: `demand, call for, call to, call on, order, ultimatum, command, instruction, directive, decree, mandate,
      edict, injunction, requirement, prohibition, ban, summons, subpoena, petition, clamor, clamour, insistence on,
      imperative`,
    others: `mandatory`,
  },
  {
    act: 'ask',
    verbs: `ask, wonder, question, inquire, enquire, request, query, quiz, interrogate, grill, probe, poll on, beg,
      plead, implore, beseech, pray for, appeal, appeal to, appeal for, solicit, seek comment, seek an answer, seek
      answers, pose, pose a question, pose the question, raise questions, raise the question, raise a question, call
      into question, press * on, press * about, pump, petition for, crave an answer, demand to know, want to know,
      cross-examine, put * question, apply, apply for, file a request, survey, consult, look to * for`,
    nouns: `question, inquiry, enquiry, query, request, appeal, plea, interrogation, entreaty, solicitation`,
    others: `curious, inquisitive`,
  },
  {
    act: 'promise',
    verbs: `promise, vow, pledge, swear, agree to, offer, offer to, guarantee, commit, commit to, undertake to, give *
      word, give assurances, make a promise, make promises, make a pledge, make a commitment, contract to, bind, sign a
      pledge, take an oath, take the oath, stake * reputation, dedicate * to, consent to, volunteer to, accept the
      challenge, accept an invitation, promise to, step up to, assure of, insure`,
    nouns: `promise, vow, pledge, oath, guarantee, commitment, offer, undertaking, covenant`,
    others: `committed to, sworn`,
  },
  {
    act: 'threaten',
    verbs: `threaten, intimidate, menace, bluster, issue a threat, make threats, make a threat, sabre-rattle,
      saber-rattle, dare, blackmail, warn of retaliation`,
    nouns: `threat, intimidation, blackmail`,
    others: `menacing`,
  },
  {
    act: 'warn',
    verbs: `warn, caution, alert, raise the alarm, sound the alarm, raise alarm, raise alarms, raise red flags, raise a
      red flag, sound a warning, sound alarms, issue a warning, forewarn, flag, ring alarm bells, put * on notice, cry
      wolf, advise caution`,
    nouns: `warning, caution, alert, alarm, caveat, cautionary note, red flag, admonition`,
    others: `cautionary`,
  },
  {
    act: 'predict',
    verbs: `predict, forecast, expect, project, foresee, foretell, prophesy, anticipate, envision, envisage, augur,
      presage, call the race, count on, bank on, bet, wager, foreshadow, look ahead, extrapolate, see coming, handicap,
      bode`,
    nouns: `prediction, forecast, projection, expectation, prophecy, anticipation, outlook, prognosis, prognostication`,
  },
  {
    act: 'predict',
    isLight: true,
    others: `likely to, unlikely to, bound to, sure to`,
  },
  {
    act: 'estimate',
    verbs: `estimate, put it at, put * at, put the number, put the figure, put the total, put the cost, put the odds,
      calculate, reckon, guesstimate, approximate, gauge, assess at, value at, price at, appraise, peg, peg * at,
      quantify, compute, size up, ballpark, rate * chance, rate * chances, give * odds, give * chance, set * odds,
      assess`,
    nouns: `estimate, estimation, calculation, reckoning, guesstimate, approximation, assessment, appraisal, odds`,
  },
  {
    act: 'agree',
    verbs: `agree, echo, back, concur, second, side with, stand with, stand behind, come around, go along with, accede,
      assent, acquiesce, defer to, accept, approve, ratify, co-sponsor, cosponsor, sponsor, defend, back up, align with,
      share * view, share * opinion, share * concern, share * sentiment, join in, join * in, sign on, sign on to,
      parrot, mirror, rush to * defense, come to * defense, come to the defense, rise to * defense, take the side,
      subscribe to, bear * out, go with, nod along, nod in agreement, find common ground, amplify, like the idea, see
      eye to eye, justify, rationalise, excuse, uphold the view, make excuses`,
    nouns: `agreement, backing, accord, approval, assent, concurrence, defense, defence, acceptance, backer, ally,
      consent, solidarity`,
    others: `in agreement, in accord`,
  },
  {
    act: 'dispute',
    verbs: `dispute, reject, object, disagree, oppose, counter, challenge, dismiss, contest, contradict, rebut, differ,
      dissent, protest, push back, push back on, push back against, hit back, fire back, shoot back, strike back, snap
      back, clap back, punch back, bite back, fight back, rebuff, spurn, repudiate, resist, fight, combat, quarrel,
      quibble, spar, clash, bicker, split, vote against, come out against, speak out against, speak out, speak against,
      stand against, argue with, break with, part ways, distance * from, take a stand against, take a stance against,
      take * stance against, take * stand against, discount, scoff at, poke holes, pooh-pooh, wave off, wave away, brush
      off, brush aside, bat down, bat away, swat away, cast aside, shoot down, knock down, beg to differ, disown,
      renounce, rescind * endorsement, withdraw * support, withdraw * endorsement, balk, balk at, shy away, recoil,
      appeal the ruling, rebel, defy, chafe at, disapprove of, filibuster, boycott, contravene`,
    nouns: `objection, opposition, opponent, disagreement, dispute, rejection, dismissal, challenge, rebuttal, protest,
      dissent, resistance, pushback, repudiation, contradiction, hostility to, quarrel, foe, antagonism, aversion`,
    others: `opposed to, against, at odds, opposed, in opposition, hostile to, skeptical of, sceptical of`,
  },
  {
    act: 'decline',
    verbs: `decline, refuse, demur, dodge, duck, sidestep, evade, avoid, deflect, skirt, stonewall, rule out, withhold
      comment, withhold, plead the fifth, take the fifth, invoke the fifth, turn down, opt out, opt not, pass on
      commenting, beg off, abstain, ignore, be unavailable, keep mum, keep quiet, keep silent, stay silent, remain
      silent, stay mum, stay quiet, hold off, stop short, refrain from, shun, be mum, bow out, recuse, clam up, choose
      not, steer clear, say nothing, say no comment, gloss over, return calls, return a call, return phone calls, return
      a phone call, return messages, return a message, return emails, return an email, return requests, return a
      request, return * requests, return * calls, deny a request, deny the request, deny * request, deny entry, deny
      access, deny bail, deny permission, deny a motion, deny the motion, deny * motion, deny * appeal, deny *
      petition`,
    nouns: `refusal, silence, evasion, no comment, reluctance, unwillingness`,
    others: `unwilling, reluctant, noncommittal, non-committal, coy, tight-lipped, mum, hesitant, loath`,
  },
  {
    act: 'apologise',
    verbs: `apologise, make amends, ask forgiveness, ask for forgiveness, beg forgiveness, beg pardon, express regret,
      express remorse, express contrition, atone, repent`,
    nouns: `apology, expression of regret, contrition, remorse`,
    others: `apologetic, contrite, remorseful, sorry`,
  },
  {
    act: 'believe',
    verbs: `think, believe, know, consider, feel, see, see as, view, regard, look on, look upon, doubt, remember, learn,
      deem, judge, perceive, understand, realise, realize, recognise, grasp, comprehend, get the sense, sense, suspect,
      assume, presume, suppose, guess, figure, surmise, infer, imagine, fancy, theorise, hypothesise, speculate, muse,
      ponder, conjecture, deduce, gather, reason, trust, buy into, buy, have faith, be sure, hold, hold the view, take
      the view, hold the belief, have no doubt, have doubts, express doubt, express doubts, express confidence, express
      skepticism, express scepticism, express the view, express the belief, express the opinion, express disbelief, be
      of the opinion, come to believe, rate, rank, identify as, count * as, see * as, view * as, regard * as, interpret,
      read * as, construe, conceive, misunderstand, underestimate, overestimate, forget, dream, picture, acknowledge the
      reality, notice, spot, mistake, mistrust, distrust, disbelieve, be aware, wake up to, have an opinion, have *
      opinion, have a * view, have * view, have * idea, have an inkling, give the impression, get the impression, look
      like, look at, look back, watch, hear about, find out, discern, evaluate, weigh the evidence, envision as`,
    nouns: `belief, thought, view, opinion, perception, knowledge, understanding, idea, notion, doubt, suspicion,
      assumption, presumption, speculation, theory, hypothesis, conviction, faith, confidence, skepticism, scepticism,
      sense, impression, interpretation, judgement, consideration, recollection, memory, position, stance, attitude,
      mindset, awareness, philosophy, worldview, vision, perspective, sentiment, conventional wisdom, trust, guess,
      realisation, realization, intuition`,
    others: `convinced, confident, certain, sure, aware, unaware, doubtful, skeptical, sceptical, unconvinced, of the
      opinion, known, well-known, well known, renowned for, persuaded, undecided, undecided about, unsure, uncertain,
      unclear, clear, mindful, under the impression, to * mind, in * view, in * opinion, in * mind, in * eyes, obvious,
      familiar with, conscious of`,
  },
  {
    act: 'believe',
    isLight: true,
    verbs: `seem, appear, look, sound, come across, come off, strike * as`,
    others: `seemingly, apparently, evidently, ostensibly, presumably`,
  },
  {
    act: 'wish',
    verbs: `want, hope, would like, would love, prefer, wish, desire, long for, long to, yearn, yearn for, crave, covet,
      dream of, aspire, aspire to, 'd like, 'd love, 'd prefer, would prefer, would rather, 'd rather, would want, 'd
      want, look forward, look for, pray, set * heart, cross * fingers, have high hopes, show interest, show * interest,
      express hope, express the hope, express a desire, express interest, express a wish, need, like to see, love to
      see, wanna, itch, can't wait, gun for, fancy a`,
    nouns: `wish, hope, desire, preference, yearning, longing, aspiration, dream, craving, eagerness, hunger, appetite,
      interest, wish list`,
    others: `eager, eager to, keen, keen to, anxious to, desperate to, desperate for, hopeful, hungry for, interested
      in, itching to, happy to see, in hopes, in the hope, in the hopes, in hopes of, fond of`,
  },
  {
    act: 'plan',
    verbs: `plan, intend, decide, aim, seek, mean to, opt, resolve, elect to, choose to, mull, mull over, weigh, ponder
      whether, contemplate, think about running, be considering, consider running, plot, scheme, propose to, set out to,
      prepare, prepare to, gear up, get ready, set * sights, look to, move to, vote to, target * for, arrange, schedule,
      be going to, be to, make plans, have plans, have in mind, toy with, explore, explore the possibility, consider
      whether, make up * mind, devise, draft, pursue, undertake, would consider, map out, line up, rethink, reconsider,
      think of, think twice, deliberate, settle on, strategise, hatch, angle, angle for, vie, vie for`,
    nouns: `plan, intention, intent, decision, aim, goal, objective, ambition, determination, strategy, effort, attempt,
      bid, resolve, scheme, agenda, willingness, readiness, blueprint, purpose, quest`,
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
      fret, agonise, panic, delight, marvel, marvel at, rue, stew, sympathise, empathise, weep, sob, cry over, be torn,
      express concern, express concerns, express fear, express fears, express outrage, express anger, express surprise,
      express shock, express disappointment, express frustration, express dismay, express sympathy, express condolences,
      express relief, express alarm, express optimism, express amusement, express sadness, express sorrow, express
      worry, express unease, express joy, raise concerns, raise concern, raise a concern, voice concern, voice concerns,
      have concerns, have a concern, have reservations, have misgivings, have qualms, feel betrayed, feel sorry, feel
      bad, feel good, feel sad, feel angry, feel ashamed, feel proud, feel hurt, feel guilty, feel for, feel
      comfortable, feel uncomfortable, feel uneasy, feel let down, feel frustrated, feel left, surprise, shock, anger,
      enrage, infuriate, alarm, stun, horrify, upset, outrage, irk, rankle, frustrate, disappoint, disgust, excite,
      thrill, please, dismay, baffle, puzzle, perplex, embarrass, sadden, offend, scare, frighten, terrify, concern,
      trouble, unnerve, unsettle, rattle, astonish, amaze, resonate, blanch, wince, cringe, freak out, sour on, tire of,
      relish, bask in, react, wait with bated breath, take pride, take comfort, take heart, take offense, take offence,
      savor`,
    nouns: `fear, worry, regret, concern, anxiety, dread, lament, sorrow, grief, anger, outrage, fury, frustration,
      resentment, joy, delight, happiness, surprise, shock, dismay, disappointment, disgust, alarm over, unease, love,
      hatred, hate, passion, pride, shame, guilt, embarrassment, sympathy, enthusiasm, excitement, optimism, pessimism,
      nervousness, distaste, misgiving, qualm, reservation, relief, horror, affection, feeling, contempt, discontent,
      dissatisfaction, apprehension, panic, reaction`,
    others: `afraid, fearful, worried, concerned, glad, happy, sad, angry, pleased, shocked, surprised, upset, proud,
      ashamed, embarrassed, nervous, anxious, anxious about, disappointed, frustrated, dismayed, alarmed, appalled,
      horrified, outraged, furious, delighted, thrilled, excited, relieved, wary, wary of, leery, troubled, disturbed,
      saddened, heartbroken, devastated, stunned, amazed, astonished, puzzled, distressed, distraught, aghast,
      aggrieved, crushed, gutted, ecstatic, elated, overjoyed, baffled, mystified, flummoxed, perplexed, bewildered,
      annoyed, irritated, irked, unhappy, dissatisfied, satisfied, content, tired of, sick of, fed up, enthusiastic,
      optimistic, pessimistic, upbeat, bullish, bearish, jealous, envious, uneasy, uncomfortable, comfortable, torn,
      disgusted, offended, terrified, scared, mad at, sympathetic, moved, touched, honored, honoured, humbled,
      impressed, passionate about, livid, incensed, unfazed, giddy, jubilant, miffed, excited about, intrigued,
      enamored`,
  },
]

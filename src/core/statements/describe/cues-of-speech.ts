import type { CueGroup } from './cue-acts.js'

/** Cues of what is done by saying it: part of the cue lexicon. */
export const CUES_OF_SPEECH: readonly CueGroup[] = [
  {
    act: 'state',
    verbs: `say, tell, reckon with, fire off, come aboard, back away, back down, back off, back out, write, add, note, explain, argue, claim, insist, state, assert, contend, maintain, posit,
      opine, remark, comment, observe, mention, describe, call, label, brand, dub, term, name, nickname, characterise,
      portray, paint, depict, cast, frame, liken, compare, contrast, equate, refer, reference, refer to, allude,
      allude to, cite, quote, invoke, point to, point out, bring up, raise, stress, emphasise, emphasize, underscore,
      underline, highlight, reiterate, repeat, restate, reaffirm, recount, recall, relate, narrate, recite, reminisce,
      report, respond, reply, answer, retort, counter-claim, continue, go on, begin, start, interject, interrupt,
      interpose, chime in, joke, quip, crack, kid, tease, laugh, chuckle, smile, grin, sigh, cry, shout, yell, scream,
      bellow, roar, holler, exclaim, whisper, murmur, mutter, mumble, chant, sing, intone, bark, snap, snarl, growl,
      hiss, drawl, gush, tweet, retweet, post, blog, email, e-mail, text, message, phone, telephone, cable, fax, wire,
      broadcast, air, show up, publish, print, circulate, share, read, go, put it, be like, speak, talk, talk about,
      speak of, speak about, speak to, talk to, chat, discuss, address, debate, touch on, weigh in, open up, sound
      off, hold forth, expound, elaborate, clarify, specify, spell out, lay out, set out, outline, sketch, summarise,
      sum up, recap, paraphrase, detail, list, tick off, enumerate, rattle off, itemise, testify, attest, depose,
      aver, avow, declaim, lecture, preach, brief, inform, notify, apprise, advise of, remind, assure, reassure,
      convey, communicate, relay, pass on, pass along, impart, utter, voice, vocalise, articulate, express, phrase,
      word, formulate, signal, indicate, hint, imply, insinuate, intimate, suggest, connote, signify, mean, denote,
      reflect, illustrate, exemplify, focus on, dwell on, concentrate on, comment on, reflect on, walk back,
      backtrack, double down, persuade, convince, make the case, make a case, press the case, make the point, make a
      point, make clear, make it clear, make plain, make no secret, make known, let it be known, put out, issue,
      send, send out, submit, file, deliver, present, hand down, lay bare, expose, portend, hear, teach,
      translate, dictate, title, entitle, headline, caption, subtitle, sign, include, feature, contain, hold, provide,
      give, offer up, conclude by, close by, open by, start by, finish, conclude with, wrap up, muse about, volunteer,
      venture, interpret for, ramble, rant, riff, wax, wave, gesture, nod, shrug, downplay, play down, talk up, walk
      through, run through, turn to, pivot, follow up, second-guess aloud, campaign, run, coin, popularise, look at,
      look back, look into, watch, listen, hear about, find out, spot, notice, allow, permit, let, enable, attract,
      appeal to, return calls, return a call, return phone calls, return a phone call, return messages, return a
      message, return emails, return an email, return requests, return a request, return * requests, return * calls,
      launch into, go into, break into, position, rebrand, recast, bill, sell, hold up, stylise`,
    nouns: `news article, news story, news report, news conference, news release, statement, remark, comment, claim, assertion, argument, contention, explanation, account, story, version,
      description, message, word, quote, quotation, reply, response, answer, retort, mention, reference, allusion,
      note, report, speech, testimony, tweet, post, letter, email, interview, essay, column, article, slogan, chant,
      cry, shout, joke, quip, rumor, rumour, talk, discussion, conversation, debate, dialogue, hint, indication, sign,
      insistence, reminder, assurance, reassurance, clarification, summary, characterisation, characterization,
      portrayal, depiction, comparison, analogy, lecture, sermon, speech about, narrative, line, takeaway, phrase,
      point, bit`,
    others: `according to, per, in the words of, as told to, as follows, reportedly, purportedly, supposedly, to hear
      * tell it, adamant, adamantly, known as, known * as, so-called, aka, emphatic, vocal, outspoken, candid, clear
      about`,
  },
  {
    act: 'announce',
    verbs: `announce, declare, release, unveil, proclaim, release word, disclose, divulge, pronounce, herald, launch, kick off,
      introduce legislation, break the news, make public, go public, make official, name as, name * as, appoint,
      nominate, elect, hire, crown, select, tap, choose, pick, designate, roll out, debut, trumpet the news,
      publicise, report earnings, report a profit, report a loss, come out as, inaugurate, promulgate, enact, adopt,
      sign into law, sign an order, issue an order, make an announcement, put forth, usher in, serve notice, issue a
      proclamation, introduce, veto, pass, repeal, rescind, revoke, lift, suspend, cancel, call off, close, shut, shut
      down, reopen, fire, sack, oust, award, grant, reinstate, disband, dissolve, postpone, sentence, pardon,
      commute * sentence, install, swear in, issue new, issue rules, issue guidelines, issue a ruling, issue *
      guidelines, issue * rules, sign a bill, sign the bill, sign * bill, sign legislation, sign * legislation, sign *
      law, sign * order, sign an agreement, sign a deal, drop out, step down, resign, retire, enter the race, set a
      date, set the date, release a list, release the list, release a plan, release * plan, release * list, release *
      results, release * findings, release the names, report * loss, report * profit, report * growth, report *
      earnings, report * revenue`,
    nouns: `announcement, declaration, disclosure, proclamation, revelation, unveiling, news, launch, nomination,
      appointment, notice`,
  },
  {
    act: 'find',
    verbs: `find, release data, release figures, release * poll, release * survey, release * study, show, conclude, rule, reveal, document, prove, demonstrate, uncover, discover, determine, establish,
      detect, measure, record, ascertain, diagnose, adjudicate, decide the case, strike down, uphold, overturn,
      convict, acquit, hold that, tally, count, poll at, corroborate the finding, turn up, bear out, attest to the
      fact, trace, pinpoint, observe a rise, unearth, catalogue, catalog, chronicle, register, give * lead, attribute`,
    nouns: `finding, conclusion, ruling, verdict, result, evidence, proof, diagnosis, discovery, data, poll, survey,
      study, tally, judgment`,
    others: `as measured by, based on`,
  },
  {
    act: 'confirm',
    verbs: `confirm, verify, affirm, acknowledge receipt, corroborate, substantiate, authenticate, validate, certify,
      ratify, bear witness, vouch for, vouch, stand by, attest to, own up to having, answer yes, reconfirm, nod yes,
      call * true, call * accurate`,
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
    verbs: `accuse, allege, charge, blame, indict, arraign, impeach, incriminate, implicate, denounce as a traitor,
      sue, file suit, file a lawsuit, file charges, bring charges, press charges, prosecute, level charges, level
      accusations, point the finger, point fingers, hold * responsible, hold * accountable, pin * on, lay the blame,
      put the blame, place the blame, place blame, finger, arrest, cite for, cry foul, lodge a complaint, file a
      complaint, take to court, charge with, insinuate that * lied, suspect of, report * to police, recriminate, frame
      for`,
    nouns: `accusation, allegation, charge, blame, indictment, lawsuit, suit, insinuation, imputation`,
    others: `allegedly, accusatory`,
  },
  {
    act: 'criticise',
    verbs: `criticise, slam, mock, attack, condemn, blast, denounce, assail, lambaste, lambast, excoriate, castigate,
      chastise, chide, scold, berate, rebuke, reprimand, reprove, reproach, upbraid, admonish, censure, decry,
      deplore, disparage, denigrate, deride, ridicule, belittle, insult, smear, savage, pillory, vilify, demonise,
      demonize, malign, slander, defame, impugn, fault, find fault, rip, rip into, tear into, lay into, light into,
      bash, trash, trash-talk, knock, pan, skewer, roast, lampoon, parody, satirise, taunt, needle, jab, zing, troll,
      heckle, jeer, boo, hiss at, sneer, scoff, jibe, snipe, swipe, swipe at, hit, hit out, lash out, lash, hammer,
      pummel, pound, pounce, rail, rail against, rant against, rage against, inveigh, fulminate, thunder against,
      unload on, go after, go off on, take aim, take a shot, take shots, take * shots, take a swipe, take swipes, take
      * swipe, take a jab, take a dig, take * to task, take umbrage, call out, dress down, pick apart, run down, put
      down, talk down, tear down, throw cold water, cast doubt, cast aspersions, complain, gripe, grumble, grouse,
      carp, moan, whine, kvetch, bemoan, snub, target, torch, eviscerate, flay, crucify, pile on, come down on, crack
      down on, turn on, seize on, abuse, bully, name-call, revile, execrate, curse, swear at, damn, frown on, look
      down on, second-guess, nitpick, harangue, hector, nag, rap, blister, pan as, poke fun, make fun, laugh at, burn,
      shame, guilt, fire a shot, fire shots, open fire, go on the attack, go on offense, go on the offensive, launch
      an attack, draw criticism, draw * criticism from, draw fire, come under fire, come under * criticism, come under
      attack, swing at, swing hard, body-slam, dis, diss, dog, drag, dunk on, flame, ding, hound, erupt on, erupt at,
      go off at, air grievances`,
    nouns: `criticism, critique, attack, condemnation, denunciation, rebuke, reprimand, censure, complaint, insult,
      jab, dig, swipe, broadside, diatribe, tirade, invective, ridicule, mockery, derision, backlash, outcry, uproar,
      slur, smear, putdown, barb, salvo, volley, vitriol, gripe, disapproval, critic, detractor, grievance,
      denigration, disparagement, mudslinging, finger-pointing, scolding, tongue-lashing`,
    others: `critical of, scathing, harsh on, tough on, dismissive of, contemptuous of`,
  },
  {
    act: 'praise',
    verbs: `praise, hail, thank, welcome, endorse, tout, laud, applaud, commend, compliment, congratulate, salute,
      celebrate, cheer, honor, honour, extol, extoll, exalt, glorify, idolise, lionise, admire, respect, toast, tip *
      hat, pay tribute, pay homage, sing the praises, sing * praises, speak highly, speak well, speak fondly, speak
      favorably, speak favourably, speak warmly, heap praise, lavish praise, rave, rave about, boast, brag, crow, crow
      about, champion, trumpet, promote, advertise, plug, vaunt, credit, give credit, take credit, appreciate,
      support, stump for, campaign for, vote for, cast a vote for, cast * vote for, cast * votes for, cast * ballot
      for, rally behind, rally around, unite around, unite behind, get behind, line up behind, throw * support, throw
      * weight, lend * support, come out for, come out in favor, come out in support, speak out for, speak up for,
      root for, cheer on, bless, favor, favour, embrace, smile on, approve of, rejoice, eulogise, flatter, gush over,
      gush about, shower, fete, herald as, single out for praise, recognise * for, retweet approvingly, warm to, vouch
      as`,
    nouns: `praise, applause, tribute, accolade, compliment, commendation, endorsement, support, supporter, backer of
      * candidacy, welcome, thanks, gratitude, congratulation, kudos, acclaim, adulation, cheer, salute, toast,
      blessing, homage, boast, champion, fan, admirer, proponent`,
    others: `popular with, popular among, loyal to, supportive of, supportive, in favor of, in favour of, proud of, grateful, thankful, appreciative of,
      appreciative, complimentary, effusive, laudatory, in support of, on board, upbeat on, a fan of, big on, high on`,
  },
  {
    act: 'recommend',
    verbs: `recommend, urge, advise, propose, suggest that * should, encourage, counsel, advocate, exhort, entreat,
      prescribe, lobby, nudge, prod, steer, prompt, push, push back the date, promote the idea, put forward, float,
      table, moot, commend to, nominate as, call to action, prevail upon, prevail on, talk into, coax, goad, egg on,
      invite, offer advice, give advice, offer * advice, make the suggestion, make a suggestion, put up for, offer
      ideas, offer * ideas, offer an idea, float the idea, submit a plan, discourage, dissuade, advise against,
      caution against, warn against, argue for, argue in favor, argue against, make a pitch, pitch, speak in favor,
      plump for, opt for`,
    nouns: `recommendation, advice, proposal, suggestion, encouragement, counsel, exhortation, guidance, guideline,
      prescription, advisory, pitch, push, motion, initiative, advocate, lobbyist`,
    others: `advisable`,
  },
  {
    act: 'demand',
    verbs: `demand, call for, call on, call upon, order, insist on, command, instruct, direct, decree, mandate,
      require, dictate that, enjoin, stipulate, summon, subpoena, press for, push for, push to, press, clamor for,
      clamour for, clamor, clamour, cry out for, agitate, agitate for, campaign to, petition, issue an ultimatum, give
      * an ultimatum, lay down, rule that * must, forbid, prohibit, ban, bar, outlaw, restrict, compel, force, oblige,
      pressure, lean on, claim back, exact, put pressure, hold out for, march for, challenge * to debate, rally for,
      set a deadline, impose, charge to, commission, crusade for, fight for, pressure to`,
    nouns: `demand, call for, call to, call on, order, ultimatum, command, instruction, directive, decree, mandate,
      edict, injunction, requirement, prohibition, ban, summons, subpoena, petition, clamor, clamour, insistence on,
      imperative`,
    others: `mandatory`,
  },
  {
    act: 'ask',
    verbs: `ask, wonder, question, inquire, enquire, request, query, quiz, interrogate, grill, probe, poll on, beg,
      plead, implore, beseech, pray for, appeal, appeal for, solicit, seek comment, seek an answer, seek answers,
      pose, pose a question, pose the question, raise questions, raise the question, raise a question, call into
      question, press * on, press * about, pump, petition for, crave an answer, demand to know, want to know,
      cross-examine, put * question, apply, apply for, file a request, survey, consult, look to * for, appeal to * to,
      appeal to * for`,
    nouns: `question, inquiry, enquiry, query, request, appeal, plea, interrogation, entreaty, solicitation`,
    others: `curious, inquisitive`,
  },
  {
    act: 'promise',
    verbs: `promise, vow, pledge, swear, agree to, offer, offer to, guarantee, commit, commit to, undertake to, give *
      word, give assurances, make a promise, make promises, make a pledge, make a commitment, contract to, bind, sign
      a pledge, take an oath, take the oath, stake * reputation, dedicate * to, consent to, volunteer to, accept the
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
    verbs: `warn, caution, alert, raise the alarm, sound the alarm, raise alarm, raise alarms, raise red flags, raise
      a red flag, sound a warning, sound alarms, issue a warning, forewarn, flag, ring alarm bells, put * on notice,
      cry wolf, advise caution`,
    nouns: `warning, caution, alert, alarm, caveat, cautionary note, red flag, admonition`,
    others: `cautionary`,
  },
  {
    act: 'predict',
    verbs: `predict, forecast, expect, project, foresee, foretell, prophesy, anticipate, envision, envisage, augur,
      presage, call the race, count on, bank on, bet, wager, foreshadow, look ahead, extrapolate, see coming,
      handicap, bode`,
    nouns: `prediction, forecast, projection, expectation, prophecy, anticipation, outlook, prognosis, prognostication`,
  },
  {
    act: 'predict',
    isLight: true,
    others: `likely to, unlikely to, certain to, bound to, sure to`,
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
    verbs: `agree, echo, back, concur, second, side with, stand with, stand behind, come around, go along with,
      accede, assent, acquiesce, defer to, accept, approve, ratify, co-sponsor, cosponsor, sponsor, defend, back up,
      align with, share * view, share * opinion, share * concern, share * sentiment, join in, join * in, sign on, sign
      on to, parrot, mirror, rush to * defense, come to * defense, come to the defense, rise to * defense, take the
      side, subscribe to, bear * out, go with, nod along, nod in agreement, find common ground, amplify, like the
      idea, see eye to eye, justify, rationalise, excuse, uphold the view, make excuses`,
    nouns: `agreement, backing, accord, approval, assent, concurrence, defense, defence, acceptance, backer, ally,
      consent, solidarity`,
    others: `in agreement, in accord, unified on, united on, united behind, on the same page, like-minded`,
  },
  {
    act: 'dispute',
    verbs: `dispute, reject, object, disagree, oppose, counter, challenge, dismiss, contest, contradict, rebut,
      differ, dissent, protest, push back, push back on, push back against, hit back, fire back, shoot back, strike
      back, snap back, clap back, punch back, bite back, fight back, rebuff, spurn, repudiate, resist, fight, combat,
      quarrel, quibble, spar, clash, bicker, split, vote against, come out against, speak out against, speak out,
      speak against, stand against, argue with, break with, part ways, distance * from, take a stand against, take a
      stance against, take * stance against, take * stand against, discount, scoff at, poke holes, pooh-pooh, wave
      off, wave away, brush off, brush aside, bat down, bat away, swat away, cast aside, shoot down, knock down, beg
      to differ, disown, renounce, rescind * endorsement, withdraw * support, withdraw * endorsement, balk, balk at,
      shy away, recoil, appeal the ruling, rebel, defy, chafe at, disapprove of, filibuster, boycott, contravene, take
      issue, take exception, shrug off, laugh off, disapprove, discredit, undercut, turn against, take on, stand up
      to, stand up against, go up against, demonstrate against, rally against, march against, campaign against, lobby
      against, testify against, walk out, thwart, stymie, obstruct, refuse to accept, draw the line, block`,
    nouns: `objection, opposition, opponent, disagreement, dispute, rejection, dismissal, challenge, rebuttal,
      protest, dissent, resistance, pushback, repudiation, contradiction, quarrel, foe, hostility to, turn against`,
    others: `opposed to, against, at odds, opposed, in opposition, hostile to, resistant to, averse to, unsupportive
      of`,
  },
  {
    act: 'decline',
    verbs: `decline, refuse, demur, dodge, duck, sidestep, evade, avoid, deflect, skirt, stonewall, rule out, withhold
      comment, withhold, plead the fifth, take the fifth, invoke the fifth, turn down, opt out, opt not, pass on
      commenting, beg off, abstain, be unavailable, keep mum, keep quiet, keep silent, stay silent, remain silent,
      stay mum, stay quiet, hold off, stop short, refrain from, shun, be mum, bow out, recuse, clam up, choose not,
      steer clear, say nothing, say no comment, gloss over, deny a request, deny the request, deny * request, deny
      entry, deny access, deny bail, deny permission, deny a motion, deny the motion, deny * motion, deny * appeal,
      deny * petition`,
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
]

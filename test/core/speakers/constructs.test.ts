import { describe, expect, it } from 'vitest'
import { settled } from './article.js'

/** What it shows, the article, and for each statement the speaker's name (null: not settled). */
type Case = readonly [string, string, Readonly<Record<string, string | null>>]

const run = (title: string, cases: readonly Case[]) =>
  describe(title, () => {
    it.each(cases)('%s', (_, marked, expected) => {
      const { speakers, whys } = settled(marked)
      const names = Object.fromEntries([...speakers].map(([key, speaker]) => [key, speaker?.name ?? null]))
      expect(names, JSON.stringify([...whys])).toEqual(expected)
    })
  })

run('names', [
  [
    'in full, in part, with a title',
    `[1:Ana Ruiz] <1:said> {1:the pact is dead}.
     [2:Ruiz] <2:said> {2:she would not sign}. [3:Ms Ruiz] <3:added> {3:that it was late}. [4:Ana] <4:denied> {4:it}.`,
    { 1: 'Ana Ruiz', 2: 'Ana Ruiz', 3: 'Ana Ruiz', 4: 'Ana Ruiz' },
  ],
  [
    'the fullest is the name, with its initial and wherever it stands',
    `[1:Orla] <1:said> {1:no}. [2:Orla T. Venn] <2:said> {2:yes}. [3:Orla Venn] <3:said> {3:perhaps}.`,
    { 1: 'Orla T. Venn', 2: 'Orla T. Venn', 3: 'Orla T. Venn' },
  ],
  ['titles are no part of it', `{1:It is closed}, <1:said> [1:Mayor Edda Voss].`, { 1: 'Edda Voss' }],
  [
    'several titles before it',
    `{1:It is closed}, <1:said> [1:Senate Minority Whip Dilan Roe (D-Ill.)].`,
    { 1: 'Dilan Roe' },
  ],
  [
    'party and state in brackets',
    `[1:Rep. G.K. Hallam (D-N.C.), head of the Rivers Caucus,] <1:said> {1:no}.`,
    { 1: 'G.K. Hallam' },
  ],
  ['stray words at its end', `[1:Mayor Edda Voss, who] <1:said> {1:no}, left.`, { 1: 'Edda Voss' }],
  [
    'an office of several words before it',
    `[1:Commissioner for Human Rights Teodora Lasky] <1:said> {1:no}. [2:Lasky] <2:said> {2:yes}.
     [3:Minister of Foreign Affairs Bo Venn] <3:said> {3:perhaps}.`,
    { 1: 'Teodora Lasky', 2: 'Teodora Lasky', 3: 'Bo Venn' },
  ],
  [
    'a description at fullest',
    `{1:It is false}, [1:the government of Morvane] <1:said>. [2:The ministry of the interior] <2:denied> {2:it}.
     [3:The ministry] <3:said> {3:nobody was hurt}.`,
    { 1: 'government of Morvane', 2: 'ministry of the interior', 3: 'ministry of the interior' },
  ],
  [
    'particles that are one word with the name',
    `[1:Sheikh Abdullah bin Khalid al-Thani, the envoy,] <1:said> {1:no}. [2:Sheikh Abdullah] <2:said> {2:yes}.
     Prince Mohammed bin Salman arrived. [3:Colonel Yusuf al-Amin, a spokesman,] <3:said> {3:no}. [4:He] <4:said> {4:yes}.`,
    {
      1: 'Abdullah bin Khalid al-Thani',
      2: 'Abdullah bin Khalid al-Thani',
      3: 'Yusuf al-Amin',
      4: 'Yusuf al-Amin',
    },
  ],
  [
    'that are a month’s',
    `[1:Theresa May] <1:said> {1:no}. On Tuesday May 3 [2:May] <2:said> {2:yes}. [3:Ana Voss] <3:said> {3:it} in May.`,
    { 1: 'Theresa May', 2: 'Theresa May', 3: 'Ana Voss' },
  ],
  [
    'particles',
    `[1:Ursula van der Aa] <1:said> {1:no}. [2:Ms. van der Aa] <2:said> {2:yes}.`,
    { 1: 'Ursula van der Aa', 2: 'Ursula van der Aa' },
  ],
  [
    'a headline in which every word has a capital',
    `#title [1:Voss] Says {1:Bridge Will Stay Closed Until Spring}
     Mayor Edda Voss was firm. {2:“It is not safe,”} [2:Voss] <2:said>.`,
    { 1: 'Edda Voss', 2: 'Edda Voss' },
  ],
  [
    'an age after the name',
    `[1:Ana Ruiz, 52,] <1:said> {1:no}. [2:Ruiz] <2:said> {2:yes}.`,
    { 1: 'Ana Ruiz', 2: 'Ana Ruiz' },
  ],
])

run('namesakes', [
  [
    'two in full stay two',
    `[1:Yusra Hallam] <1:said> {1:yes}. [2:Karim Hallam] <2:said> {2:no}.`,
    { 1: 'Yusra Hallam', 2: 'Karim Hallam' },
  ],
  [
    'a bare surname goes to the one who spoke last',
    `[1:Yusra Hallam] <1:said> {1:yes}. Her cousin Karim Hallam was away.
     {2:“It is done,”} [2:Yusra Hallam] <2:said>. {3:“All of it,”} [3:Hallam] <3:added>.`,
    { 1: 'Yusra Hallam', 2: 'Yusra Hallam', 3: 'Yusra Hallam' },
  ],
  [
    'titles tell them apart',
    `Mr. Bram Hollis and Mrs. Ida Hollis own it. [1:Mrs. Hollis] <1:said> {1:no}. [2:Mr. Hollis] <2:said> {2:yes}.`,
    { 1: 'Ida Hollis', 2: 'Bram Hollis' },
  ],
  [
    'a couple shares a surname',
    `Bram and Ida Hollis own it. [1:Bram] <1:said> {1:no}. [2:Ida Hollis] <2:said> {2:yes}.`,
    { 1: 'Bram', 2: 'Ida Hollis' },
  ],
  [
    'a person is not the company of that name',
    `[1:Tomas Quell] runs the Quell Group. [1b:Quell] <1b:said> {1b:no}. [2:The Quell Group] <2:said> {2:yes}. {1:x}`,
    { 1: 'Tomas Quell', '1b': 'Tomas Quell', 2: 'Quell Group' },
  ],
])

run('roles and appositions', [
  ['after the name', `[1:Ana Ruiz, Peru's envoy to the bloc,] <1:said> {1:no}.`, { 1: 'Ana Ruiz' }],
  ['before the name', `[1:Peru's envoy to the bloc, Ana Ruiz,] <1:said> {1:no}.`, { 1: 'Ana Ruiz' }],
  [
    'later by the role alone',
    `Ana Ruiz, Peru's envoy to the bloc, arrived. {1:“No,”} [1:the envoy] <1:said>.`,
    { 1: 'Ana Ruiz' },
  ],
  [
    'at an organisation',
    `[1:Okafor at the Clean Rivers Trust] <1:said> {1:no}. [2:Okafor] <2:said> {2:yes}.`,
    { 1: 'Okafor', 2: 'Okafor' },
  ],
  [
    'its deputy director',
    `The Clean Rivers Trust sued. [1:Its deputy director for campaigns, Joe Shu,] <1:said> {1:no}.`,
    { 1: 'Joe Shu' },
  ],
  ['without a comma', `[1:Clean Rivers Trust chief strategist Guy Cassel] <1:said> {1:no}.`, { 1: 'Guy Cassel' }],
  [
    'two descriptions before it',
    `He was attacked by [1:front-runner and former secretary of state Hana Brandt] <1:over> {1:it}.`,
    { 1: 'Hana Brandt' },
  ],
  [
    'called',
    `[1:a rights group called Open Gates] <1:demanded> {1:it}. [2:Open Gates] <2:said> {2:so}.`,
    { 1: 'Open Gates', 2: 'Open Gates' },
  ],
  [
    'the Florida senator',
    `Sens. Ann Poole (Ky.) and Marc Rivas (Fla.) met. [1:The Florida senator] <1:said> {1:no}.`,
    { 1: 'Marc Rivas' },
  ],
])

run('pronouns', [
  [
    'she, by the page’s own Mrs',
    `[1:Mrs. Ida Hollis] <1:met> {1:Mr. Bram Pell}. {2:“No,”} [2:she] <2:said>. {3:“Yes,”} [3:he] <3:said>.`,
    { 1: 'Ida Hollis', 2: 'Ida Hollis', 3: 'Bram Pell' },
  ],
  ['by kin words', `Pell and his wife, Ida Hollis, came. {1:“No,”} [1:she] <1:said>.`, { 1: 'Ida Hollis' }],
  ['by spokeswoman', `A spokeswoman met Mr. Pell. {1:“No,”} [1:she] <1:said>.`, { 1: 'spokeswoman' }],
  [
    'no gender from a first name: the one just spoken of, whatever the name',
    `Maria Oduya opened the meeting. {1:“Welcome,”} [1:he] <1:said>.`,
    { 1: 'Maria Oduya' },
  ],
  [
    'the speaker, not the one spoken about',
    `[1:Ines Carro] <1:said> {1:that Petra Lind had lied}. [2:She] <2:added> {2:that it was late}.`,
    { 1: 'Ines Carro', 2: 'Ines Carro' },
  ],
  [
    'not the object of the same clause',
    `[1:Bo Carro] <1:met> {1:Per Lind}. {2:“He tries,”} [2:he] <2:said> of Per Lind.`,
    { 1: 'Bo Carro', 2: 'Bo Carro' },
  ],
  ['it, an organisation', `Ana Ruiz left the Clean Rivers Trust. [1:It] <1:said> {1:no}.`, { 1: 'Clean Rivers Trust' }],
  ['they, a group', `Ana Ruiz met some farmers. [1:They] <1:said> {1:no}.`, { 1: 'some farmers' }],
  ['they, two together', `Ana Ruiz and Bo Carro met. [1:They] <1:said> {1:no}.`, { 1: 'Ana Ruiz and Bo Carro' }],
  ['nobody to stand for', `[1:She] <1:said> {1:no}.`, { 1: null }],
  ['two as likely', `Ana Ruiz and Ida Hollis spoke. {1:“No,”} [1:she] <1:said>.`, { 1: null }],
  [
    'the nearest, after a quotation',
    `[1:Ana Ruiz] <1:said> {1:so}.
     [2:Ida Hollis] <2:was> {2:doubtful}. {3:“No,”} [3:she] <3:said>.`,
    { 1: 'Ana Ruiz', 2: 'Ida Hollis', 3: 'Ida Hollis' },
  ],
  ['who', `Bo Carro, [1:who] <1:opposes> {1:the bridge}, left.`, { 1: 'Bo Carro' }],
  [
    'who, after an apposition',
    `Bo Carro, a lawyer in Sellim [1:who] <1:opposes> {1:the bridge}, left.`,
    { 1: 'Bo Carro' },
  ],
  ['that', `The board buried a report [1:that] <1:said> {1:so}.`, { 1: 'report' }],
  ['no one', `[1:No one] <1:said> {1:so}.`, { 1: null }],
])

run('first person', [
  [
    'in a quotation, its speaker',
    `{1:“[2:I] <2:believe> {2:it is safe},”} [1:Ana Ruiz] <1:said>.`,
    { 1: 'Ana Ruiz', 2: 'Ana Ruiz' },
  ],
  [
    'we',
    `{1:“[2:We] <2:want> {2:it back},”} [1:the Clean Rivers Trust] <1:said>.`,
    { 1: 'Clean Rivers Trust', 2: 'Clean Rivers Trust' },
  ],
  ['in a quotation of somebody unknown', `{1:“[2:I] <2:believe> {2:it is safe}.”}`, { 1: null, 2: null }],
  [
    'outside, with a signature below',
    `[1:I] <1:believe> {1:it is safe}.
     Debby Lorne.
     Sellim.`,
    { 1: 'Debby Lorne' },
  ],
  ['outside, with none', `[1:I] <1:believe> {1:it is safe}. Nobody asked.`, { 1: null }],
])

run('whose words', [
  ['a name’s answer', `Bo Carro arrived. [1:Carro’s answer] <1:was> {1:no}.`, { 1: 'Bo Carro' }],
  ['only the owner', `Bo Carro arrived. [1:Carro’s] <1:answer was> {1:no}.`, { 1: 'Bo Carro' }],
  ['his words', `Bo Carro arrived. [1:His words] <1:were> {1:no}.`, { 1: 'Bo Carro' }],
  [
    'an office is another',
    `Bo Carro arrived. [1:Carro’s office] <1:said> {1:no}. [2:The office] <2:said> {2:yes}.`,
    { 1: 'Carro’s office', 2: 'Carro’s office' },
  ],
  ['and so is a lawyer', `Bo Carro arrived. [1:His lawyer] <1:said> {1:no}.`, { 1: 'lawyer' }],
])

run('organisations', [
  [
    'a short form in brackets',
    `[1:The Sellim Mothers’ Union (SMU)] <1:said> {1:no}. [2:SMU] <2:said> {2:yes}.`,
    { 1: 'Sellim Mothers’ Union', 2: 'Sellim Mothers’ Union' },
  ],
  [
    'initials never introduced',
    `[1:The Clean Rivers Trust] <1:said> {1:no}. [2:CRT] <2:said> {2:yes}.`,
    { 1: 'Clean Rivers Trust', 2: 'Clean Rivers Trust' },
  ],
  ['the union', `The Sellim Mothers’ Union met. [1:The union] <1:said> {1:no}.`, { 1: 'Sellim Mothers’ Union' }],
  [
    'the beginning of its name',
    `[1:The Clean Rivers Trust] <1:said> {1:no}. [2:Clean Rivers] <2:said> {2:yes}.`,
    { 1: 'Clean Rivers Trust', 2: 'Clean Rivers Trust' },
  ],
  [
    'the end of its name',
    `[1:The Sellim Post] <1:reported> {1:it}. {2:It is so}, <2:according to> [2:the Post].`,
    { 1: 'Sellim Post', 2: 'Sellim Post' },
  ],
  [
    'the ministry, again',
    `[1:The ministry] <1:said> {1:no}. Rain fell. [2:The ministry] <2:said> {2:yes}.`,
    { 1: 'ministry', 2: 'ministry' },
  ],
])

run('descriptions', [
  [
    'a post is not that of whoever was just spoken of, nor is somebody’s kin',
    `{1:“They took my brother,”} <1:said> [1:Bo Carro, a teacher].
     [2:The governor] <2:denied> {2:it}. [3:The widow] <3:said> {3:no}. [4:The teacher] <4:said> {4:yes}.`,
    { 1: 'Bo Carro', 2: 'governor', 3: 'widow', 4: 'Bo Carro' },
  ],
  [
    'a calling is that of whoever was just spoken of, unless that is somebody with another',
    `[1:Orla Venn] <1:said> {1:no}. [2:The lawyer] <2:said> {2:yes}.
     [3:Mayor Edda Voss] <3:said> {3:no}. [4:The nurse] <4:said> {4:yes}.`,
    { 1: 'Orla Venn', 2: 'Orla Venn', 3: 'Edda Voss', 4: 'nurse' },
  ],
  [
    'of something is not the one who is called so further on, unless that is of it too',
    `[1:The leader of the council] <1:denied> {1:it}. [2:The director of the museum] <2:said> {2:no}.
     [3:Opposition leader Bo Carro] <3:said> {3:yes}. [4:Ana Voss, director of the museum,] <4:added> {4:that}.`,
    { 1: 'leader of the council', 2: 'Ana Voss', 3: 'Bo Carro', 4: 'Ana Voss' },
  ],
  ['the 70-year-old', `Bo Carro, a farmer, waited. {1:“No,”} [1:the 70-year-old] <1:said>.`, { 1: 'Bo Carro' }],
  [
    'an indefinite one is new each time',
    `[1:A driver] <1:said> {1:no}. [2:A driver] <2:said> {2:yes}.`,
    { 1: 'driver', 2: 'driver' },
  ],
  ['a group', `[1:About 40 states] <1:said> {1:no}.`, { 1: 'About 40 states' }],
  ['rights groups', `[1:rights groups] <1:said> {1:no}.`, { 1: 'rights groups' }],
  [
    'what follows tells them apart',
    `[1:Voters] <1:said> {1:no}. [2:Voters in Marrow] <2:said> {2:yes}.`,
    { 1: 'Voters', 2: 'Voters in Marrow' },
  ],
  [
    'a report, and the report',
    `[1:A report] <1:found> {1:it}. [2:The report] <2:said> {2:so}.`,
    { 1: 'report', 2: 'report' },
  ],
])

run('together', [
  ['two names', `[1:Ana Ruiz and Bo Carro] <1:said> {1:no}.`, { 1: 'Ana Ruiz and Bo Carro' }],
  ['three names', `[1:Ruiz, Carro and Chair Ida Venn] <1:said> {1:no}.`, { 1: 'Ruiz, Carro and Chair Ida Venn' }],
  ['a name and others', `Bo Carro came. [1:Carro and others] <1:said> {1:no}.`, { 1: 'Carro and others' }],
  ['both men', `Ana Ruiz and Bo Carro met. [1:Both men] <1:said> {1:no}.`, { 1: 'Ana Ruiz and Bo Carro' }],
  ['a name with two roles is one', `[1:Ana Ruiz, the mayor and chair,] <1:said> {1:no}.`, { 1: 'Ana Ruiz' }],
])

run('who wrote the page', [
  [
    'a note at the end tells who says “I”',
    `[1:I] <1:believe> {1:the pact is dead}. The council met twice.
     Few came. [2:I] <2:know> {2:why}.
     Ana Roe is a harbour pilot in Marrow and a member of the guild.`,
    { 1: 'Ana Roe', 2: 'Ana Roe' },
  ],
  [
    'without one nobody does',
    `[1:I] <1:believe> {1:the pact is dead}. The council met twice.
     The council is a body of nine.`,
    { 1: null },
  ],
])

// Written by training/lexicon/cue-counts.mjs. Do not edit.

/**
 * A line a word: the word in lower case, its class, in how many of its uses it was part of a cue, and the same by what
 * follows it ("that", an opening quotation mark, "to", anything else). Counted on PolNeAR train.
 */
export const CUE_COUNTS = `
said verb 4476/4849 that 215/236 quote 211/225 to 18/21 other 4032/4367
has verb 748/3537 that 0/1 quote 0/25 to 6/55 other 742/3456
is verb 504/5866 that 9/165 quote 4/91 to 6/96 other 485/5514
says verb 434/503 that 23/26 quote 19/21 to 5/7 other 387/449
told verb 409/486 that 2/5 quote 2/3 to 1/5 other 404/473
according verb 398/429 to 398/429
have verb 383/2872 that 0/5 quote 0/7 to 6/268 other 377/2592
was verb 346/3413 that 7/24 quote 1/106 to 3/34 other 335/3249
say verb 297/612 that 35/75 quote 12/13 to 1/6 other 249/518
wrote verb 249/279 that 10/11 quote 21/23 to 7/10 other 211/235
are verb 245/2531 that 0/3 quote 0/44 to 0/12 other 245/2472
asked verb 238/317 quote 7/7 to 11/16 other 220/294
called verb 234/386 that 3/3 quote 18/34 to 2/7 other 211/342
saying verb 232/344 that 42/57 quote 45/51 to 0/4 other 145/232
added verb 219/263 that 45/47 quote 58/62 to 2/11 other 114/143
been verb 157/1360 that 2/3 quote 0/13 to 0/8 other 155/1336
had verb 152/1464 that 0/2 quote 0/41 to 5/65 other 147/1356
reported verb 143/192 that 19/21 quote 4/4 to 2/2 other 118/165
noted verb 118/122 that 61/63 quote 3/3 other 54/56
were verb 112/1146 quote 0/30 to 0/25 other 112/1091
announced verb 111/133 that 17/20 quote 0/1 other 94/112
suggested verb 103/119 that 56/61 quote 2/2 to 1/1 other 44/55
did verb 100/572 that 0/3 quote 0/4 to 0/9 other 100/556
would verb 100/1760 that 0/2 quote 0/32 other 100/1726
statement noun 98/245 that 11/17 quote 7/11 to 1/6 other 79/211
be verb 95/2711 that 0/8 quote 1/49 to 0/22 other 94/2632
calling verb 93/138 quote 0/1 to 1/1 other 92/136
support noun 93/492 that 0/2 to 6/21 other 87/469
will verb 92/1681 that 0/1 quote 0/7 to 0/1 other 92/1672
's verb 91/2383 that 0/6 quote 0/18 to 1/5 other 90/2354
expected verb 91/129 that 0/1 to 77/93 other 14/35
made verb 84/530 that 1/5 quote 0/2 to 1/12 other 82/511
argued verb 81/91 that 46/47 to 1/2 other 34/42
show verb 72/171 that 19/40 quote 0/3 other 53/128
tweeted verb 72/83 that 8/13 quote 12/12 other 52/58
continued verb 71/112 that 1/1 quote 16/17 to 17/28 other 37/66
found verb 71/173 that 31/38 quote 2/2 to 0/1 other 38/132
endorsed verb 70/99 that 1/1 other 69/98
showed verb 69/113 that 18/20 quote 0/1 to 0/1 other 51/91
declined verb 68/88 to 60/70 other 8/18
seemed verb 67/104 quote 0/1 to 42/55 other 25/48
described verb 66/81 to 1/1 other 65/80
known verb 65/128 that 0/3 quote 1/1 to 7/13 other 57/111
accused verb 64/87 other 64/87
criticized verb 64/80 other 64/80
shows verb 64/96 that 10/16 quote 0/2 to 2/3 other 52/75
adding verb 60/83 that 34/35 quote 20/21 to 0/10 other 6/17
think verb 60/633 that 7/85 quote 1/2 other 52/546
see verb 58/348 that 1/16 quote 0/2 other 57/330
want verb 55/420 that 0/4 quote 0/1 to 32/248 other 23/167
declared verb 52/69 that 11/12 quote 3/3 other 38/54
responded verb 52/78 that 4/4 quote 8/9 to 10/20 other 30/45
believe verb 49/223 that 9/47 to 0/1 other 40/175
telling verb 49/90 to 1/1 other 48/89
explained verb 48/57 that 5/7 quote 1/1 to 1/2 other 41/47
acknowledged verb 47/55 that 20/21 quote 1/1 to 1/1 other 25/32
appeared verb 47/101 that 1/1 to 32/53 other 14/47
criticism noun 47/117 that 2/4 other 45/113
released verb 47/168 to 0/2 other 47/166
expressed verb 44/54 other 44/54
seems verb 44/90 that 0/1 to 18/40 other 26/49
talking verb 44/116 to 4/17 other 40/99
went verb 44/193 quote 0/1 to 1/42 other 43/150
agreed verb 43/69 that 10/10 quote 1/1 to 19/32 other 13/26
interview noun 43/276 that 5/14 to 0/1 other 38/261
know verb 43/402 that 6/48 quote 0/1 other 37/353
questions noun 43/184 that 0/6 to 0/6 other 43/172
referring verb 43/62 to 42/58 other 1/4
offered verb 42/75 quote 1/1 to 5/9 other 36/65
pointed verb 42/51 that 1/1 to 18/23 other 23/27
seen verb 42/175 that 1/3 quote 0/1 to 0/1 other 41/170
supported verb 42/91 other 42/91
appears verb 40/72 that 2/4 to 28/53 other 10/15
calls verb 40/66 quote 5/7 to 0/1 other 35/58
claimed verb 40/47 that 13/14 to 2/3 other 25/30
sought verb 40/79 to 31/54 other 9/25
spoke verb 40/116 to 5/19 other 35/97
urged verb 40/45 that 1/1 other 39/44
cited verb 38/45 that 1/1 quote 2/2 other 35/42
refused verb 38/54 to 36/48 other 2/6
warned verb 38/43 that 10/10 quote 3/3 other 25/30
attacks noun 37/321 that 1/14 quote 0/1 to 0/6 other 36/300
campaign noun 37/1814 that 1/20 quote 1/6 to 3/33 other 32/1755
revealed verb 37/53 that 10/11 to 0/2 other 27/40
support verb 37/246 to 0/1 other 37/245
proposed verb 36/75 that 2/2 to 1/2 other 33/71
question noun 36/226 that 0/8 quote 0/1 to 2/3 other 34/214
supporting verb 36/115 other 36/115
voted verb 36/112 that 0/1 quote 0/1 to 5/7 other 31/103
concluded verb 35/48 that 9/15 quote 4/4 other 22/29
could verb 35/809 that 0/1 quote 0/3 to 0/1 other 35/804
defended verb 35/38 other 35/38
don't verb 35/502 other 35/502
noting verb 35/37 that 24/24 other 11/13
tuesday noun 35/606 that 6/30 quote 1/1 to 4/11 other 24/564
wants verb 35/145 that 0/1 quote 0/2 to 19/100 other 16/42
opposed verb 34/71 to 2/22 other 32/49
pledged verb 34/112 that 3/3 quote 1/1 to 23/46 other 7/62
praised verb 34/39 other 34/39
promised verb 34/43 that 3/3 to 21/26 other 10/14
vowed verb 34/36 that 1/1 quote 1/1 to 25/27 other 7/7
recalled verb 33/36 that 4/4 quote 1/1 other 28/31
stated verb 33/41 that 10/11 quote 4/4 other 19/26
suggesting verb 32/44 that 21/24 quote 1/1 other 10/19
tells verb 32/43 other 32/43
arguing verb 31/37 that 22/24 quote 1/1 other 8/12
asking verb 31/54 that 1/1 quote 2/3 to 1/1 other 27/49
insisted verb 31/36 that 15/16 quote 1/1 to 1/1 other 14/18
looking verb 31/126 to 12/24 other 19/102
questioned verb 31/36 that 1/1 other 30/35
seeking verb 31/85 quote 1/3 to 15/31 other 15/51
call verb 30/95 that 1/2 quote 0/1 to 0/1 other 29/91
citing verb 30/33 quote 3/3 other 27/30
rejected verb 30/36 that 2/2 other 28/34
attacked verb 29/51 other 29/51
issued verb 29/59 to 0/1 other 29/58
posted verb 29/56 quote 3/3 to 0/2 other 26/51
week noun 29/537 that 4/29 quote 0/2 to 4/13 other 21/493
can verb 28/790 quote 0/4 to 0/11 other 28/775
debate noun 28/486 that 5/19 quote 0/2 to 1/2 other 22/463
argue verb 27/36 that 20/25 other 7/11
didn't verb 27/218 quote 0/1 other 27/217
discuss verb 27/52 that 0/1 other 27/51
doesn't verb 27/243 quote 0/1 other 27/242
message noun 27/191 that 0/18 quote 3/3 to 3/22 other 21/148
put verb 27/250 to 1/6 other 26/244
suggest verb 27/42 that 11/16 to 0/1 other 16/25
talked verb 27/48 to 1/7 other 26/41
attention noun 26/133 that 0/2 to 14/44 other 12/87
call noun 26/125 that 1/2 to 7/16 other 18/107
considered verb 26/67 quote 0/1 other 26/66
denied verb 26/41 that 8/8 to 1/1 other 17/32
does verb 26/254 that 0/11 to 0/2 other 26/241
mentioned verb 26/42 that 0/2 other 26/40
named verb 26/52 quote 3/4 other 23/48
replied verb 26/31 that 1/1 quote 9/9 to 0/3 other 16/18
thinks verb 26/69 that 4/11 quote 0/1 other 22/57
cast verb 25/87 to 0/1 other 25/86
decided verb 25/74 that 0/2 to 13/32 other 12/40
respond verb 25/70 to 24/58 other 1/12
showing verb 25/69 that 8/15 quote 0/2 other 17/52
writes verb 25/32 that 3/3 quote 1/1 to 1/1 other 20/27
hoping verb 24/35 that 1/1 to 12/18 other 11/16
indicated verb 24/30 that 13/15 other 11/15
may verb 24/379 other 24/379
took verb 24/200 to 1/14 other 23/186
wanted verb 24/94 quote 0/2 to 17/64 other 7/28
wednesday noun 24/237 that 3/19 quote 0/1 to 0/13 other 21/204
blasted verb 23/24 other 23/24
endorse verb 23/73 other 23/73
focused verb 23/84 other 23/84
thursday noun 23/268 that 3/12 to 0/3 other 20/253
backed verb 22/58 that 0/1 other 22/57
believes verb 22/70 that 6/15 quote 0/3 to 1/1 other 15/51
case noun 22/247 that 4/18 quote 1/1 to 9/20 other 8/208
confirmed verb 22/36 that 7/7 other 15/29
denounced verb 22/26 other 22/26
dismissed verb 22/28 that 1/1 other 21/27
endorsement noun 22/98 quote 0/3 to 0/1 other 22/94
friday noun 22/189 that 7/16 quote 0/1 to 3/6 other 12/166
make verb 22/553 that 0/10 quote 0/5 to 0/2 other 22/536
passed verb 22/65 quote 1/2 other 21/63
predicted verb 22/29 that 5/6 quote 1/1 other 16/22
pushed verb 22/49 to 2/2 other 20/47
suggests verb 22/33 that 11/15 to 0/1 other 11/17
sunday noun 22/188 that 5/13 quote 0/1 to 1/4 other 16/170
twitter noun 22/258 that 5/7 quote 2/6 to 3/8 other 12/237
vote verb 22/248 to 1/5 other 21/243
feel verb 21/114 that 2/13 quote 0/2 to 0/1 other 19/98
gave verb 21/126 quote 0/1 to 0/5 other 21/120
might verb 21/247 quote 0/1 other 21/246
shown verb 21/50 that 0/2 to 2/2 other 19/46
signed verb 21/66 other 21/66
speech noun 21/276 that 0/11 to 5/24 other 16/241
tell verb 21/101 other 21/101
used verb 21/203 that 0/1 quote 0/1 to 2/63 other 19/138
began verb 20/139 that 0/1 to 3/18 other 17/120
charged verb 20/43 that 4/5 other 16/38
decision noun 20/174 that 1/4 to 8/51 other 11/119
hopes verb 20/29 that 3/3 quote 0/1 to 9/10 other 8/15
like verb 20/115 that 0/4 quote 0/1 to 13/43 other 7/67
monday noun 20/307 that 1/12 quote 0/2 to 0/4 other 19/289
opposition noun 20/85 to 14/42 other 6/43
plans verb 20/52 to 19/47 other 1/5
pointing verb 20/33 to 9/15 other 11/18
seem verb 20/58 to 12/33 other 8/25
sent verb 20/123 quote 0/1 to 0/21 other 20/101
supporters noun 20/398 that 0/9 quote 1/3 to 0/13 other 19/373
trying verb 20/208 to 19/198 other 1/10
admitted verb 19/31 that 6/8 quote 2/2 to 2/5 other 9/16
ask verb 19/87 that 1/1 to 0/1 other 18/85
blamed verb 19/23 other 19/23
come verb 19/297 to 3/51 other 16/246
concern noun 19/59 that 8/12 to 0/2 other 11/45
mention verb 19/30 that 2/2 other 17/28
offer verb 19/58 quote 1/3 to 0/1 other 18/54
thought verb 19/108 that 3/6 to 1/5 other 15/97
time noun 19/768 that 3/21 quote 0/1 to 1/61 other 15/685
claiming verb 18/34 that 5/9 other 13/25
concerns noun 18/85 that 1/8 to 0/2 other 17/75
learned verb 18/45 that 7/11 other 11/34
month noun 18/248 that 3/13 quote 1/1 to 3/14 other 11/220
ordered verb 18/21 that 4/4 to 1/1 other 13/16
raised verb 18/117 that 1/1 to 0/3 other 17/113
sees verb 18/42 that 1/1 quote 1/2 other 16/39
view noun 18/79 that 0/2 other 18/77
appear verb 17/68 that 0/1 to 11/19 other 6/48
assured verb 17/24 that 0/2 to 0/1 other 17/21
calls noun 17/53 that 0/1 to 3/10 other 14/42
claim noun 17/55 that 8/21 to 2/6 other 7/28
complained verb 17/21 that 7/9 to 3/3 other 7/9
criticizing verb 17/26 other 17/26
hope verb 17/62 that 1/9 to 3/12 other 13/41
hoped verb 17/33 that 4/8 to 8/12 other 5/13
making verb 17/183 that 0/1 quote 0/1 to 0/1 other 17/180
referred verb 17/28 to 16/26 other 1/2
agree verb 16/61 that 6/11 to 0/5 other 10/45
attack noun 16/220 that 2/7 quote 1/2 to 1/3 other 12/208
describing verb 16/18 other 16/18
echoed verb 16/21 that 2/2 quote 1/1 other 13/18
email noun 16/315 that 1/2 quote 2/2 to 4/11 other 9/300
expect verb 16/53 that 1/4 to 3/14 other 12/35
insist verb 16/21 that 6/6 other 10/15
look verb 16/179 to 2/7 other 14/172
news noun 16/565 that 1/16 quote 0/3 to 1/3 other 14/543
night noun 16/347 that 4/9 quote 0/3 to 0/4 other 12/331
oppose verb 16/40 that 0/1 quote 0/1 other 16/38
point noun 16/217 that 3/8 quote 0/1 to 3/10 other 10/198
pushing verb 16/43 to 1/2 other 15/41
reiterated verb 16/17 that 4/4 quote 1/1 to 1/1 other 10/11
response noun 16/140 quote 1/1 to 10/68 other 5/71
saturday noun 16/192 that 4/10 to 2/10 other 10/172
shared verb 16/40 quote 0/1 other 16/39
worried verb 16/33 that 5/7 other 11/26
year noun 16/577 that 1/14 to 2/12 other 13/551
're verb 15/612 to 0/1 other 15/611
discussed verb 15/25 that 0/1 other 15/24
do verb 15/810 that 1/47 quote 0/3 to 0/15 other 14/745
finds verb 15/24 that 3/6 other 12/18
interest noun 15/124 that 0/1 to 2/7 other 13/116
knows verb 15/61 that 2/14 other 13/47
plan noun 15/192 that 0/2 quote 0/1 to 13/45 other 2/144
point verb 15/27 to 5/7 other 10/20
provided verb 15/70 to 1/5 other 14/65
read verb 15/62 quote 3/7 other 12/55
saw verb 15/83 that 2/4 other 13/79
tried verb 15/88 that 0/1 to 13/66 other 2/21
acknowledge verb 14/25 that 7/11 other 7/14
claim verb 14/33 that 1/1 to 3/5 other 10/27
comments noun 14/186 that 0/6 quote 0/3 to 0/8 other 14/169
explaining verb 14/19 that 3/3 quote 1/1 to 0/1 other 10/14
facebook noun 14/121 quote 0/1 to 0/2 other 14/118
fear verb 14/27 that 3/3 quote 1/1 other 10/23
filed verb 14/56 other 14/56
identified verb 14/32 other 14/32
mocked verb 14/20 quote 0/1 other 14/19
notes verb 14/14 that 7/7 quote 1/1 other 6/6
offering verb 14/36 quote 1/1 to 1/1 other 12/34
plans noun 14/112 that 0/1 quote 0/1 to 9/44 other 5/66
questioning verb 14/24 other 14/24
reportedly other 14/28 other 14/28
should verb 14/516 quote 0/8 other 14/508
supports verb 14/48 quote 1/2 other 13/46
taken verb 14/121 to 3/7 other 11/114
talk verb 14/65 to 0/12 other 14/53
urging verb 14/26 quote 0/1 other 14/25
've verb 13/312 other 13/312
address verb 13/55 quote 0/1 other 13/54
attacking verb 13/53 other 13/53
backing noun 13/42 other 13/42
claims verb 13/20 that 2/4 quote 1/1 to 1/2 other 9/13
delivered verb 13/52 to 0/2 other 13/50
explain verb 13/33 that 1/1 to 2/4 other 10/28
favor noun 13/51 to 0/2 other 13/49
fired verb 13/48 other 13/48
idea noun 13/129 that 7/35 quote 0/1 to 0/4 other 6/89
issue noun 13/281 that 0/16 quote 0/1 to 0/4 other 13/260
letter noun 13/65 to 4/15 other 9/50
points verb 13/14 to 6/7 other 7/7
promising verb 13/16 to 8/10 other 5/6
recalling verb 13/16 that 1/1 quote 1/1 other 11/14
spent verb 13/126 to 0/1 other 13/125
started verb 13/104 to 0/8 other 13/96
supporter noun 13/77 other 13/77
turned verb 13/127 to 4/10 other 9/117
tweeting verb 13/19 that 1/2 other 12/17
announcing verb 12/18 that 2/3 other 10/15
aren't verb 12/62 that 0/2 quote 0/1 other 12/59
asserted verb 12/13 that 10/10 to 1/1 other 1/2
being verb 12/412 that 0/2 quote 0/9 other 12/401
challenged verb 12/24 other 12/24
condemned verb 12/13 quote 1/1 other 11/12
declaring verb 12/18 that 5/5 other 7/13
deemed verb 12/20 quote 0/2 other 12/18
defend verb 12/56 that 0/1 other 12/55
denouncing verb 12/17 other 12/17
focus noun 12/77 to 2/4 other 10/73
focus verb 12/65 other 12/65
hopes noun 12/29 that 3/3 to 1/1 other 8/25
listed verb 12/20 other 12/20
must verb 12/150 quote 0/1 other 12/149
nominated verb 12/24 to 1/2 other 11/22
published verb 12/49 quote 2/2 other 10/47
remember verb 12/46 that 1/9 other 11/37
repeated verb 12/31 that 1/1 to 0/1 other 11/29
reports verb 12/20 that 4/6 to 1/3 other 7/11
seeks verb 12/20 quote 1/1 to 6/12 other 5/7
stating verb 12/13 that 6/7 quote 1/1 other 5/5
take verb 12/339 that 0/7 quote 0/1 to 0/9 other 12/322
words noun 12/119 that 0/3 quote 1/8 to 1/3 other 10/105
writing verb 12/29 that 1/1 quote 3/4 other 8/24
aimed verb 11/38 to 2/2 other 9/36
argues verb 11/12 that 8/8 other 3/4
assertion noun 11/18 that 6/11 other 5/7
backing verb 11/27 other 11/27
comment verb 11/42 other 11/42
compared verb 11/81 to 0/23 other 11/58
conceded verb 11/12 that 4/4 other 7/8
consider verb 11/67 that 0/3 quote 0/1 to 0/1 other 11/62
continue verb 11/120 quote 0/2 to 9/69 other 2/49
defending verb 11/25 that 0/1 other 11/24
doubt noun 11/31 that 5/9 other 6/22
felt verb 11/52 that 0/2 quote 0/1 other 11/49
hasn't verb 11/80 other 11/80
held verb 11/165 to 0/3 other 11/162
included verb 11/75 quote 0/1 other 11/74
joked verb 11/12 that 3/3 quote 2/2 to 1/1 other 5/6
knew verb 11/47 that 0/4 to 0/1 other 11/42
makes verb 11/117 that 1/1 other 10/116
mention noun 11/21 other 11/21
portrayed verb 11/16 other 11/16
promise noun 11/42 that 1/1 to 7/15 other 3/26
proposal noun 11/78 that 0/5 quote 1/1 to 6/25 other 4/47
reminded verb 11/14 other 11/14
report noun 11/162 that 1/7 quote 0/5 to 0/1 other 10/149
sounded verb 11/15 other 11/15
stressed verb 11/13 that 3/3 other 8/10
views noun 11/87 that 0/2 other 11/85
voiced verb 11/15 other 11/15
accusing verb 10/14 other 10/14
acknowledging verb 10/13 that 8/9 to 1/1 other 1/3
advice noun 10/48 that 0/2 to 1/3 other 9/43
argument noun 10/64 that 2/8 to 0/1 other 8/55
asks verb 10/15 quote 1/1 other 9/14
boasted verb 10/13 that 3/3 to 1/1 other 6/9
continues verb 10/67 that 1/1 quote 4/4 to 5/54 other 0/8
court noun 10/327 that 1/1 quote 0/2 to 1/7 other 8/317
decried verb 10/10 that 1/1 other 9/9
describes verb 10/12 other 10/12
discussing verb 10/20 other 10/20
drew verb 10/43 to 0/1 other 10/42
encouraged verb 10/17 other 10/17
expecting verb 10/16 to 3/6 other 7/10
favored verb 10/28 to 1/3 other 9/25
highlighted verb 10/16 other 10/16
intended verb 10/34 that 0/2 to 4/22 other 6/10
laid verb 10/26 to 0/1 other 10/25
need verb 10/275 to 6/134 other 4/141
note verb 10/15 that 6/7 to 0/1 other 4/7
notes noun 10/19 that 1/1 quote 1/1 to 0/1 other 8/16
praise noun 10/18 other 10/18
prefer verb 10/24 that 0/1 to 2/3 other 8/20
press noun 10/165 that 0/1 to 0/2 other 10/162
pressed verb 10/22 to 0/1 other 10/21
promises verb 10/15 that 1/1 to 6/10 other 3/4
railed verb 10/11 other 10/11
requested verb 10/22 that 0/1 other 10/21
set verb 10/136 to 4/34 other 6/102
slammed verb 10/14 other 10/14
speak verb 10/102 to 0/14 other 10/88
suggestion noun 10/22 that 7/12 to 0/1 other 3/9
taking verb 10/143 that 0/1 quote 0/2 to 1/2 other 9/138
touted verb 10/11 other 10/11
viewed verb 10/32 other 10/32
way noun 10/464 that 0/30 quote 2/3 to 4/116 other 4/315
worry verb 10/27 that 2/6 other 8/21
'll verb 9/197 quote 0/1 other 9/196
accuses verb 9/12 other 9/12
adds verb 9/16 that 3/3 quote 1/1 to 0/1 other 5/11
allegations noun 9/32 that 2/5 other 7/27
allowed verb 9/52 that 2/2 to 3/19 other 4/31
announcement noun 9/49 that 0/1 quote 0/1 to 1/1 other 8/46
become verb 9/217 quote 0/1 other 9/216
blame verb 9/24 other 9/24
came verb 9/221 to 0/36 other 9/185
concerned verb 9/30 that 3/5 to 0/1 other 6/24
delivering verb 9/23 other 9/23
describe verb 9/26 other 9/26
emailed verb 9/15 to 0/2 other 9/13
emphasized verb 9/11 that 3/5 quote 1/1 other 5/5
estimated verb 9/23 that 6/6 to 0/1 other 3/16
hope noun 9/44 that 2/7 to 0/1 other 7/36
includes verb 9/72 other 9/72
isn't verb 9/127 that 0/4 other 9/123
launched verb 9/38 to 0/1 other 9/37
look noun 9/52 that 0/1 to 0/1 other 9/50
planning verb 9/25 to 7/20 other 2/5
pleaded verb 9/12 to 1/1 other 8/11
post noun 9/215 that 1/5 quote 1/4 other 7/206
projected verb 9/16 that 1/1 to 2/3 other 6/12
provide verb 9/82 that 0/1 other 9/81
reads verb 9/12 quote 4/5 other 5/7
recognize verb 9/38 that 5/13 other 4/25
refusing verb 9/15 to 9/15
remarked verb 9/9 that 2/2 quote 1/1 other 6/6
remarks noun 9/120 that 1/4 quote 0/2 to 0/2 other 8/112
reports noun 9/67 that 1/8 quote 0/1 to 0/1 other 8/57
statements noun 9/80 that 1/6 quote 0/1 to 0/2 other 8/71
strategy noun 9/146 that 1/4 quote 0/1 to 2/14 other 6/127
talks verb 9/19 to 0/5 other 9/14
thanked verb 9/12 other 9/12
threatened verb 9/20 to 8/14 other 1/6
titled verb 9/15 quote 6/11 other 3/4
tweet noun 9/297 that 2/3 other 7/294
view verb 9/29 other 9/29
vows verb 9/10 that 1/1 to 6/7 other 2/2
written verb 9/36 quote 0/1 other 9/35
'd verb 8/141 quote 0/1 other 8/140
addressed verb 8/25 to 0/2 other 8/23
adopted verb 8/33 that 1/1 other 7/32
angered verb 8/11 that 1/1 other 7/10
announce verb 8/15 that 0/1 quote 1/1 other 7/13
answer noun 8/57 that 0/1 to 2/15 other 6/41
answered verb 8/19 quote 1/1 other 7/18
approved verb 8/18 other 8/18
chants noun 8/10 to 1/1 other 7/9
claims noun 8/44 that 4/6 other 4/38
complaints noun 8/15 that 7/7 other 1/8
considering verb 8/25 other 8/25
convince verb 8/19 other 8/19
defense noun 8/95 to 0/1 other 8/94
determined verb 8/31 that 2/5 to 3/11 other 3/15
disclosed verb 8/16 to 1/1 other 7/15
doubts noun 8/17 that 1/1 other 7/16
embraced verb 8/21 other 8/21
endorsing verb 8/21 other 8/21
failed verb 8/89 to 6/43 other 2/46
favor verb 8/22 other 8/22
goes verb 8/72 quote 0/2 to 0/11 other 8/59
highlighting verb 8/17 other 8/17
hit verb 8/62 other 8/62
identify verb 8/34 other 8/34
ignored verb 8/28 quote 1/1 other 7/27
indicate verb 8/12 that 4/5 other 4/7
introduced verb 8/33 to 0/4 other 8/29
lamented verb 8/8 that 2/2 other 6/6
looks verb 8/36 that 0/1 to 2/6 other 6/29
media noun 8/310 that 1/4 to 2/6 other 5/300
morning noun 8/134 that 2/3 to 0/2 other 6/129
nothing noun 8/112 that 0/5 to 1/23 other 7/84
opened verb 8/40 other 8/40
opinion noun 8/63 that 0/1 to 0/1 other 8/61
policy noun 8/383 that 0/5 quote 0/1 to 0/6 other 8/371
predicting verb 8/11 that 3/3 other 5/8
promises noun 8/29 that 0/1 to 4/6 other 4/22
promote verb 8/19 quote 1/1 other 7/18
proposing verb 8/16 that 1/1 to 1/2 other 6/13
question verb 8/16 other 8/16
reason noun 8/98 that 0/3 to 6/20 other 2/75
repeating verb 8/12 other 8/12
ruled verb 8/16 that 3/5 other 5/11
sense noun 8/84 that 3/10 to 0/6 other 5/68
shot verb 8/39 to 0/2 other 8/37
shouted verb 8/11 that 0/1 quote 3/4 other 5/6
show noun 8/131 that 0/2 quote 0/9 to 1/1 other 7/119
sign noun 8/66 that 3/9 other 5/57
signaled verb 8/10 that 3/3 other 5/7
signs noun 8/45 that 0/5 to 0/2 other 8/38
story noun 8/129 that 0/4 to 0/2 other 8/123
understand verb 8/94 that 0/21 other 8/73
using verb 8/125 that 0/1 quote 1/2 to 1/3 other 6/119
votes noun 8/182 that 0/2 to 1/9 other 7/171
warning noun 8/20 that 4/4 to 0/1 other 4/15
wouldn't verb 8/77 that 0/1 quote 0/1 other 8/75
accusations noun 7/32 that 2/11 other 5/21
address noun 7/85 that 1/1 quote 0/1 to 1/7 other 5/76
ads noun 7/88 that 1/4 other 6/84
alleged verb 7/11 that 4/4 quote 0/1 other 3/6
alleging verb 7/14 that 5/8 other 2/6
applauded verb 7/14 other 7/14
assailed verb 7/7 other 7/7
became verb 7/120 quote 0/2 to 0/1 other 7/117
cautioned verb 7/8 that 2/2 quote 1/1 other 4/5
chanted verb 7/9 quote 5/6 other 2/3
cites verb 7/8 other 7/8
comment noun 7/79 that 1/4 quote 0/1 to 0/2 other 6/72
conference noun 7/136 that 1/5 quote 1/2 other 5/129
confidence noun 7/32 that 4/9 other 3/23
convinced verb 7/10 that 4/7 other 3/3
criticize verb 7/15 other 7/15
decide verb 7/46 that 0/1 to 2/7 other 5/38
declare verb 7/12 that 1/1 other 6/11
effort noun 7/138 to 7/68 other 0/70
encourage verb 7/20 other 7/20
endorsements noun 7/47 other 7/47
endorses verb 7/10 other 7/10
express verb 7/13 that 0/1 other 7/12
fears noun 7/27 that 2/3 other 5/24
find verb 7/146 that 0/4 quote 0/1 to 0/1 other 7/140
goal noun 7/53 that 0/1 to 0/2 other 7/50
hints noun 7/10 that 1/2 other 6/8
hired verb 7/28 to 0/2 other 7/26
insisting verb 7/7 that 5/5 to 1/1 other 1/1
insists verb 7/8 that 4/5 other 3/3
looked verb 7/55 to 3/4 other 4/51
mind noun 7/54 that 0/3 to 0/2 other 7/49
note noun 7/40 that 1/2 to 1/3 other 5/35
persuade verb 7/21 other 7/21
portray verb 7/9 quote 1/1 other 6/8
position noun 7/137 that 0/7 quote 0/1 to 0/12 other 7/117
praises verb 7/8 other 7/8
preferred verb 7/12 other 7/12
presented verb 7/16 other 7/16
quoted verb 7/12 other 7/12
rally noun 7/175 that 0/3 to 0/3 other 7/169
rattled verb 7/17 other 7/17
recognized verb 7/22 that 2/2 quote 0/1 other 5/19
recommended verb 7/13 that 2/2 to 1/1 other 4/10
reference noun 7/22 to 7/17 other 0/5
referenced verb 7/7 other 7/7
refuses verb 7/9 to 7/9
release noun 7/74 other 7/74
remain verb 7/78 that 0/1 to 0/2 other 7/75
remembered verb 7/11 other 7/11
required verb 7/42 to 4/13 other 3/29
retweeted verb 7/9 other 7/9
self-described other 7/18 quote 1/3 other 6/15
speaking verb 7/95 to 1/23 other 6/72
speculation noun 7/21 that 2/2 other 5/19
stance noun 7/40 that 0/1 other 7/39
stories noun 7/50 that 0/7 quote 1/1 other 6/42
takes verb 7/95 to 0/6 other 7/89
talk noun 7/60 that 0/1 quote 0/1 to 0/4 other 7/54
times noun 7/260 that 0/10 quote 1/1 to 1/5 other 5/244
touting verb 7/8 other 7/8
try verb 7/108 to 6/91 other 1/17
voice noun 7/74 that 0/2 to 0/10 other 7/62
warning verb 7/9 that 4/5 other 3/4
welcomed verb 7/19 quote 1/1 other 6/18
wonder verb 7/17 other 7/17
word noun 7/46 that 0/1 quote 1/2 to 1/3 other 5/40
accept verb 6/47 that 0/1 quote 0/1 other 6/45
ad noun 6/100 that 1/2 quote 0/2 other 5/96
admits verb 6/7 that 2/2 to 1/1 other 3/4
advocate verb 6/12 other 6/12
allows verb 6/32 other 6/32
am verb 6/125 quote 0/1 other 6/124
answer verb 6/29 other 6/29
apologized verb 6/15 quote 0/1 to 1/2 other 5/12
appointed verb 6/20 to 1/5 other 5/15
assumption noun 6/9 that 3/5 other 3/4
attributed verb 6/15 to 3/10 other 3/5
back verb 6/38 other 6/38
bemoaned verb 6/6 that 1/1 other 5/5
can't verb 6/179 other 6/179
cannot verb 6/89 other 6/89
care verb 6/46 other 6/46
celebrated verb 6/18 other 6/18
championed verb 6/12 other 6/12
cnn noun 6/176 that 0/8 quote 1/4 to 0/2 other 5/162
column noun 6/29 that 1/1 to 1/1 other 4/27
consensus noun 6/23 that 2/5 other 4/18
conversation noun 6/62 that 0/1 to 0/1 other 6/60
demands verb 6/6 other 6/6
designed verb 6/28 to 6/24 other 0/4
details noun 6/40 to 0/1 other 6/39
determine verb 6/47 that 0/2 other 6/45
discussion noun 6/44 to 0/1 other 6/43
dismissing verb 6/7 other 6/7
divided verb 6/43 other 6/43
drawn verb 6/32 that 1/1 to 0/6 other 5/25
embrace verb 6/38 that 1/1 other 5/37
evidence noun 6/99 that 4/31 to 1/7 other 1/61
exposed verb 6/22 to 0/2 other 6/20
follows verb 6/21 quote 2/2 other 4/19
got verb 6/262 that 0/3 to 0/68 other 6/191
growing verb 6/93 that 0/1 other 6/92
having verb 6/157 that 0/1 quote 0/4 to 0/15 other 6/137
implied verb 6/10 that 3/5 other 3/5
invoked verb 6/9 other 6/9
lawsuit noun 6/59 that 0/2 to 0/1 other 6/56
likened verb 6/9 to 2/3 other 4/6
line noun 6/139 that 2/6 quote 1/7 to 0/5 other 3/121
mean verb 6/79 that 1/6 other 5/73
meant verb 6/52 that 1/9 to 5/16 other 0/27
mentioning verb 6/7 other 6/7
notion noun 6/34 that 4/22 other 2/12
offers verb 6/23 other 6/23
opposes verb 6/18 quote 1/2 other 5/16
picked verb 6/33 to 0/1 other 6/32
planned verb 6/44 to 4/23 other 2/21
played verb 6/58 to 0/1 other 6/57
pledge noun 6/27 that 1/2 to 4/11 other 1/14
pledging verb 6/7 that 1/1 to 4/5 other 1/1
positions noun 6/70 that 1/9 other 5/61
praising verb 6/8 quote 1/1 other 5/7
predict verb 6/15 that 1/1 other 5/14
proposals noun 6/52 that 0/2 to 2/6 other 4/44
push verb 6/44 to 1/1 other 5/43
puts verb 6/27 other 6/27
received verb 6/105 quote 0/1 other 6/104
remarking verb 6/8 that 3/4 quote 1/1 other 2/3
require verb 6/49 that 2/2 to 1/1 other 3/46
restricting verb 6/9 other 6/9
scrutiny noun 6/43 other 6/43
share verb 6/31 other 6/31
sided verb 6/8 other 6/8
spoken verb 6/29 to 0/5 other 6/24
struck verb 6/25 that 0/1 other 6/24
talks noun 6/31 to 1/3 other 5/28
thanking verb 6/6 other 6/6
thinking verb 6/23 that 1/3 quote 0/2 other 5/18
under other 6/298 that 0/2 other 6/296
understanding noun 6/18 that 2/4 other 4/14
video noun 6/134 that 2/5 other 4/129
vowing verb 6/7 to 6/7
warn verb 6/7 that 4/4 other 2/3
wasn't verb 6/96 quote 0/1 other 6/95
won verb 6/333 other 6/333
wondered verb 6/7 other 6/7
abc noun 5/60 other 5/60
accepting verb 5/25 other 5/25
account noun 5/108 that 0/3 to 1/4 other 4/101
admit verb 5/19 that 2/4 other 3/15
advocate noun 5/34 other 5/34
agreement noun 5/111 that 3/12 quote 0/2 to 1/4 other 1/93
agrees verb 5/15 to 0/2 other 5/13
aim noun 5/16 to 0/2 other 5/14
anxiety noun 5/26 that 0/3 other 5/23
appeal noun 5/69 that 0/1 to 3/19 other 2/49
appearance noun 5/58 to 0/2 other 5/56
article noun 5/50 that 0/1 other 5/49
attack verb 5/30 other 5/30
attempted verb 5/16 to 5/15 other 0/1
attempts noun 5/32 to 5/28 other 0/4
avoided verb 5/11 other 5/11
balked verb 5/6 other 5/6
belief noun 5/17 that 5/11 other 0/6
believed verb 5/39 that 1/5 quote 0/1 to 0/5 other 4/28
believing verb 5/11 that 2/4 other 3/7
blasting verb 5/6 other 5/6
blasts noun 5/6 quote 1/1 other 4/5
blocked verb 5/18 other 5/18
booed verb 5/15 other 5/15
brought verb 5/60 that 0/1 quote 0/1 to 0/4 other 5/54
campaigned verb 5/30 other 5/30
challenging verb 5/18 other 5/18
commented verb 5/7 that 1/1 other 4/6
concludes verb 5/6 that 2/2 quote 1/1 other 2/3
considers verb 5/8 other 5/8
covered verb 5/19 other 5/19
credit noun 5/56 quote 0/1 other 5/55
critique noun 5/16 other 5/16
demanding verb 5/11 that 2/4 other 3/7
derided verb 5/6 other 5/6
desire noun 5/16 to 4/13 other 1/3
devoted verb 5/17 to 3/8 other 2/9
disclosure noun 5/19 that 1/1 to 0/1 other 4/17
distanced verb 5/5 other 5/5
draw verb 5/38 other 5/38
emerged verb 5/39 that 1/2 to 0/1 other 4/36
emphasize verb 5/8 that 1/1 other 4/7
emphasizing verb 5/8 to 1/1 other 4/7
ended verb 5/62 that 0/1 other 5/61
enthusiasm noun 5/35 that 0/3 other 5/32
estimates noun 5/17 other 5/17
example noun 5/83 that 0/3 quote 0/1 to 0/1 other 5/78
explains verb 5/7 quote 1/1 other 4/6
fear noun 5/43 that 1/4 other 4/39
focuses verb 5/10 other 5/10
footage noun 5/12 other 5/12
fun noun 5/26 to 0/1 other 5/25
gone verb 5/69 quote 0/3 to 0/6 other 5/60
haven't verb 5/41 other 5/41
helped verb 5/136 that 0/1 quote 0/1 to 0/4 other 5/130
highlight verb 5/13 quote 0/1 other 5/12
hitting verb 5/21 quote 0/1 other 5/20
hold verb 5/88 that 0/1 other 5/87
information noun 5/231 that 0/16 quote 0/1 to 0/5 other 5/209
joined verb 5/58 other 5/58
keep verb 5/155 that 0/3 other 5/152
knocked verb 5/11 other 5/11
labeled verb 5/8 quote 1/3 other 4/5
lambasted verb 5/6 other 5/6
language noun 5/64 that 0/3 to 0/1 other 5/60
lashed verb 5/5 other 5/5
laying verb 5/17 other 5/17
led verb 5/126 to 0/39 other 5/87
maintained verb 5/23 that 4/6 other 1/17
meet verb 5/71 that 0/1 other 5/70
mentions verb 5/7 quote 0/1 other 5/6
messages noun 5/70 that 0/4 to 0/2 other 5/64
moment noun 5/109 that 1/5 quote 1/1 to 2/7 other 1/96
naming verb 5/12 other 5/12
newspaper noun 5/58 that 0/1 quote 0/1 other 5/56
noticed verb 5/16 that 1/3 other 4/13
phone noun 5/56 to 0/1 other 5/55
platform noun 5/106 that 0/3 quote 0/3 to 2/5 other 3/95
points noun 5/190 to 0/2 other 5/188
promoting verb 5/22 quote 0/1 other 5/21
proved verb 5/41 that 1/5 to 3/9 other 1/27
raising verb 5/73 that 0/1 other 5/72
ran verb 5/53 quote 0/1 to 0/1 other 5/51
realized verb 5/9 that 2/3 other 3/6
rebuked verb 5/5 other 5/5
recounted verb 5/6 other 5/6
referencing verb 5/10 other 5/10
refuse verb 5/16 to 3/12 other 2/4
regarded verb 5/8 other 5/8
releasing verb 5/20 other 5/20
remained verb 5/39 quote 0/2 other 5/37
reminding verb 5/10 other 5/10
report verb 5/9 that 2/2 to 1/2 other 2/5
reporting verb 5/11 that 3/5 other 2/6
represent verb 5/37 that 1/1 other 4/36
request noun 5/68 that 0/2 quote 0/1 to 0/3 other 5/62
requests noun 5/45 that 0/1 to 2/6 other 3/38
reveal verb 5/11 that 1/1 other 4/10
reveals verb 5/8 that 1/1 other 4/7
running verb 5/175 that 0/1 to 0/4 other 5/170
series noun 5/83 that 0/3 other 5/80
slamming verb 5/7 other 5/7
slams verb 5/5 other 5/5
speaks verb 5/29 to 2/7 other 3/22
speculated verb 5/5 that 3/3 other 2/2
stood verb 5/41 other 5/41
stopped verb 5/35 to 0/2 other 5/33
struggling verb 5/29 to 5/11 other 0/18
stump noun 5/28 other 5/28
surprise noun 5/45 that 2/4 to 1/4 other 2/37
targeted verb 5/33 other 5/33
testified verb 5/11 that 0/1 quote 1/1 other 4/9
threatening verb 5/10 quote 0/1 to 3/3 other 2/6
unveiled verb 5/9 other 5/9
vote noun 5/275 that 0/3 to 0/13 other 5/259
watched verb 5/24 that 0/1 other 5/23
weighed verb 5/11 other 5/11
worries verb 5/11 that 1/1 other 4/10
yelled verb 5/8 quote 4/4 other 1/4
acquiesced verb 4/4 to 3/3 other 1/1
admission noun 4/8 that 2/3 other 2/5
admitting verb 4/12 that 4/4 other 0/8
advocated verb 4/9 other 4/9
aiming verb 4/6 to 4/5 other 0/1
allow verb 4/47 quote 0/1 to 0/1 other 4/45
alluding verb 4/5 to 4/5
arguments noun 4/26 that 1/5 quote 0/1 other 3/20
articulated verb 4/6 other 4/6
asserting verb 4/6 that 2/2 other 2/4
authorized verb 4/15 to 0/9 other 4/6
ban noun 4/71 that 0/2 other 4/69
blames verb 4/4 other 4/4
blaming verb 4/5 other 4/5
book noun 4/108 that 0/3 quote 1/13 other 3/92
bring verb 4/125 quote 0/1 to 0/5 other 4/119
brushed verb 4/6 other 4/6
chanting verb 4/7 quote 4/5 other 0/2
cheered verb 4/15 other 4/15
chosen verb 4/31 to 0/5 other 4/26
complain verb 4/7 that 1/2 other 3/5
conclude verb 4/6 that 3/4 other 1/2
congratulated verb 4/8 other 4/8
contends verb 4/4 that 3/3 other 1/1
contention noun 4/14 that 1/3 other 3/11
counter verb 4/16 that 1/1 quote 0/1 other 3/14
counting verb 4/15 other 4/15
credited verb 4/5 to 0/1 other 4/4
days noun 4/232 that 0/3 to 0/3 other 4/226
debated verb 4/9 other 4/9
decisions noun 4/70 that 0/3 quote 0/1 to 1/2 other 3/64
declares verb 4/6 quote 3/3 other 1/3
demanded verb 4/12 that 1/2 to 1/2 other 2/8
demonstrate verb 4/21 that 2/4 other 2/17
description noun 4/13 that 0/1 other 4/12
detailing verb 4/7 other 4/7
determining verb 4/10 that 2/2 other 2/8
directed verb 4/27 quote 0/1 to 1/4 other 3/22
disavow verb 4/9 other 4/9
dismisses verb 4/4 other 4/4
documented verb 4/6 other 4/6
drawing verb 4/33 to 0/1 other 4/32
embracing verb 4/19 other 4/19
enjoyed verb 4/19 that 0/1 other 4/18
estimates verb 4/5 that 3/4 other 1/1
expectations noun 4/39 to 0/1 other 4/38
eye noun 4/23 to 1/5 other 3/18
fact noun 4/184 that 2/74 quote 0/2 to 0/1 other 2/107
favors verb 4/19 to 0/1 other 4/18
fearing verb 4/4 that 1/1 other 3/3
fighting verb 4/41 to 1/7 other 3/34
focusing verb 4/18 other 4/18
fundraising verb 4/35 quote 0/1 other 4/34
given verb 4/181 that 0/18 quote 0/1 to 1/11 other 3/151
giving verb 4/79 to 0/3 other 4/76
hailed verb 4/4 other 4/4
hall noun 4/85 that 0/3 to 0/1 other 4/81
holding verb 4/66 quote 0/1 other 4/65
holds verb 4/44 other 4/44
ideas noun 4/68 that 0/4 to 0/2 other 4/62
ignore verb 4/20 other 4/20
imagined verb 4/7 other 4/7
implying verb 4/7 that 4/4 quote 0/1 other 0/2
impressed verb 4/9 that 0/1 other 4/8
inclination noun 4/8 to 4/6 other 0/2
inclined verb 4/10 to 4/10
indicates verb 4/5 that 1/1 other 3/4
informed verb 4/10 that 0/1 other 4/9
interjected verb 4/5 quote 3/3 other 1/2
invited verb 4/22 to 2/7 other 2/15
justify verb 4/8 other 4/8
kind noun 4/184 other 4/184
knowing verb 4/18 that 2/4 other 2/14
launching verb 4/11 other 4/11
lays verb 4/5 other 4/5
learn verb 4/33 that 1/2 to 0/5 other 3/26
leave verb 4/83 that 0/1 to 0/1 other 4/81
left verb 4/178 to 1/14 other 3/164
legislation noun 4/81 that 1/14 to 2/6 other 1/61
length noun 4/11 other 4/11
list noun 4/89 that 0/1 to 0/2 other 4/86
lists verb 4/4 other 4/4
meeting noun 4/172 that 0/3 to 1/3 other 3/166
met verb 4/88 other 4/88
mocking verb 4/9 other 4/9
movement noun 4/144 that 1/6 quote 1/1 to 0/2 other 2/135
moving verb 4/64 to 1/9 other 3/55
msnbc noun 4/58 that 0/4 other 4/54
mused verb 4/4 other 4/4
name verb 4/21 that 0/1 other 4/20
nbc noun 4/48 that 0/1 other 4/47
needed verb 4/112 to 2/67 other 2/45
needs verb 4/121 quote 0/1 to 4/74 other 0/46
negotiated verb 4/8 other 4/8
nominate verb 4/24 other 4/24
opted verb 4/10 to 2/4 other 2/6
order noun 4/105 that 0/1 to 2/49 other 2/55
outlined verb 4/8 that 0/1 other 4/7
outlining verb 4/7 other 4/7
passion noun 4/13 that 1/1 to 0/1 other 3/11
pay verb 4/131 quote 0/3 other 4/128
persuaded verb 4/9 to 1/3 other 3/6
piece noun 4/34 that 1/1 other 3/33
pivoted verb 4/5 to 3/3 other 1/2
pledges noun 4/8 to 4/5 other 0/3
pressing verb 4/7 other 4/7
priority noun 4/40 that 0/1 to 0/1 other 4/38
proclaimed verb 4/5 to 1/1 other 3/4
prove verb 4/42 that 1/7 to 0/6 other 3/29
radio noun 4/73 other 4/73
reached verb 4/49 other 4/49
reacted verb 4/8 to 1/3 other 3/5
rebut verb 4/5 that 1/1 other 3/4
recognition noun 4/21 that 1/5 other 3/16
recognizing verb 4/7 that 1/2 other 3/5
record noun 4/149 that 1/4 quote 0/2 to 0/1 other 3/142
refusal noun 4/24 to 4/22 other 0/2
rejecting verb 4/7 other 4/7
rejection noun 4/14 other 4/14
remembers verb 4/5 other 4/5
renewed verb 4/11 that 1/1 quote 0/1 other 3/9
reporters noun 4/133 that 0/12 quote 0/3 to 1/5 other 3/113
responding verb 4/22 that 1/1 to 3/16 other 0/5
responds verb 4/7 that 1/1 quote 1/1 to 1/3 other 1/2
returned verb 4/37 to 4/21 other 0/16
rhetoric noun 4/81 that 0/5 to 1/2 other 3/74
ruling noun 4/41 that 2/3 other 2/38
run verb 4/161 to 0/3 other 4/158
said noun 4/4 other 4/4
seeing verb 4/41 other 4/41
seek verb 4/34 to 3/13 other 1/21
seemingly other 4/21 other 4/21
sentiment noun 4/20 that 1/3 other 3/17
shocked verb 4/17 that 1/2 to 1/2 other 2/13
singled verb 4/6 other 4/6
sparred verb 4/6 other 4/6
speeches noun 4/85 that 0/2 to 0/10 other 4/73
split verb 4/31 other 4/31
struggled verb 4/32 to 3/16 other 1/16
surprised verb 4/24 that 2/6 to 0/1 other 2/17
suspected verb 4/11 that 2/2 other 2/9
talking noun 4/16 other 4/16
telephone noun 4/24 other 4/24
tend verb 4/19 to 4/19
threaten verb 4/10 to 2/2 other 2/8
touched verb 4/16 other 4/16
tribute noun 4/11 to 3/8 other 1/3
turn verb 4/107 to 0/4 other 4/103
understood verb 4/16 that 0/1 other 4/15
upset verb 4/13 that 1/1 quote 0/1 other 3/11
victory noun 4/194 that 0/3 to 0/3 other 4/188
views verb 4/7 other 4/7
voting noun 4/141 that 0/2 to 0/1 other 4/138
voting verb 4/34 that 0/1 quote 0/1 to 1/1 other 3/31
vow noun 4/9 that 1/2 to 3/6 other 0/1
willing other 4/67 to 4/65 other 0/2
wondering verb 4/8 other 4/8
working verb 4/201 to 3/12 other 1/189
write verb 4/27 that 0/1 quote 1/1 other 3/25
accepted verb 3/25 that 1/1 quote 0/2 other 2/22
accounts noun 3/48 to 0/1 other 3/47
accuse verb 3/3 other 3/3
acknowledges verb 3/4 that 2/3 other 1/1
addressing verb 3/27 other 3/27
advising verb 3/15 other 3/15
advocates verb 3/6 other 3/6
affirm verb 3/7 that 1/1 other 2/6
alarmed verb 3/10 to 0/1 other 3/9
aligned verb 3/15 other 3/15
alleges verb 3/3 other 3/3
allegiance noun 3/13 to 3/8 other 0/5
analysis noun 3/43 that 0/2 other 3/41
anger noun 3/49 that 0/3 to 0/1 other 3/45
announces noun 3/3 other 3/3
answering verb 3/10 other 3/10
apologize verb 3/10 to 1/3 other 2/7
approval noun 3/51 that 0/1 to 0/1 other 3/49
assessment noun 3/19 that 0/1 quote 0/1 other 3/17
assumed verb 3/10 that 1/3 other 2/7
assurances noun 3/4 that 3/4
attempt noun 3/58 to 2/44 other 1/14
attempting verb 3/12 to 3/11 other 0/1
backs verb 3/9 other 3/9
based verb 3/114 other 3/114
bible noun 3/10 to 1/2 other 2/8
billed verb 3/3 other 3/3
blame noun 3/11 other 3/11
board noun 3/116 that 0/5 to 1/6 other 2/105
boasts verb 3/6 that 1/1 other 2/5
boos noun 3/14 other 3/14
bragged verb 3/3 other 3/3
brand noun 3/33 other 3/33
briefly noun 3/13 to 0/1 other 3/12
campaigns noun 3/122 that 0/2 quote 0/2 to 1/4 other 2/114
captured verb 3/41 other 3/41
caucuses noun 3/161 that 0/2 quote 0/1 to 2/3 other 1/155
celebrating verb 3/21 other 3/21
characterized verb 3/7 other 3/7
charge verb 3/11 that 1/1 other 2/10
charges noun 3/39 that 1/3 other 2/36
cheer noun 3/6 other 3/6
chided verb 3/3 other 3/3
choose verb 3/44 to 1/5 other 2/39
chose verb 3/23 quote 0/1 to 1/6 other 2/16
cite verb 3/7 that 0/1 to 1/1 other 2/5
clarified verb 3/4 that 3/3 other 0/1
clear verb 3/14 that 0/2 other 3/12
coined verb 3/5 other 3/5
commenting verb 3/4 other 3/4
commitment noun 3/42 that 1/2 quote 0/2 to 2/28 other 0/10
comparing verb 3/8 other 3/8
complaint noun 3/15 that 0/1 to 1/2 other 2/12
concede verb 3/5 that 2/3 other 1/2
conceding verb 3/5 that 3/3 other 0/2
condition noun 3/28 that 0/2 other 3/26
confident other 3/33 that 3/17 other 0/16
confirm verb 3/12 that 0/1 other 3/11
contemplate verb 3/5 other 3/5
continuing verb 3/43 to 3/20 other 0/23
contradicted verb 3/3 other 3/3
conversations noun 3/29 that 0/1 to 0/1 other 3/27
couldn't verb 3/42 other 3/42
counted verb 3/26 other 3/26
crediting verb 3/3 other 3/3
critic noun 3/7 other 3/7
criticizes verb 3/3 other 3/3
cry noun 3/8 to 1/1 other 2/7
dedicated verb 3/11 quote 0/1 to 2/8 other 1/2
defender noun 3/5 other 3/5
defends verb 3/4 other 3/4
define verb 3/16 that 0/1 other 3/15
demand verb 3/7 other 3/7
demonstrated verb 3/17 that 2/5 other 1/12
disagree verb 3/17 that 0/1 other 3/16
disagreement noun 3/8 other 3/8
disagreements noun 3/10 other 3/10
disclose verb 3/7 quote 1/1 other 2/6
discovered verb 3/18 other 3/18
disliked verb 3/6 other 3/6
displayed verb 3/7 other 3/7
disputed verb 3/7 other 3/7
doubled verb 3/11 other 3/11
downplayed verb 3/4 other 3/4
dozens noun 3/31 to 0/1 other 3/30
dubbed verb 3/5 quote 2/2 other 1/3
dwelled verb 3/3 other 3/3
earned verb 3/47 quote 0/1 other 3/46
echoing verb 3/8 quote 1/1 other 2/7
efforts noun 3/145 that 0/2 to 2/68 other 1/75
elaborated verb 3/3 quote 1/1 other 2/2
enamored verb 3/4 other 3/4
engaged verb 3/29 other 3/29
enjoys verb 3/12 quote 1/1 other 2/11
envision verb 3/3 other 3/3
envisioned verb 3/6 that 0/1 other 3/5
established verb 3/15 that 0/1 other 3/14
evening noun 3/49 that 1/4 to 1/1 other 1/44
expanded verb 3/29 to 0/2 other 3/27
expects verb 3/16 to 2/5 other 1/11
experienced verb 3/13 other 3/13
explains noun 3/4 other 3/4
exploit verb 3/12 that 1/1 other 2/11
expressing verb 3/9 other 3/9
eyes noun 3/30 other 3/30
faith noun 3/36 that 0/1 to 0/2 other 3/33
fears verb 3/9 that 1/1 other 2/8
featured verb 3/15 other 3/15
february noun 3/79 to 1/2 other 2/77
figure verb 3/18 that 0/1 to 0/2 other 3/15
fire noun 3/38 that 0/1 to 0/1 other 3/36
followed verb 3/68 that 0/2 other 3/66
forecast noun 3/7 that 1/1 quote 0/1 other 2/5
forecast verb 3/3 that 1/1 other 2/2
foresee verb 3/3 other 3/3
framed verb 3/9 other 3/9
frustration noun 3/32 that 0/2 to 0/1 other 3/29
gives verb 3/39 other 3/39
guess verb 3/16 that 0/1 other 3/15
hear verb 3/65 that 0/4 other 3/61
hearing verb 3/15 that 1/2 other 2/13
hinted verb 3/5 that 0/1 other 3/4
hostility noun 3/12 to 2/4 other 1/8
huffpost noun 3/36 that 0/1 other 3/35
imposed verb 3/7 other 3/7
insistence noun 3/7 that 2/5 other 1/2
insulted verb 3/3 quote 1/1 other 2/2
interpreted verb 3/7 other 3/7
introducing verb 3/8 other 3/8
investigation noun 3/126 to 0/4 other 3/122
judge verb 3/7 that 1/1 other 2/6
june noun 3/123 that 0/1 to 0/1 other 3/121
kept verb 3/49 other 3/49
lack noun 3/53 other 3/53
laments verb 3/3 other 3/3
left noun 3/51 that 0/2 other 3/49
let verb 3/162 that 0/2 other 3/160
likes verb 3/14 quote 1/1 to 2/5 other 0/8
lining verb 3/5 other 3/5
lists noun 3/19 quote 1/1 other 2/18
love verb 3/58 that 0/5 to 2/9 other 1/44
measured verb 3/9 other 3/9
moved verb 3/56 that 1/1 to 1/15 other 1/40
mulling verb 3/3 other 3/3
name noun 3/140 that 0/4 quote 1/3 to 0/2 other 2/131
observed verb 3/6 other 3/6
opined verb 3/3 other 3/3
opinions noun 3/11 other 3/11
opponent noun 3/55 quote 0/1 to 0/3 other 3/51
opportunity noun 3/116 that 0/2 to 2/46 other 1/68
opposing verb 3/20 other 3/20
painting verb 3/8 other 3/8
paints noun 3/3 other 3/3
passing verb 3/7 to 0/1 other 3/6
past noun 3/65 that 1/1 to 0/1 other 2/63
petition noun 3/8 other 3/8
placed verb 3/29 to 0/1 other 3/28
plan verb 3/13 to 3/12 other 0/1
pleased verb 3/5 to 0/1 other 3/4
poised verb 3/26 to 3/25 other 0/1
portraying verb 3/4 other 3/4
posed verb 3/21 quote 0/1 to 1/3 other 2/17
positioned verb 3/14 to 0/8 other 3/6
posts verb 3/3 other 3/3
prediction noun 3/9 other 3/9
predicts verb 3/3 that 1/1 other 2/2
prefers verb 3/3 to 1/1 other 2/2
press verb 3/20 other 3/20
program noun 3/134 that 0/2 quote 0/8 to 2/8 other 1/116
promotes verb 3/4 other 3/4
pronounced verb 3/4 other 3/4
proponent noun 3/6 other 3/6
proposes verb 3/4 to 1/1 other 2/3
pursue verb 3/26 other 3/26
push noun 3/37 to 1/7 other 2/30
quotes noun 3/10 other 3/10
quoting verb 3/4 other 3/4
rallies noun 3/66 that 0/1 other 3/65
reaction noun 3/29 quote 1/1 to 0/12 other 2/16
read noun 3/11 quote 0/3 other 3/8
reaffirmed verb 3/4 that 1/1 other 2/3
recall verb 3/7 other 3/7
recognizes verb 3/8 that 2/4 other 1/4
recommend verb 3/10 that 1/2 other 2/8
references noun 3/7 to 3/5 other 0/2
refers verb 3/5 to 3/5
reflecting verb 3/17 other 3/17
reject verb 3/20 quote 0/1 other 3/19
release verb 3/53 quote 0/1 other 3/52
relief noun 3/28 that 0/2 to 1/3 other 2/23
reluctance noun 3/5 to 3/5
relying verb 3/7 other 3/7
remind verb 3/9 other 3/9
repeat verb 3/8 other 3/8
reputation noun 3/43 that 0/1 other 3/42
resistance noun 3/19 to 1/5 other 2/14
resisted verb 3/6 quote 1/1 other 2/5
resonated verb 3/8 other 3/8
respect noun 3/39 that 0/1 to 0/6 other 3/32
reuters noun 3/37 that 1/1 quote 0/1 other 2/35
reveal noun 3/4 other 3/4
revered verb 3/3 other 3/3
ripped verb 3/7 other 3/7
rolled verb 3/19 other 3/19
rose verb 3/28 to 1/6 other 2/22
rule verb 3/14 quote 0/1 other 3/13
rumors noun 3/8 that 2/4 other 1/4
says noun 3/3 other 3/3
scared verb 3/13 to 0/3 other 3/10
secret noun 3/53 that 0/1 other 3/52
sentenced verb 3/9 to 1/6 other 2/3
shares verb 3/9 other 3/9
shot noun 3/37 to 0/3 other 3/34
shots noun 3/13 other 3/13
shows noun 3/29 to 1/1 other 2/28
shrugged verb 3/3 other 3/3
silence noun 3/14 to 1/1 other 2/13
slams noun 3/3 other 3/3
smile noun 3/9 quote 1/1 other 2/8
so-called other 3/33 quote 0/4 other 3/29
sounds verb 3/13 other 3/13
speaking noun 3/30 other 3/30
speculate verb 3/4 that 1/1 other 2/3
stand verb 3/84 to 0/1 other 3/83
starting verb 3/36 to 2/11 other 1/25
startled verb 3/3 other 3/3
starts verb 3/20 to 0/4 other 3/16
stressing verb 3/3 that 1/1 other 2/2
subject noun 3/37 that 0/1 quote 0/1 to 1/3 other 2/32
sue verb 3/11 other 3/11
sued verb 3/13 to 0/1 other 3/12
suggestions noun 3/13 that 1/2 other 2/11
swipes noun 3/4 other 3/4
tears noun 3/10 other 3/10
term noun 3/96 that 0/1 quote 2/8 to 0/3 other 1/84
text noun 3/116 quote 0/1 other 3/115
thoughts noun 3/16 to 0/1 other 3/15
thrilled verb 3/5 to 0/1 other 3/4
ticked verb 3/5 other 3/5
today noun 3/182 that 0/8 quote 0/1 to 0/1 other 3/172
tout verb 3/3 other 3/3
touts verb 3/3 other 3/3
town noun 3/101 that 0/2 quote 0/1 other 3/98
traded verb 3/16 other 3/16
tries verb 3/19 to 3/18 other 0/1
trumpeting verb 3/3 other 3/3
turn noun 3/39 that 0/1 other 3/38
turns verb 3/24 to 0/3 other 3/21
underscore verb 3/9 that 1/3 other 2/6
underscored verb 3/8 other 3/8
underscores verb 3/6 that 1/1 other 2/5
understands verb 3/27 that 1/4 other 2/23
unleashed verb 3/8 other 3/8
uttered verb 3/5 other 3/5
vision noun 3/29 that 0/1 quote 0/1 other 3/27
vouched verb 3/3 other 3/3
walked verb 3/23 other 3/23
watching verb 3/32 other 3/32
worked verb 3/142 to 1/12 other 2/130
worrying verb 3/6 that 1/1 other 2/5
accused noun 2/2 other 2/2
add verb 2/30 that 1/2 to 0/4 other 1/24
admiration noun 2/5 other 2/5
admire verb 2/8 other 2/8
advised verb 2/17 that 0/2 quote 0/1 to 1/2 other 1/12
advocating verb 2/13 to 1/1 other 1/12
afternoon noun 2/50 to 0/1 other 2/49
agenda noun 2/100 that 1/8 to 0/1 other 1/91
agitated verb 2/3 other 2/3
agreed noun 2/3 other 2/3
aides noun 2/107 that 0/1 quote 0/1 to 0/6 other 2/99
aims verb 2/7 to 2/7
air noun 2/59 other 2/59
aired verb 2/13 other 2/13
airwaves noun 2/12 to 0/2 other 2/10
alarm noun 2/7 that 1/1 other 1/6
alleged other 2/21 other 2/21
allowing verb 2/33 quote 0/1 other 2/32
alluded verb 2/2 to 2/2
announces verb 2/2 that 1/1 other 1/1
anonymity noun 2/32 to 2/17 other 0/15
anticipated verb 2/8 that 2/2 other 0/6
anxieties noun 2/9 other 2/9
ap noun 2/77 that 0/4 other 2/73
apologies noun 2/3 other 2/3
appeals noun 2/37 to 1/11 other 1/26
appending verb 2/4 other 2/4
applaud verb 2/4 other 2/4
applauding verb 2/2 other 2/2
applause noun 2/19 quote 0/1 other 2/18
appointment noun 2/9 to 0/3 other 2/6
approach noun 2/74 that 0/5 to 0/25 other 2/44
approve verb 2/6 other 2/6
architect noun 2/3 other 2/3
arranging verb 2/2 other 2/2
articles noun 2/23 other 2/23
assail verb 2/2 other 2/2
assault noun 2/46 that 0/1 other 2/45
assert verb 2/7 that 1/2 other 1/5
assume verb 2/15 that 1/4 other 1/11
assure verb 2/11 other 2/11
attacks verb 2/7 other 2/7
attitudes noun 2/12 other 2/12
attracted verb 2/16 to 1/2 other 1/14
attribute verb 2/2 that 1/1 other 1/1
auction noun 2/8 other 2/8
audience noun 2/86 that 0/4 to 0/3 other 2/79
authored verb 2/2 other 2/2
avoid verb 2/50 other 2/50
back noun 2/26 other 2/26
backlash noun 2/11 that 0/1 to 0/1 other 2/9
ballot noun 2/84 quote 0/1 to 0/2 other 2/81
ban verb 2/47 other 2/47
banned verb 2/13 other 2/13
bar verb 2/4 other 2/4
bare verb 2/4 other 2/4
barked verb 2/2 other 2/2
bashing verb 2/3 other 2/3
battled verb 2/11 to 0/2 other 2/9
beginning verb 2/26 to 2/15 other 0/11
begun verb 2/30 quote 0/1 to 1/13 other 1/16
belittled verb 2/3 other 2/3
blog noun 2/9 other 2/9
books noun 2/28 that 2/2 other 0/26
boomed verb 2/2 quote 2/2
brags verb 2/2 that 1/1 other 1/1
breitbart noun 2/65 other 2/65
briefing noun 2/11 to 1/1 other 1/10
bristled verb 2/5 other 2/5
broadside noun 2/4 that 1/1 other 1/3
broke verb 2/29 quote 0/1 other 2/28
built verb 2/58 to 0/1 other 2/57
calculates verb 2/2 that 2/2
camera noun 2/15 to 0/1 other 2/14
campaigning noun 2/46 that 0/1 other 2/45
carried verb 2/40 that 0/2 to 0/1 other 2/37
carrying verb 2/18 other 2/18
casting verb 2/19 other 2/19
caught verb 2/29 other 2/29
centered verb 2/7 other 2/7
challenge noun 2/58 that 0/2 to 0/10 other 2/46
challenges verb 2/4 other 2/4
champions noun 2/4 other 2/4
changed verb 2/58 to 0/2 other 2/56
characterize verb 2/2 other 2/2
chatter noun 2/6 other 2/6
cheer verb 2/7 other 2/7
cheyenne noun 2/4 other 2/4
chiding verb 2/2 other 2/2
choosing verb 2/18 to 0/3 other 2/15
circulating verb 2/5 other 2/5
clarify verb 2/5 other 2/5
clashed verb 2/10 other 2/10
closing noun 2/20 other 2/20
co-sponsored verb 2/5 other 2/5
comfort noun 2/13 to 1/3 other 1/10
coming verb 2/128 quote 0/2 to 0/16 other 2/110
committed verb 2/36 to 1/22 other 1/14
compare verb 2/8 that 0/2 other 2/6
condemn verb 2/11 other 2/11
condemning noun 2/3 quote 1/1 other 1/2
condemning verb 2/5 other 2/5
condolences noun 2/5 to 0/1 other 2/4
confirming verb 2/2 other 2/2
contended verb 2/3 that 1/1 other 1/2
contradict verb 2/8 other 2/8
contrasted verb 2/4 that 0/1 other 2/3
contrasting verb 2/6 other 2/6
contrasts verb 2/5 other 2/5
controversy noun 2/45 that 0/1 other 2/44
convey verb 2/5 that 1/2 other 1/3
convicted verb 2/14 other 2/14
countered verb 2/3 other 2/3
counts verb 2/2 other 2/2
cover verb 2/30 that 0/2 other 2/28
coverage noun 2/48 that 0/1 other 2/47
cracked verb 2/4 quote 1/1 other 1/3
created verb 2/63 that 0/2 to 0/2 other 2/59
creating verb 2/31 other 2/31
cried verb 2/4 other 2/4
criticised verb 2/2 other 2/2
criticisms noun 2/12 other 2/12
debate verb 2/25 other 2/25
debates noun 2/75 that 0/1 to 0/3 other 2/71
deciding verb 2/6 other 2/6
decrying verb 2/2 other 2/2
defined verb 2/18 to 0/1 other 2/17
degree noun 2/38 that 0/1 to 0/2 other 2/35
demand noun 2/22 that 1/1 to 0/2 other 1/19
demonstrates verb 2/3 that 0/1 other 2/2
denies verb 2/3 that 1/1 other 1/2
denounce verb 2/4 quote 1/1 other 1/3
denunciation noun 2/3 other 2/3
deny verb 2/12 other 2/12
detailed verb 2/7 quote 0/1 other 2/6
dictum noun 2/3 that 0/1 to 1/1 other 1/1
differ verb 2/6 other 2/6
dig noun 2/4 other 2/4
disavowed verb 2/7 other 2/7
disbelief noun 2/4 other 2/4
dislike noun 2/3 other 2/3
dislike verb 2/8 other 2/8
dismay noun 2/4 other 2/4
dismayed verb 2/3 to 0/1 other 2/2
dismiss verb 2/6 other 2/6
displaying verb 2/5 other 2/5
dispute noun 2/14 that 0/2 other 2/12
dispute verb 2/4 that 1/1 other 1/3
disputes verb 2/3 other 2/3
disregarded verb 2/2 other 2/2
distance verb 2/7 other 2/7
distinguish verb 2/5 other 2/5
diverge verb 2/2 other 2/2
document noun 2/26 that 0/2 to 0/1 other 2/23
doubt verb 2/4 that 1/1 other 1/3
drove verb 2/16 that 1/1 to 0/1 other 1/14
dryly noun 2/2 other 2/2
echo verb 2/4 other 2/4
editorial noun 2/35 that 0/1 quote 0/1 other 2/33
elected verb 2/127 that 0/1 to 1/15 other 1/111
embraces verb 2/4 other 2/4
empathize verb 2/3 other 2/3
emphasizes verb 2/3 that 1/1 other 1/2
encouraging verb 2/6 other 2/6
end verb 2/72 quote 0/1 other 2/71
ending verb 2/29 quote 1/1 other 1/28
enjoy verb 2/9 that 0/1 other 2/8
entered verb 2/32 other 2/32
entitled verb 2/8 quote 2/5 to 0/3
erupting verb 2/3 other 2/3
estimate verb 2/5 other 2/5
exchange noun 2/42 other 2/42
excited verb 2/8 to 1/4 other 1/4
exclaimed verb 2/2 quote 1/1 other 1/1
exemplifying verb 2/2 other 2/2
expand verb 2/45 quote 0/1 other 2/44
experience noun 2/102 quote 0/1 to 0/6 other 2/95
explore verb 2/4 other 2/4
expression noun 2/10 to 1/1 other 1/9
faced verb 2/52 other 2/52
favorite other 2/34 to 0/3 other 2/31
feared verb 2/5 other 2/5
fed noun 2/59 to 0/6 other 2/53
feeling verb 2/17 that 0/2 quote 0/1 other 2/14
feelings noun 2/17 other 2/17
fight noun 2/128 that 0/1 to 0/7 other 2/120
files verb 2/2 that 1/1 other 1/1
finding verb 2/25 that 0/1 to 0/1 other 2/23
findings noun 2/23 quote 1/1 to 0/1 other 1/21
finger noun 2/5 other 2/5
fingers noun 2/7 to 0/1 other 2/6
floated verb 2/4 other 2/4
floor noun 2/60 that 0/2 to 0/1 other 2/57
foreshadowed verb 2/2 other 2/2
forward noun 2/3 other 2/3
frame verb 2/6 other 2/6
fund-raising noun 2/13 that 0/1 to 0/2 other 2/10
fury noun 2/10 that 0/1 other 2/9
gained verb 2/32 other 2/32
goals noun 2/27 other 2/27
granted verb 2/16 other 2/16
greeted verb 2/13 other 2/13
grin noun 2/2 other 2/2
guaranteed verb 2/8 that 0/1 to 0/2 other 2/5
hailing verb 2/3 other 2/3
hammered verb 2/7 other 2/7
hassan noun 2/19 other 2/19
hate noun 2/31 that 0/1 other 2/30
hate verb 2/17 that 0/1 to 0/3 other 2/13
headline noun 2/15 that 0/1 other 2/14
headlines noun 2/19 other 2/19
heard verb 2/60 that 0/5 quote 0/1 other 2/54
heralded verb 2/2 other 2/2
hinting verb 2/2 that 1/1 other 1/1
hits verb 2/11 other 2/11
horrify verb 2/2 other 2/2
hung verb 2/8 other 2/8
identifying verb 2/8 other 2/8
illustrates verb 2/3 other 2/3
imagine verb 2/25 that 0/1 other 2/24
impassioned verb 2/4 quote 0/1 other 2/3
implication noun 2/6 that 1/3 other 1/3
inability noun 2/11 to 2/10 other 0/1
include verb 2/82 other 2/82
indiana noun 2/114 quote 0/1 to 0/4 other 2/109
inflate verb 2/2 other 2/2
instructed verb 2/8 to 1/1 other 1/7
insults noun 2/25 that 0/2 to 0/1 other 2/22
intend verb 2/7 to 2/7
intent noun 2/24 to 0/4 other 2/20
intimated verb 2/2 that 1/1 other 1/1
intrigued verb 2/3 other 2/3
introduce verb 2/10 other 2/10
introduces verb 2/3 other 2/3
invoking verb 2/5 other 2/5
jab verb 2/2 other 2/2
january noun 2/63 quote 1/1 other 1/62
joke noun 2/15 to 0/2 other 2/13
jokes noun 2/7 other 2/7
joking verb 2/5 that 2/2 other 0/3
jumped verb 2/14 to 0/2 other 2/12
keeping verb 2/45 to 0/1 other 2/44
keeps verb 2/24 quote 0/1 other 2/23
keynote noun 2/4 other 2/4
khan noun 2/71 other 2/71
labeling verb 2/4 other 2/4
lamenting verb 2/2 other 2/2
lauded verb 2/3 other 2/3
laugh noun 2/5 other 2/5
laughed verb 2/10 other 2/10
laws noun 2/89 that 0/8 to 0/6 other 2/75
leans verb 2/5 other 2/5
lectured verb 2/4 other 2/4
liked verb 2/14 that 0/1 other 2/13
limiting verb 2/13 other 2/13
lined verb 2/13 other 2/13
lines noun 2/59 that 0/1 quote 1/2 to 0/3 other 1/53
link verb 2/8 other 2/8
listing noun 2/10 other 2/10
lobbied verb 2/7 to 1/1 other 1/6
locked verb 2/23 other 2/23
loved verb 2/14 other 2/14
loves verb 2/7 quote 1/1 to 1/1 other 0/5
mail noun 2/18 to 0/1 other 2/17
maintain verb 2/18 that 1/3 other 1/15
managed verb 2/29 to 2/18 other 0/11
mark verb 2/9 that 0/1 other 2/8
marked verb 2/12 other 2/12
marveled verb 2/2 other 2/2
measure noun 2/34 that 1/4 to 0/6 other 1/24
memo noun 2/24 that 0/1 to 1/4 other 1/19
mind verb 2/10 other 2/10
mixed verb 2/5 other 2/5
mocks verb 2/2 other 2/2
mounted verb 2/5 other 2/5
mounting verb 2/6 other 2/6
mystified verb 2/2 that 1/1 other 1/1
need noun 2/53 to 1/26 other 1/27
network noun 2/123 that 0/4 quote 1/2 to 0/4 other 1/113
nevada noun 2/125 that 0/1 quote 0/1 other 2/123
nominating verb 2/7 other 2/7
nyt noun 2/5 other 2/5
october noun 2/69 that 1/3 quote 0/1 to 0/1 other 1/64
offense noun 2/15 to 0/1 other 2/14
offensive noun 2/10 other 2/10
ordering verb 2/2 other 2/2
orders noun 2/10 quote 0/1 other 2/9
outlook noun 2/9 other 2/9
outraged verb 2/3 other 2/3
outset noun 2/7 that 0/1 other 2/6
overturned verb 2/5 other 2/5
paid verb 2/125 to 0/1 other 2/124
pains noun 2/2 to 2/2
paint verb 2/5 other 2/5
panel noun 2/37 that 0/1 to 0/1 other 2/35
passage noun 2/15 other 2/15
paused verb 2/5 to 1/1 other 1/4
pegs verb 2/2 other 2/2
perceived verb 2/16 to 1/2 other 1/14
perceptions noun 2/9 that 0/1 other 2/8
persuading verb 2/6 other 2/6
phrase noun 2/19 that 0/1 quote 1/7 other 1/11
pitches noun 2/3 to 1/1 other 1/2
place verb 2/10 other 2/10
play verb 2/65 to 0/2 other 2/63
plea noun 2/7 that 1/2 other 1/5
polarized verb 2/7 other 2/7
praise verb 2/8 other 2/8
preaches verb 2/2 other 2/2
preparing verb 2/20 to 0/4 other 2/16
prescribing verb 2/2 other 2/2
present verb 2/10 to 0/1 other 2/9
presenting verb 2/5 other 2/5
presents verb 2/15 other 2/15
presidency noun 2/116 that 0/1 quote 0/1 to 0/1 other 2/113
pressure verb 2/8 other 2/8
pressured verb 2/3 other 2/3
prevent verb 2/52 other 2/52
preview noun 2/9 other 2/9
proceeded verb 2/6 to 2/6
prohibit verb 2/6 other 2/6
prohibits verb 2/3 other 2/3
promise verb 2/7 quote 0/1 to 1/1 other 1/5
promising noun 2/6 that 2/2 other 0/4
promoted verb 2/6 other 2/6
prompted verb 2/33 to 1/1 other 1/32
protest noun 2/28 other 2/28
protested verb 2/5 that 1/1 other 1/4
protesting verb 2/5 other 2/5
protests noun 2/24 that 0/2 other 2/22
publishing verb 2/3 other 2/3
pumped verb 2/2 to 1/1 other 1/1
pushes verb 2/6 to 0/1 other 2/5
putting verb 2/58 that 0/1 other 2/57
quashed verb 2/2 other 2/2
queries noun 2/4 to 0/1 other 2/3
quipped verb 2/2 quote 1/1 other 1/1
railing noun 2/4 other 2/4
rails verb 2/2 other 2/2
rallying verb 2/17 other 2/17
ranged verb 2/3 to 1/1 other 1/2
ranks verb 2/11 other 2/11
rant noun 2/7 other 2/7
ratify verb 2/3 other 2/3
reach verb 2/40 that 0/2 quote 0/1 other 2/37
rebuffed noun 2/2 other 2/2
rebuffed verb 2/6 other 2/6
rebuke verb 2/3 other 2/3
receive verb 2/36 quote 0/1 to 0/2 other 2/33
recite verb 2/2 other 2/2
recites noun 2/2 other 2/2
reciting verb 2/4 other 2/4
recorded verb 2/9 other 2/9
recounts verb 2/2 other 2/2
refer verb 2/5 to 2/4 other 0/1
referendum noun 2/20 quote 1/1 to 0/2 other 1/17
reflected verb 2/13 other 2/13
reflects verb 2/19 other 2/19
refrain noun 2/3 that 0/1 other 2/2
registered verb 2/70 to 0/2 other 2/68
regret verb 2/13 that 0/1 to 0/1 other 2/11
reiterating verb 2/2 other 2/2
relished verb 2/2 other 2/2
remains verb 2/87 to 0/3 other 2/84
reminds verb 2/8 other 2/8
replay noun 2/6 to 0/1 other 2/5
reply verb 2/3 to 2/3
represented verb 2/36 other 2/36
reprimanded verb 2/4 other 2/4
repudiate verb 2/4 other 2/4
requires verb 2/22 that 0/1 other 2/21
requiring verb 2/16 other 2/16
resist verb 2/7 other 2/7
resolution noun 2/17 to 0/1 other 2/16
return verb 2/38 that 0/1 to 0/15 other 2/22
revealing verb 2/3 other 2/3
reversed verb 2/14 that 0/1 other 2/13
review verb 2/18 other 2/18
reviled verb 2/2 other 2/2
revised verb 2/4 other 2/4
ridicule verb 2/2 other 2/2
rulings noun 2/10 that 0/3 other 2/7
san noun 2/84 other 2/84
santilli noun 2/41 quote 0/1 other 2/40
satisfied verb 2/10 other 2/10
savaging verb 2/2 other 2/2
schedule noun 2/28 quote 0/1 to 1/4 other 1/23
scheduled verb 2/50 to 2/22 other 0/28
scolded verb 2/2 other 2/2
scorn verb 2/2 other 2/2
scramble verb 2/8 to 2/4 other 0/4
seize verb 2/9 that 0/1 other 2/8
seized verb 2/19 other 2/19
seizing verb 2/5 other 2/5
senators noun 2/68 to 1/4 other 1/64
sharing verb 2/14 other 2/14
shifted verb 2/21 to 1/2 other 1/19
shifting verb 2/20 other 2/20
shouldn't verb 2/35 quote 0/1 other 2/34
shouting verb 2/7 quote 1/1 other 1/6
shut verb 2/26 other 2/26
sides noun 2/49 quote 0/1 to 0/2 other 2/46
sights noun 2/4 other 2/4
signal verb 2/6 that 1/1 other 1/5
skepticism noun 2/14 that 1/2 other 1/12
slogan noun 2/16 quote 1/5 to 0/1 other 1/10
sparked verb 2/8 other 2/8
spend verb 2/61 quote 0/2 to 0/1 other 2/58
sponsored verb 2/9 other 2/9
spotted verb 2/6 other 2/6
spread verb 2/23 to 0/3 other 2/20
standing noun 2/37 other 2/37
stands verb 2/35 to 0/1 other 2/34
states verb 2/11 that 1/4 to 1/1 other 0/6
stepped verb 2/15 other 2/15
stop verb 2/105 that 0/1 quote 0/1 to 1/2 other 1/101
stuck verb 2/17 that 0/1 to 0/1 other 2/15
submitted verb 2/11 to 0/3 other 2/8
supreme noun 2/130 other 2/130
surmised verb 2/2 other 2/2
suspended verb 2/24 other 2/24
swing noun 2/45 to 0/1 other 2/44
sympathy noun 2/7 other 2/7
takeaway noun 2/4 other 2/4
targeting verb 2/18 other 2/18
targets verb 2/6 other 2/6
teeth noun 2/3 other 2/3
television noun 2/113 that 0/1 other 2/112
telling other 2/7 other 2/7
tended verb 2/6 to 2/6
tends verb 2/15 to 2/14 other 0/1
testimony noun 2/22 other 2/22
thinking noun 2/25 that 1/4 other 1/21
thinks noun 2/2 other 2/2
threatens verb 2/6 to 2/3 other 0/3
threw verb 2/10 other 2/10
throw verb 2/14 other 2/14
throwing verb 2/18 other 2/18
thrown verb 2/17 other 2/17
tie verb 2/12 to 0/1 other 2/11
tone noun 2/62 that 0/2 quote 0/1 other 2/59
trail noun 2/74 that 0/1 quote 0/1 to 0/2 other 2/70
trending verb 2/3 other 2/3
trusted verb 2/22 to 0/2 other 2/20
turns noun 2/5 to 0/1 other 2/4
tweeted noun 2/2 other 2/2
tying verb 2/8 other 2/8
underscoring verb 2/7 other 2/7
unified verb 2/7 other 2/7
unsettled verb 2/3 other 2/3
urge verb 2/6 other 2/6
urges verb 2/3 other 2/3
use noun 2/107 quote 0/1 to 0/1 other 2/105
vented verb 2/2 to 1/1 other 1/1
vetoed verb 2/3 other 2/3
wanting verb 2/12 to 2/11 other 0/1
wapo noun 2/2 other 2/2
warnings noun 2/10 that 1/1 other 1/9
warns verb 2/2 that 2/2
warrant verb 2/2 other 2/2
ways noun 2/93 that 0/5 to 1/19 other 1/69
website noun 2/51 that 0/2 to 0/2 other 2/47
weekend noun 2/59 that 0/5 to 0/1 other 2/53
welcome verb 2/23 to 0/3 other 2/20
whipping noun 2/4 other 2/4
willingness noun 2/17 quote 0/1 to 1/13 other 1/3
withdrew verb 2/3 that 1/1 other 1/2
withheld verb 2/7 other 2/7
witness noun 2/13 to 0/1 other 2/12
witnessed verb 2/7 quote 0/1 other 2/6
won't verb 2/110 quote 0/1 other 2/109
worded verb 2/4 other 2/4
worried noun 2/2 other 2/2
worries noun 2/9 that 1/1 other 1/8
worry noun 2/4 other 2/4
yelling verb 2/3 quote 2/2 other 0/1
zeal noun 2/7 to 1/2 other 1/5
`

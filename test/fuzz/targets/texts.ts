/** Pages written to be changed: a little of everything in each. */

export const ARTICLE = `<!doctype html><html lang="en"><head><title>Pilots refuse to sail | Kelmouth Courier</title>
<meta property="og:site_name" content="Kelmouth Courier"><meta property="article:published_time" content="2031-03-14T09:12:00+01:00">
<style>p{}</style></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<main><article><h1>Pilots refuse to sail</h1><p class="byline">By Ida Verlaine</p><figure><img src=x alt="A ship"><figcaption>The harbour. Photo: Runa Dahl</figcaption></figure>
<p>KELMOUTH, March 14 &mdash; Pilots at the port said on Friday that they would not sail by night.</p>
<p>&ldquo;No,&rdquo; pilot Zoe&#769; Ruiz told reporters, &ldquo;not by night.&rdquo; The board denied that she had warned it.</p>
<blockquote><p>It felt like a kerb.</p></blockquote><h2>What the board says</h2><ul><li>One<li>Two <b>bold</b></ul>
<table><tr><td>Ships</td><td>12</td></tr></table><p hidden>never seen</p><!-- a comment --><script>var x = "<p>";</script>
<p>According to the office, about 40 ships wait.</p></article><aside><h3>Related</h3><a href=/a>More ships</a></aside></main>
<footer>&copy; 2031 Kelmouth Courier. All rights reserved.</footer></body></html>`

export const LIVE = `<html><body><h1>Live: the vote as it happened</h1><div><p>10:15</p><p>The chair said the vote was open.</p></div><div><p>10.42 am</p><p>Ms Voss: “We will wait.”</p></div><div><time>11:03</time><p>Closed.</p></div><p>Subscribe to continue reading</p></body></html>`

export const METADATA = `<!doctype html><html lang="en-GB"><head><title>Rates rise again - The Tarn Ledger</title>
<link rel=canonical href="https://tarn.example/rates"><meta name="description" content="Rates rose."><meta name=author content="Ana Ruiz, Tom Okafor">
<meta property="article:modified_time" content="2026-05-14T08:00:00Z"><meta http-equiv="content-language" content="en">
<script type="application/ld+json">{"@context":"https://schema.org","@type":["NewsArticle"],"headline":"Rates rise \\u0026 rise","author":[{"@type":"Person","name":"Ana Ruiz"},"Tom Okafor"],"publisher":{"@type":"Organization","name":"The Tarn Ledger"},"datePublished":"2026-05-13T09:30:00+02:00","isAccessibleForFree":"False","inLanguage":"en","articleSection":"Money"}</script>
</head><body itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop=headline>Rates rise again</h1><p>By Ana Ruiz and Tom Okafor, Associated Press</p><p>Published 13 May 2026, 9:30am</p><p>The bank said rates would rise on Tuesday.</p></body></html>`

export const SPOKEN = `Pilots refuse to sail

Pilots at Kelmouth said on Friday that they would not sail by night. “No,” pilot Zoe Ruiz told reporters in an email, “not by night.”

The board, which runs the port, denied that Ruiz had warned it of “three” shoals. She said: “It may rain.” Its chair, Tom Okafor, 61, said he had been told by an official who asked not to be named that the office was wrong.

According to the Office for River Rights, about 412 families were removed; Okafor called the report “baseless”. "We welcome it," Lena Voss, of Open Gates, added. Asked whether she agreed, Voss declined to comment.

VOSS: We will wait.
RUIZ: So will we, I think.`

export const DUMP = `Kelmouth Courier

Home | News | Sport | Subscribe

Pilots refuse to sail
By Ida Verlaine
14 March 2031

Pilots at the port said on Friday that they would not sail by night,
according to the board's own log.

"No," said Zoe Ruiz. "Not by night."

Related articles
* More ships
* The board's log

3 comments
anon 2 hours ago
Reply

(c) 2031 Kelmouth Courier`

/**
 * What a box's own names (class, id, role, …) say it is, by words that page makers everywhere use. Each a bit, so that a
 * block carries all that its ancestors say.
 */
export const HINT = {
  comment: 1,
  related: 2,
  navigation: 4,
  share: 8,
  newsletter: 16,
  cookie: 32,
  advertisement: 64,
  author: 128,
  caption: 256,
  credit: 512,
  byline: 1024,
  date: 2048,
  standfirst: 4096,
  pullQuote: 8192,
  search: 16384,
  legal: 32768,
  ticker: 65536,
  tags: 131072,
} as const

/** Words of {@link HINT}, each as nameWords splits names: single words, or two that stand together. */
const WORDS: { readonly [K in keyof typeof HINT]: string } = {
  comment: 'comment,comments,commentlist,commenttext,disqus,replies,respond,discussion,livefyre,spotim,coral',
  related:
    'related,relatedposts,recirc,recirculation,recommended,recommend,recommendation,recommendations,popular,trending,' +
    'teaser,teasers,promo,promos,outbrain,taboola,readmore,read more,read next,up next,more stories,more news,latest,' +
    'mostread,most read,most popular,also like,similar,suggested,upsell,further reading,sidebar,crosslink,crosslinks',
  navigation:
    'nav,navbar,navigation,menu,submenu,megamenu,breadcrumb,breadcrumbs,crumbs,footer,masthead,topbar,toolbar,pagination,' +
    'pager,skip,sitemap,toc,tableofcontents,site header,site footer,global header,global footer,offcanvas,drawer',
  share: 'share,shares,sharing,sharedaddy,addtoany,addthis,social,socials,socialmedia,follow,print,bookmark',
  newsletter: 'newsletter,newsletters,subscribe,subscription,signup,sign up,mailchimp,mailinglist,optin,paywall,piano',
  cookie: 'cookie,cookies,consent,gdpr,ccpa,onetrust,privacy banner',
  advertisement:
    'ad,ads,advert,adverts,advertisement,advertising,adslot,adunit,adsbygoogle,dfp,gpt,sponsor,sponsored,sponsors,' +
    'affiliate,promotion,banner,cta,callout cta',
  author: 'bio,biography,authorbio,author bio,author box,authorbox,about author,author info,author card,contributor',
  caption: 'caption,captions,figcaption,wp caption,image caption,photo caption',
  credit: 'credit,credits,copyright holder,photo credit,image credit,photographer,attribution',
  byline: 'byline,bylines,author,authors,writer,writers,contributors',
  date: 'date,time,timestamp,datetime,dateline,published,pubdate,updated,datepublished,datemodified',
  standfirst: 'standfirst,dek,deck,subhead,subheadline,subtitle,subheading,excerpt,lede,summary,kicker,strapline',
  pullQuote: 'pullquote,pull quote,pullquotes,quote pull,blockquote pull',
  search: 'search,searchbox,searchform,searchbar',
  legal: 'legal,disclaimer,copyright,terms,colophon,disclosure',
  ticker: 'ticker,breaking,breakingnews,breaking news,marquee,alertbar',
  tags: 'tags,taglist,tag list,tagged,topics,categories,category list,keywords',
}

/** The bits of {@link HINT} that a word, or two words, of an element's names stand for. */
export const HINT_OF_TOKEN: ReadonlyMap<string, number> = (() => {
  const map = new Map<string, number>()
  for (const [name, words] of Object.entries(WORDS)) {
    const bit = HINT[name as keyof typeof HINT]
    for (const word of words.split(',')) map.set(word, (map.get(word) ?? 0) | bit)
  }
  return map
})()

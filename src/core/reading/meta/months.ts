/** Names of the months, January first, in lower case without diacritics: one line a language, alternatives by `/`. */
const NAMES: readonly string[] = [
  // English
  'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec',
  // Spanish
  'enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic',
  // Portuguese
  'janeiro fevereiro/fev marco abril maio/mai junho julho agosto setembro/set outubro/out novembro dezembro/dez',
  // French
  'janvier/janv fevrier/fevr mars avril/avr mai juin juillet/juil aout septembre octobre novembre decembre',
  // German, with Austria's January
  'januar/janner/jaenner februar marz/maerz/mrz april mai juni juli august september oktober/okt november dezember/dez',
  // Italian
  'gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre',
  // Dutch
  'januari februari maart/mrt april mei juni juli augustus september oktober november december',
  // Swedish, Danish, Norwegian
  'januari februari mars april maj/mai juni juli augusti september oktober november desember',
  // Polish
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia',
  // Turkish
  'ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik',
  // Russian
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  // Indonesian
  'januari februari maret april mei juni juli agustus september oktober november desember',
]

/** A month's name, in lower case without diacritics, to its number from 1. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((line) =>
    line
      .split(' ')
      .flatMap((month, i) =>
        month.split('/').map((name): [string, number] => [name.normalize('NFD').replace(/\p{M}/gu, ''), i + 1]),
      ),
  ),
)

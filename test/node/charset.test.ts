import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/node/charset.js'

const FRENCH = 'Le ministre a déclaré : « Nous n’avons rien signé à l’été, et cela coûte 40 €. »'
const RUSSIAN = 'Министр сказал журналистам, что договор не подписан и подписан не будет до конца года.'
const JAPANESE = '港湾局は金曜日、新しい測量が終わるまで夜間の航行を認めないと発表した。'
const CHINESE = '港务局星期五说，在新的测量完成之前，夜间航道将继续关闭。'

const encode = (text: string, charset: string) => iconv.encode(text, charset)
const meta = (label: string, text: string) => `<!doctype html><meta charset="${label}"><title>x</title><p>${text}</p>`

describe('a charset is found by', () => {
  test.each([
    ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
    ['utf-16le', Buffer.from([0xff, 0xfe])],
    ['utf-16be', Buffer.from([0xfe, 0xff])],
    ['utf-32le', Buffer.from([0xff, 0xfe, 0, 0])],
    ['utf-32be', Buffer.from([0, 0, 0xfe, 0xff])],
  ])('a byte order mark: %s, whatever else is declared', async (charset, mark) => {
    const bytes = Buffer.concat([mark, encode(meta('koi8-r', FRENCH), charset)])
    expect(await decode(bytes, { header: 'shift_jis', asked: 'big5' })).toEqual({
      text: meta('koi8-r', FRENCH),
      charset,
    })
  })

  test('what was asked for, before header and meta', async () => {
    const bytes = encode(meta('utf-8', RUSSIAN), 'koi8-r')
    expect(await decode(bytes, { asked: 'KOI8-R', header: 'windows-1251' })).toEqual({
      text: meta('utf-8', RUSSIAN),
      charset: 'koi8-r',
    })
  })

  test('the header, before meta', async () => {
    const bytes = encode(meta('windows-1252', RUSSIAN), 'windows-1251')
    expect(await decode(bytes, { header: 'cp1251' })).toEqual({
      text: meta('windows-1252', RUSSIAN),
      charset: 'windows-1251',
    })
  })

  test.each([
    ['<meta charset=shift_jis>', 'shift_jis'],
    [`<meta http-equiv='Content-Type' content='text/html; charset=x-sjis'>`, 'shift_jis'],
    ['<!-- <meta charset="koi8-r"> --><META CHARSET = "Shift_JIS" />', 'shift_jis'],
    ['<?xml version="1.0" encoding="Shift_JIS"?><html>', 'shift_jis'],
  ])('the page itself: %s', async (head, charset) => {
    const page = `${head}<p>${JAPANESE}</p>`
    expect(await decode(encode(page, 'shift_jis'))).toEqual({ text: page, charset })
  })

  test('a declaration past the first kilobyte', async () => {
    const page = `<html><head><script>${'x'.repeat(3000)}</script><meta charset="big5"><p>${'港務局星期五說'}</p>`
    expect(await decode(encode(page, 'big5'))).toEqual({ text: page, charset: 'big5' })
  })

  test.each([
    ['windows-1252', FRENCH],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['gb18030', CHINESE],
    ['iso-2022-jp', JAPANESE],
  ])('the content alone: %s', async (charset, text) => {
    const long = text.repeat(4)
    // iconv-lite has no ISO-2022-JP; these are its two-byte set's codes, shifted out of and into.
    const bytes =
      charset === 'iso-2022-jp'
        ? Buffer.from(
            `\x1b$B${[...encode(long, 'euc-jp')].map((b) => String.fromCharCode(b & 0x7f)).join('')}\x1b(B`,
            'latin1',
          )
        : encode(long, charset)
    expect(await decode(bytes)).toEqual({
      text: long,
      charset: charset === 'gb18030' ? expect.stringMatching(/^gb/) : charset,
    })
  })

  test.each(['utf-16le', 'utf-16be'])('NULs in every other byte: %s without a mark', async (charset) => {
    expect(await decode(encode(FRENCH, charset))).toEqual({ text: FRENCH, charset })
  })
})

describe('labels are read as the web reads them', () => {
  test.each(['latin1', 'iso-8859-1', 'us-ascii', 'WINDOWS-1252'])('%s is windows-1252', async (label) => {
    expect(await decode(encode('It cost 40 €, “he” said', 'windows-1252'), { header: label })).toEqual({
      text: 'It cost 40 €, “he” said',
      charset: 'windows-1252',
    })
  })

  test('a meta element cannot make a page UTF-16', async () => {
    expect(await decode(Buffer.from(meta('utf-16', FRENCH)))).toEqual({
      text: meta('utf-16', FRENCH),
      charset: 'utf-8',
    })
  })

  test('an unknown declared name is passed over', async () => {
    expect(await decode(Buffer.from(FRENCH), { header: 'martian-7' })).toEqual({ text: FRENCH, charset: 'utf-8' })
  })

  test('an unknown name that was asked for is an error', async () => {
    await expect(decode(Buffer.from(FRENCH), { asked: 'martian-7' })).rejects.toMatchObject({ code: 'charset-unknown' })
  })
})

describe('where declaration and bytes contradict each other', () => {
  test('valid UTF-8 declared as a one-byte charset is UTF-8', async () => {
    expect(await decode(Buffer.from(meta('iso-8859-1', FRENCH)))).toEqual({
      text: meta('iso-8859-1', FRENCH),
      charset: 'utf-8',
    })
  })

  test('windows-1252 declared as UTF-8 is looked at again', async () => {
    const text = meta('utf-8', FRENCH.repeat(3))
    expect(await decode(encode(text, 'windows-1252'), { header: 'utf-8' })).toEqual({ text, charset: 'windows-1252' })
  })

  test('a broken character in UTF-8 breaks nothing else', async () => {
    const bytes = Buffer.concat([Buffer.from(FRENCH), Buffer.from([0xff]), Buffer.from(FRENCH)])
    expect(await decode(bytes)).toEqual({ text: `${FRENCH}\ufffd${FRENCH}`, charset: 'utf-8' })
  })

  test('a character cut off at the end leaves UTF-8 UTF-8', async () => {
    expect(await decode(Buffer.from('Ostrander said no é').subarray(0, -1))).toEqual({
      text: 'Ostrander said no \ufffd',
      charset: 'utf-8',
    })
  })
})

test('any text written in UTF-8 comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      // Text that is mostly NULs is UTF-16 to any reader, and escape sequences are ISO-2022's.
      fc.pre(!text.startsWith('\ufeff') && !/[\0\x1b]/.test(text))
      const { text: back } = await decode(Buffer.from(text))
      expect(back).toBe(Buffer.from(text).toString())
    }),
  )
})

test('any bytes decode to something', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      expect(typeof (await decode(bytes)).text).toBe('string')
    }),
  )
})

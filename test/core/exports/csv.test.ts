import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { CSV_BOM, CSV_COLUMNS, CSV_HEADER, toCsv } from '../../../src/core/exports/index.js'
import { anyRecord, record } from './records.js'

/** Rows of RFC 4180, read as the standard says and nothing more lenient. */
function parse(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let i = 0
  while (i < csv.length) {
    let cell = ''
    if (csv[i] === '"') {
      for (i++; ; i++) {
        if (i >= csv.length) throw new Error('a quoted cell does not end')
        if (csv[i] !== '"') cell += csv[i]
        else if (csv[i + 1] === '"') cell += csv[i++]
        else break
      }
      i++
    } else {
      while (i < csv.length && csv[i] !== ',' && csv[i] !== '\r') cell += csv[i++]
      if (/["\n]/.test(cell)) throw new Error(`a bare cell holds a mark that needs quotes: ${cell}`)
    }
    row.push(cell)
    if (csv[i] === ',') i++
    else if (csv.startsWith('\r\n', i)) {
      i += 2
      rows.push(row)
      row = []
    } else throw new Error(`a cell ends with ${JSON.stringify(csv.slice(i, i + 2))}`)
  }
  return rows
}

const columnsOf = (row: string[] | undefined) => Object.fromEntries(CSV_COLUMNS.map((column, i) => [column, row?.[i]]))

describe('CSV', () => {
  test('has a row a statement, a cell a column', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const rows = parse(CSV_HEADER + toCsv(any))
        expect(rows).toHaveLength(any.statements.length + 1)
        for (const row of rows) expect(row).toHaveLength(CSV_COLUMNS.length)
      }),
    )
  })

  test('is read the same by another program, with a byte order mark before it and without', () => {
    fc.assert(
      fc.property(anyRecord, fc.constantFrom('', CSV_BOM), (any, mark) => {
        const csv = CSV_HEADER + toCsv(any)
        const { data, errors } = Papa.parse<string[]>(mark + csv, {
          delimiter: ',',
          newline: '\r\n',
          skipEmptyLines: true,
        })
        expect(errors).toEqual([])
        expect(data).toEqual(parse(csv))
      }),
    )
  })

  test('keeps commas, quotation marks and line ends in their cells', () => {
    const row = parse(
      toCsv(
        record(
          [['paragraph', '"No, never",\nsaid Mara "Moz" Ostrander, and "not now."']],
          [{ content: ['"No, never",', '"not now."'], cue: 'said', mention: 'Mara "Moz" Ostrander' }],
          { title: 'Pilots, ferries' },
          { name: 'a.txt' },
        ),
      ),
    )[0]
    expect(columnsOf(row)).toMatchObject({
      name: 'a.txt',
      title: 'Pilots, ferries',
      mention: 'Mara "Moz" Ostrander',
      cue: 'said',
      content: '"No, never", … "not now."',
      block: '0',
      start: '0',
      speaker: '',
    })
  })

  test('has all that is known of a statement', () => {
    const row = parse(
      toCsv(
        record(
          [['paragraph', 'On Friday Ana Ruiz did not tell aides in an email that it “may” be safe, perhaps.']],
          [
            {
              content: ['it “may” be safe'],
              cue: 'tell',
              mention: 'Ana Ruiz',
              quotation: 'mixed',
              quoted: ['“may”'],
              act: 'warn',
              negated: true,
              hedges: ['may', 'perhaps'],
              addressee: 'aides',
              medium: 'in an email',
              when: ['On Friday', '2031-03-14'],
              speaker: 0,
            },
          ],
          {},
          {},
          [{ name: 'Ana Ruiz', kind: 'person' }],
        ),
      ),
    )[0]
    expect(columnsOf(row)).toMatchObject({
      speaker: 'Ana Ruiz',
      speaker_kind: 'person',
      quotation: 'mixed',
      quoted: '“may”',
      act: 'warn',
      negated: 'true',
      hedges: 'may … perhaps',
      addressee: 'aides',
      medium: 'in an email',
      when: 'On Friday',
      date: '2031-03-14',
    })
  })

  test('puts a cell in quotation marks that another separator would break', () => {
    const words = 'a;=1+1'
    expect(toCsv(record([['paragraph', words]], [{ content: [words] }]))).toContain(',"a;=1+1",')
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\n=1', '＝1', '\rx'])(
    'never starts a cell as a formula: %j',
    (words) => {
      const text = `He said ${words}`
      const row = parse(toCsv(record([['paragraph', text]], [{ content: [words] }], { title: words })))[0]
      expect(columnsOf(row)).toMatchObject({ content: `'${words}`, title: `'${words}` })
    },
  )

  test('leaves an ordinary quotation as it is', () => {
    const row = parse(
      toCsv(record([['paragraph', '“No — not 1 + 1 = 3”']], [{ content: ['“No — not 1 + 1 = 3”'] }])),
    )[0]
    expect(columnsOf(row).content).toBe('“No — not 1 + 1 = 3”')
  })
})
